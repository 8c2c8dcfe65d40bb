/** The AWS SDK for JavaScript v3, and what it and a browser see of CORS. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { test } from 'node:test';

import {
  DeleteBucketCorsCommand, GetBucketCorsCommand, GetObjectCommand, PutBucketCorsCommand, PutObjectCommand, S3Client, S3ServiceException,
} from '@aws-sdk/client-s3';

import { ClientError, environment } from './programs.js';
import { valueOf } from './server.js';
import { describeClient, says } from './suite.js';

/** @typedef {import('../../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('@aws-sdk/client-s3').ChecksumAlgorithm} ChecksumAlgorithm */

const { version } = JSON.parse(readFileSync(new URL('../../node_modules/@aws-sdk/client-s3/package.json', import.meta.url), 'utf8'));

// The SDK runs in this process, and reads its settings when a client is made.
for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
Object.assign(process.env, environment);

/** @type {CORSConfiguration} */
const configuration = {
  CORSRules: [
    { AllowedOrigins: ['https://other.example'], AllowedMethods: ['GET'] },
    {
      AllowedOrigins: ['https://*.example.com'],
      AllowedMethods: ['GET', 'PUT'],
      AllowedHeaders: ['content-*', 'x-amz-*'],
      ExposeHeaders: ['ETag', 'x-amz-request-id'],
      MaxAgeSeconds: 0,
    },
  ],
};

const matched = {
  'access-control-allow-origin': 'https://app.example.com',
  'access-control-allow-methods': 'GET, PUT',
  'access-control-expose-headers': 'ETag, x-amz-request-id',
  'access-control-max-age': '0',
  'access-control-allow-credentials': 'true',
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
};

describeClient({
  name: `@aws-sdk/client-s3 ${version}`,
  family: '@aws-sdk/client-s3',
  start,
  algorithms: ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'],
  objects: true,
}, (the) => {
  test('tells BadDigest of a Content-MD5 of other bytes, and InvalidDigest of none at all', async () => {
    const digest = (/** @type {string} */ contentMD5) => the.client.put('bucket', configuration, { contentMD5 });
    await assert.rejects(digest('1B2M2Y8AsgTpgAmY7PhCfg=='), says('BadDigest', 'The Content-MD5 you specified did not match what we received.'));
    await assert.rejects(digest('none'), says('InvalidDigest', 'The Content-MD5 you specified was invalid.'));
  });

  test('sees the CORS headers on PUT and GET of an object, where it sends an Origin that a rule fits', async () => {
    await the.client.put('bucket', configuration);
    const s3 = open(the.server);
    /** @param {string} origin */
    const exchange = async (origin) => [
      await headersOf(s3, new PutObjectCommand({ Bucket: 'bucket', Key: 'key', Body: 'text' }), origin),
      await headersOf(s3, new GetObjectCommand({ Bucket: 'bucket', Key: 'key' }), origin),
    ];
    for (const headers of await exchange('https://app.example.com')) assert.deepEqual(headers, matched);
    for (const headers of await exchange('https://app.example.net')) assert.deepEqual(headers, {});
    const missing = headersOf(s3, new GetObjectCommand({ Bucket: 'bucket', Key: 'missing' }), 'https://app.example.com');
    assert.deepEqual(await missing, matched, 'errors carry them too');
    s3.destroy();
  });

  test('gets the answer to the preflight of its PUT', async () => {
    await the.client.put('bucket', configuration);
    const ask = (/** @type {string} */ method) => preflight(the.server.url, {
      Origin: 'https://app.example.com',
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'X-Amz-Date,content-type',
    });
    const allowed = await ask('PUT');
    assert.equal(allowed.status, 200);
    assert.equal(allowed.body, '');
    assert.deepEqual(corsOf(allowed.headers), { ...matched, 'access-control-allow-headers': 'x-amz-date, content-type' });
    const refused = await ask('DELETE');
    assert.equal(refused.status, 403);
    assert.deepEqual(corsOf(refused.headers), {});
    const elements = Array.from(refused.body.matchAll(/<(\w+)>/g), ([, name]) => name);
    assert.deepEqual(elements, ['Error', 'Code', 'Message', 'Method', 'ResourceType', 'RequestId', 'HostId']);
  });

  test('sends a stream as aws-chunked, with its checksum in a trailer', async () => {
    const s3 = open(the.server);
    await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'stream', Body: Readable.from([Buffer.from('one '), Buffer.from('two')]), ContentLength: 7 }));
    const sent = the.server.requests.at(-1);
    assert.equal(valueOf(sent?.headers ?? [], 'content-encoding'), 'aws-chunked');
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'stream' }));
    assert.equal(await Body?.transformToString(), 'one two');
    s3.destroy();
  });
});

/**
 * @param {{ url: string }} server
 * @returns {import('./suite.js').Client}
 */
function start(server) {
  const s3 = open(server);
  return {
    put: (Bucket, CORSConfiguration, { checksumAlgorithm, contentMD5 } = {}) => told(s3.send(new PutBucketCorsCommand({
      Bucket, CORSConfiguration, ChecksumAlgorithm: /** @type {ChecksumAlgorithm | undefined} */ (checksumAlgorithm), ContentMD5: contentMD5,
    }))),
    get: async (Bucket) => {
      const { CORSRules } = await told(s3.send(new GetBucketCorsCommand({ Bucket })));
      return /** @type {CORSConfiguration} */ ({ CORSRules });
    },
    delete: (Bucket) => told(s3.send(new DeleteBucketCorsCommand({ Bucket }))),
    putObject: (Bucket, Key, Body) => told(s3.send(new PutObjectCommand({ Bucket, Key, Body }))),
    getObject: async (Bucket, Key) => (await told(s3.send(new GetObjectCommand({ Bucket, Key })))).Body?.transformToString() ?? '',
    close: () => s3.destroy(),
  };
}

/** @param {{ url: string }} server */
function open({ url }) {
  return new S3Client({
    endpoint: url,
    forcePathStyle: true,
  });
}

/**
 * What the SDK tells of an error of the server's.
 *
 * @template T
 * @param {Promise<T>} sent
 * @returns {Promise<T>}
 */
async function told(sent) {
  try {
    return await sent;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    assert.match(error.$metadata.requestId ?? '', /^\d{16}$/);
    throw new ClientError(error.name, error.message);
  }
}

/**
 * The CORS headers of the response to a command that is sent with an Origin.
 *
 * @param {S3Client} s3
 * @param {any} command
 * @param {string} origin
 */
async function headersOf(s3, command, origin) {
  /** @type {Record<string, string>} */
  let headers = {};
  command.middlewareStack.add((/** @type {any} */ next) => (/** @type {any} */ call) => {
    call.request.headers.origin = origin;
    return next(call);
  }, { step: 'build' });
  command.middlewareStack.add((/** @type {any} */ next) => async (/** @type {any} */ call) => {
    const answer = await next(call);
    headers = answer.response.headers;
    return answer;
  }, { step: 'deserialize', priority: 'low' });
  await s3.send(command).catch((error) => assert.equal(error.name, 'NoSuchKey'));
  return corsOf(headers);
}

/** @param {Record<string, unknown>} headers */
function corsOf(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name === 'vary' || name.startsWith('access-control-')));
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<{ status: number | undefined, headers: Record<string, unknown>, body: string }>}
 */
function preflight(url, headers) {
  return new Promise((answered, failed) => {
    request(`${url}/bucket/key`, { method: 'OPTIONS', headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => (body += text));
      response.on('end', () => answered({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', failed).end();
  });
}
