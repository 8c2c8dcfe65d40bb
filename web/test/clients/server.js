/**
 * An S3 server for tests, on 127.0.0.1 and in memory. What S3 says about CORS (the three calls on a bucket's configuration,
 * preflights, the CORS headers of everything else) comes from the module, through its public API. The server adds what
 * lies outside it: the connection, request identifiers, objects and their digests, and a few calls that clients make on their
 * way. It serves path-style URLs and ignores authorisation.
 */

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

import { load } from '../../s3cors.js';
import { decodeChunked } from './chunked.js';
import { digestOf } from './digests.js';

/** @typedef {import('../../s3cors.js').S3CORS} S3CORS */
/** @typedef {import('../../s3cors.js').Target} Target */
/** @typedef {[name: string, value: string][]} Headers */

/**
 * A request as it arrived: nothing is decoded or put in another order.
 *
 * @typedef {object} Received
 * @property {string} method
 * @property {string} url path and query
 * @property {Headers} headers
 * @property {Buffer} body
 * @property {number} status of the answer
 * @property {string} error the answer's code, or ''
 */

/** @typedef {{ status: number, headers: Headers, body?: string | Buffer, error?: string }} Answer */
/** @typedef {{ type: string, bytes: Buffer, etag: string }} StoredObject */
/** @typedef {{ cors: string | null, objects: Map<string, StoredObject> }} Bucket */
/** @typedef {Received & { bucket: Bucket | undefined, key: string, query: URLSearchParams, resource: NonNullable<Target['resource']> }} Call */

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
const xml = /** @type {[string, string]} */ (['Content-Type', 'application/xml']);

/**
 * Starts a server with buckets of these names, all of them empty.
 *
 * @param {{ buckets?: string[] }} [options]
 */
