// The server that answers the call: a bucket with or without this configuration, or answers that were pasted.

import { fetchCall, originOf, sentMethod } from './call.js';

/** @import { HTTPResponse, S3CORS, Server, Source, Target } from '../s3cors.js' */
/** @import { CallState, ServerState } from './types.js' */

/** Values of the headers that S3 adds to every answer; the page calls them examples. */
const exampleHeaders = /** @type {[string, string][]} */ ([
  ['x-amz-id-2', 'Ef8yU9AS1ed4OpIszj7UDNEHGran'],
  ['x-amz-request-id', '318BC8BC143432E5'],
]);
const ofObject = /** @type {[string, string][]} */ ([['ETag', '"fba9dede5f27731c9771645a39863328"']]);
const contentOf = (/** @type {boolean} */ isPart) => /** @type {[string, string][]} */ ([['Last-Modified', 'Wed, 12 Oct 2022 17:50:00 GMT'], ['Content-Type', 'image/jpeg'], ['Content-Length', isPart ? '100' : '434234'], ['Accept-Ranges', 'bytes'], ...(isPart ? [['Content-Range', 'bytes 0-99/434234']] : [])]);

/** The names of the headers whose values are examples. */
export const exampleNames = [...exampleHeaders, ...ofObject, ...contentOf(true)].map(([name]) => name.toLowerCase());

/**
 * What S3 knows of the request, and how it answers apart from CORS: with the headers that it sends for such a request
 * (API_GetObject, API_PutObject and API_DeleteObject, response syntax).
 *
 * @param {CallState} call
 * @param {ServerState} server
 * @returns {Target}
 */
export function targetOf(call, { kind, resource, status }) {
  const named = resource || resourceOf(call.url);
  const method = sentMethod(call);
  const reads = method === 'GET' || method === 'HEAD';
  const isPart = method === 'GET' && named === 'object' && status === 0 && call.headers.some((header) => /^range *:/i.test(header));
  const object = named === 'object' && status === 0 ? [...(reads || method === 'PUT' ? ofObject : []), ...(reads ? contentOf(isPart) : [])] : status >= 400 ? [/** @type {[string, string]} */ (['Content-Type', 'application/xml'])] : [];
  return {
    bucket: kind === 'missing' ? 'missing' : 'exists',
    resource: named,
    status: status || (method === 'DELETE' ? 204 : isPart ? 206 : 200),
    headers: kind === 'missing' ? [] : [...exampleHeaders, ...object],
  };
}

/** A URL of S3: what stands before the endpoint in its host, and its path (AWS user guide, "Virtual hosting of buckets"). */
const urlOfS3 = /^https?:\/\/((?:[^/?#]+\.)?)s3(?:[.-][a-z0-9.-]+)?\.amazonaws\.com(?:\.cn)?(?::\d+)?\/?([^?#]*)/i;

/**
 * What a URL of S3 names, with the bucket in its host or in its path; elsewhere an object is what it can be taken for.
 *
 * @param {string} url
 * @returns {'object' | 'bucket' | 'service'}
 */
export function resourceOf(url) {
  const found = urlOfS3.exec(url.trim());
  if (!found) return 'object';
  const [bucket = '', key = ''] = found[1] ? [found[1], found[2]] : found[2].split(/\/(.*)/s);
  return key !== '' ? 'object' : bucket !== '' ? 'bucket' : 'service';
}

/**
 * The URL of the bucket in a URL: its origin, and the bucket's name where that stands in the path. None for what is no URL.
 *
 * @param {string} url
 */
export function bucketURLOf(url) {
  if (!/^https?:\/\//i.test(url.trim()) || !URL.canParse(url)) return undefined;
  const { origin } = new URL(url);
  const [, host, path] = urlOfS3.exec(url.trim()) ?? [];
  const bucket = host === '' ? path.split('/')[0] : '';
  return bucket ? `${origin}/${bucket}` : origin;
}

/**
 * The server as simulateFetch takes it. An answer that was pasted for one of the two requests stands beside what the bucket
 * answers to the other.
 *
 * @param {S3CORS} api
 * @param {Source | null} source
 * @param {CallState} call
 * @param {ServerState} server
 * @returns {Server}
 */
export function serverOf(api, source, call, server) {
  const target = targetOf(call, server);
  const { pasted, stands, cache } = server;
  if (server.kind !== 'pasted' || !pasted) return { cors: source, ...target, cache };
  const { response, redirects } = pasted;
  if (stands === 'both') return { response, redirects, cache };
  if (stands === 'preflight') return { preflight: response, response: actualOf(api, source, call, target), redirects, cache };
  const preflight = api.simulateFetch(fetchCall(call), { cors: source, ...target }).preflight?.response;
  return { ...(preflight && { preflight }), response, redirects, cache };
}

/**
 * @param {S3CORS} api
 * @param {Source | null} source
 * @param {CallState} call
 * @param {Target} target
 * @returns {HTTPResponse}
 */
function actualOf(api, source, call, target) {
  const { response } = api.simulateRequest(source, { method: sentMethod(call) || 'GET', headers: [['Origin', originOf(call.page)]] }, target);
  return response ? { status: response.status, headers: response.headers } : { status: 200, headers: [] };
}
