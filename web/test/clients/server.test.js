/**
 * The server of the client tests, asked byte for byte: with the requests of clients that are on record and not at hand, and
 * with what no client sends.
 */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';

import { load } from '../../s3cors.js';
import { withoutEmpty } from './configurations.js';
import { digestOf } from './digests.js';
import { startServer } from './server.js';
import { clientOf, recorded, recordings } from './wire.js';

/** @typedef {{ status: number | undefined, headers: Record<string, unknown>, body: string }} Answer */

const s3cors = await load();
const document = recordings[0].request.body;

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
before(async () => {
  server = await startServer();
});
after(() => server.close());

describe('the requests on record', () => {
  for (const recording of recordings) {
    const { method, url, headers, body } = recording.request;
    const name = `${clientOf(recording)}: ${recording.configuration}`;
    test(name, async () => {
      const put = await send(method, url, Object.fromEntries(headers), body);
      assert.equal(put.status, 200, put.body);
      assert.equal(put.body, '');
      const stored = s3cors.parse((await send('GET', url)).body).configuration;
      assert.deepEqual(stored, withoutEmpty(recorded[recording.configuration]));
    });

    test(`${name}, with another body`, async () => {
      const other = body.replace('https://www.example.com', 'https://xxx.example.com').replace('<AllowedOrigin>*<', '<AllowedOrigin>x<');
      const answer = await send(method, url, Object.fromEntries(headers), other);
      assert.deepEqual([answer.status, codeOf(answer.body)], [400, 'BadDigest']);
    });
  }
});

describe('the paths of a bucket', () => {
  for (const path of ['/bucket?cors', '/bucket/?cors', '/bucket?cors=', '/bucket/?cors=', '/bucket/?x-id=PutBucketCors&cors']) {
    test(`${path} names its configuration`, async () => {
      assert.equal((await send('PUT', path, { 'Content-MD5': md5(document) }, document)).status, 200);
      assert.match((await send('GET', path)).body, /<CORSRule>/);
      assert.equal((await send('DELETE', path)).status, 204);
      const { status, body } = await send('GET', path);
      assert.equal(status, 404);
      assert.match(body, /<Code>NoSuchCORSConfiguration<\/Code>.*<BucketName>bucket<\/BucketName><RequestId>\d+<\/RequestId><HostId>[\w=]+<\/HostId><\/Error>$/);
    });
  }

  test('an object of the name cors is an object', async () => {
    assert.equal((await send('PUT', '/bucket/cors', {}, 'text')).status, 200);
    assert.equal((await send('GET', '/bucket/cors')).body, 'text');
  });
});

describe('digests', () => {
  // The check values of the CRC catalogue, and those of RFC 1321, FIPS 180's SHA-1 and SHA-256, for "123456789".
  const check = {
    'x-amz-checksum-crc32': 'cbf43926',
    'x-amz-checksum-crc32c': 'e3069283',
    'x-amz-checksum-crc64nvme': 'ae8b14860a799888',
    'content-md5': '25f9e794323b453885f5181f1b624d0b',
    'x-amz-checksum-sha1': 'f7c3bc1d808e04732adf679965ccc34ca7ae3441',
    'x-amz-checksum-sha256': '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225',
  };
  for (const [header, hex] of Object.entries(check)) {
    test(`${header} of the check value is the published one`, () => {
      assert.equal(digestOf(header, Buffer.from('123456789')), Buffer.from(hex, 'hex').toString('base64'));
    });
  }

  const other = { 'Content-MD5': md5('other') };
  const faults = /** @type {[string, Record<string, string>, string, string][]} */ ([
    ['no digest is a missing header', {}, document, 'InvalidRequest'],
    ['no digest comes before a document that is none', {}, 'none', 'InvalidRequest'],
    ['a digest that is none is refused', { 'Content-MD5': 'none' }, document, 'InvalidDigest'],
    ['a digest of other bytes is refused', other, document, 'BadDigest'],
    ['a digest of other bytes comes before a document that is none', other, 'none', 'BadDigest'],
    ['a length over 65,536 bytes comes before a digest of other bytes', other, document.padEnd(65_537), 'MaxMessageLengthExceeded'],
    ['a length of 65,536 bytes does not', other, document.padEnd(65_536), 'BadDigest'],
    ['a document that is none is malformed', { 'Content-MD5': md5('none') }, 'none', 'MalformedXML'],
  ]);
  for (const [name, headers, body, code] of faults) {
    test(name, async () => {
      const answer = await send('PUT', '/bucket?cors', headers, body);
      assert.deepEqual([answer.status, codeOf(answer.body)], [400, code]);
    });
  }
});

describe('the connection', () => {
  test('a client that waits for 100 Continue gets it, and then its answer', async () => {
    const headers = { Expect: '100-continue', 'Content-MD5': md5(document), 'Content-Length': String(Buffer.byteLength(document)) };
    const put = request(`${server.url}/bucket?cors`, { method: 'PUT', headers });
    put.flushHeaders();
    await once(put, 'continue');
    put.end(document);
    const [response] = await once(put, 'response');
    assert.equal(response.statusCode, 200);
    response.resume();
  });

  test('an aws-chunked body is stored without its chunks, its trailer compared', async () => {
    const put = (/** @type {string} */ digest) => send('PUT', '/bucket/chunked', {
      'Content-Encoding': 'aws-chunked', 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'x-amz-trailer': 'x-amz-checksum-crc32',
    }, `5\r\n12345\r\n4;chunk-signature=0\r\n6789\r\n0\r\nx-amz-checksum-crc32:${digest}\r\n\r\n`);
    assert.equal((await put('y/Q5Jg==')).status, 200);
    assert.equal((await send('GET', '/bucket/chunked')).body, '123456789');
    assert.equal(codeOf((await put('AAAAAA==')).body), 'BadDigest');
  });

  test('a preflight without an Origin is answered and the connection closed', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write('OPTIONS /bucket/key HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    let answer = '';
    for await (const part of socket.setEncoding('utf8')) answer += part;
    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.match(answer, /Insufficient information\. Origin request header needed\./);
  });
});

/**
 * @param {string} method
 * @param {string} path
 * @param {Record<string, string>} [headers]
 * @param {string} [body]
 * @returns {Promise<Answer>}
 */
function send(method, path, headers = {}, body = '') {
  return new Promise((answered, failed) => {
    request(server.url + path, { method, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => answered({ status: response.statusCode, headers: response.headers, body: text }));
    }).on('error', failed).end(body);
  });
}

/** @param {string} text */
function md5(text) {
  return digestOf('content-md5', Buffer.from(text)) ?? '';
}

/** @param {string} body */
function codeOf(body) {
  return /<Code>(\w+)<\/Code>/.exec(body)?.[1];
}