export async function startServer({ buckets: names = ['bucket'] } = {}) {
  const s3cors = await load();
  const buckets = new Map(names.map((name) => [name, /** @type {Bucket} */ ({ cors: null, objects: new Map() })]));
  /** @type {Received[]} */
  const requests = [];
  // Node answers `Expect: 100-continue` by itself.
  const server = createServer(async (request, response) => {
    /** @type {Received} */
    const received = { method: request.method ?? '', url: request.url ?? '', headers: pairs(request.rawHeaders), body: await bodyOf(request), status: 0, error: '' };
    requests.push(received);
    let answer;
    try {
      answer = await answerTo(s3cors, buckets, received);
    } catch (error) {
      answer = refusal(500, 'InternalError', String(error));
    }
    received.status = answer.status;
    received.error = answer.error ?? '';
    send(response, answer, String(requests.length).padStart(16, '0'));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** All that has arrived, in its order. */
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/**
 * @param {S3CORS} s3cors
 * @param {Map<string, Bucket>} buckets
 * @param {Received} received
 * @returns {Promise<Answer>}
 */
async function answerTo(s3cors, buckets, received) {
  const [path, query = ''] = received.url.split('?', 2);
  const [, name, ...rest] = path.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  /** @type {Call['resource']} */
  const resource = name === '' ? 'service' : key === '' ? 'bucket' : 'object';
  const call = { ...received, bucket: buckets.get(name), key, query: new URLSearchParams(query), resource };
  if (received.method === 'OPTIONS') return simulate(s3cors, call);
  if (resource === 'service') return simulate(s3cors, call, listBuckets([...buckets.keys()]));
  if (call.bucket === undefined) return simulate(s3cors, call);
  if (resource === 'object') return simulate(s3cors, call, answerObject(call, call.bucket));
  if (call.query.has('cors') && ['GET', 'PUT', 'DELETE'].includes(received.method)) return answerBucketCORS(s3cors, call, call.bucket);
  return simulate(s3cors, call, answerBucket(call));
}

/**
 * The module's answer; `outside` is how S3 answers apart from CORS.
 *
 * @param {S3CORS} s3cors
 * @param {Call} call
 * @param {Answer} [outside]
 * @param {string} [body] that of a configuration
 * @returns {Answer}
 */
function simulate(s3cors, call, outside, body) {
  const { method, url, headers } = call;
  const { response } = s3cors.simulateRequest(
    call.bucket?.cors ?? null,
    { method, url, headers, ...(body === undefined ? {} : { body }) },
    {
      resource: call.resource,
      bucket: call.bucket || call.resource === 'service' ? 'exists' : 'missing',
      ...(outside && { status: outside.status, headers: outside.headers }),
    },
  );
  if (response === null) throw new Error('a stored configuration could not be read');
  return { status: response.status, headers: response.headers, body: response.body ?? outside?.body, error: response.error?.code ?? outside?.error };
}

/**
 * PutBucketCors, GetBucketCors and DeleteBucketCors.
 *
 * @param {S3CORS} s3cors
 * @param {Call} call
 * @param {Bucket} bucket
 */
async function answerBucketCORS(s3cors, call, bucket) {
  const { bytes, headers } = decodeBody(call);
  const body = bytes.toString('utf8');
  const answer = simulate(s3cors, call, undefined, body);
  if (call.method === 'PUT') {
    const { accepted, response } = await s3cors.acceptPut(body, headers);
    // What the simulation of a request does not know is whether the digests are those of the body.
    if (response?.error && response.error.code !== answer.error) return refusal(response.status, response.error.code, response.error.message);
    if (accepted) bucket.cors = body;
  }
  if (call.method === 'DELETE') bucket.cors = null;
  return answer;
}

/**
 * @param {Call} call
 * @param {Bucket} bucket
 * @returns {Answer}
 */
function answerObject(call, bucket) {
  const { method, key } = call;
  if (method === 'PUT') {
    const { bytes, headers } = decodeBody(call);
    const bad = badDigest(headers, bytes);
    if (bad) return bad;
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    bucket.objects.set(key, { bytes, etag, type: valueOf(call.headers, 'content-type') || 'binary/octet-stream' });
    return { status: 200, headers: [['ETag', etag], ['Content-Length', '0']] };
  }
  if (method === 'DELETE') {
    bucket.objects.delete(key);
    return { status: 204, headers: [] };
  }
  if (method !== 'GET' && method !== 'HEAD') return notImplemented();
  const object = bucket.objects.get(key);
  if (object === undefined) return refusal(404, 'NoSuchKey', 'The specified key does not exist.');
  return {
    status: 200,
    headers: [['Last-Modified', 'Thu, 01 Jan 2026 00:00:00 GMT'], ['ETag', object.etag], ['Content-Type', object.type], ['Content-Length', String(object.bytes.length)]],
    body: object.bytes,
  };
}

/**
 * What clients ask of a bucket on their way.
 *
 * @param {Call} call
 * @returns {Answer}
 */
function answerBucket({ method, query }) {
  if (method === 'HEAD') return { status: 200, headers: [['x-amz-bucket-region', 'us-east-1']] };
  if (method !== 'GET') return notImplemented();
  const documents = {
    location: `<LocationConstraint xmlns="${namespace}"/>`,
    requestPayment: `<RequestPaymentConfiguration xmlns="${namespace}"><Payer>BucketOwner</Payer></RequestPaymentConfiguration>`,
  };
  for (const [name, body] of Object.entries(documents)) {
    if (query.has(name)) return { status: 200, headers: [xml], body };
  }
  if (query.has('policy')) return refusal(404, 'NoSuchBucketPolicy', 'The bucket policy does not exist');
  if (query.has('lifecycle')) return refusal(404, 'NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist');
  return notImplemented();
}

/**
 * @param {string[]} names
 * @returns {Answer}
 */
function listBuckets(names) {
  const entries = names.map((name) => `<Bucket><Name>${name}</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket>`);
  return { status: 200, headers: [xml], body: `<ListAllMyBucketsResult xmlns="${namespace}"><Buckets>${entries.join('')}</Buckets></ListAllMyBucketsResult>` };
}

/**
 * The body without aws-chunked, and the headers with its trailers.
 *
 * @param {Received} received
 */
function decodeBody({ headers, body }) {
  if (!valueOf(headers, 'x-amz-content-sha256').startsWith('STREAMING-')) return { bytes: body, headers };
  const { bytes, trailers } = decodeChunked(body);
  return { bytes, headers: [...headers, ...trailers] };
}

/**
 * BadDigest, if a digest that was sent is of other bytes.
 *
 * @param {Headers} headers
 * @param {Buffer} bytes
 */
function badDigest(headers, bytes) {
  for (const [name, value] of headers) {
    const digest = digestOf(name.toLowerCase(), bytes);
    if (digest === null || digest === value.trim()) continue;
    const algorithm = /^x-amz-checksum-(.*)$/i.exec(name)?.[1].toUpperCase();
    return refusal(400, 'BadDigest', algorithm
      ? `The ${algorithm} you specified did not match the calculated checksum.`
      : 'The Content-MD5 you specified did not match what we received.');
  }
  return null;
}

/**
 * An error in S3's form, as the module writes those that it knows.
 *
 * @param {number} status
 * @param {string} code
 * @param {string} message
 * @returns {Answer}
 */
function refusal(status, code, message) {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return { status, headers: [xml], body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${text}</Message></Error>`, error: code };
}

function notImplemented() {
  return refusal(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented');
}

/**
 * Sends an answer with the identifiers that S3 gives to each request.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {Answer} answer
 * @param {string} requestId
 */
function send(response, { status, headers, body = '', error }, requestId) {
  const hostId = Buffer.from(requestId).toString('base64');
  const content = error === undefined ? body : String(body).replace(/<\/Error>\s*$/, `<RequestId>${requestId}</RequestId><HostId>${hostId}</HostId></Error>`);
  response.writeHead(status, [...headers, ['x-amz-request-id', requestId], ['x-amz-id-2', hostId]].flat());
  response.end(content);
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  /** @type {Buffer[]} */
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * @param {string[]} raw names and values by turns
 * @returns {Headers}
 */
function pairs(raw) {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index], raw[2 * index + 1]]);
}

/**
 * The value of the first header of a name, or ''.
 *
 * @param {Headers} headers
 * @param {string} name in lower case
 */
export function valueOf(headers, name) {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? '';
}
