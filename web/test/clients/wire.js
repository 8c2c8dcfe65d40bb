/**
 * What clients put on the wire, and the form of it: all but what depends on the version, the values and the hour.
 *
 * wire.json holds PutBucketCors requests as clients put them on the wire, without the headers that change by the hour.
 */

import { readFileSync } from 'node:fs';

import { valueOf } from './server.js';

/** @typedef {{ client: string, case: string, method: string, path: string, headers: Record<string, string>, body: string }} Recording */

/** @type {Recording[]} */
export const recordings = JSON.parse(readFileSync(new URL('wire.json', import.meta.url), 'utf8'));

/**
 * The recordings of a client, of all its versions.
 *
 * @param {string} client
 */
export function recordingsOf(client) {
  return recordings.filter((recording) => recording.client.startsWith(`${client} `));
}

/**
 * A recording as the server receives requests.
 *
 * @param {Recording} recording
 * @returns {Pick<import('./server.js').Received, 'method' | 'url' | 'headers' | 'body'>}
 */
export function asReceived({ method, path, headers, body }) {
  return { method, url: path, headers: Object.entries(headers), body: Buffer.from(body) };
}

/**
 * The form of a request: where the configuration is put, and how the document is written.
 *
 * @param {ReturnType<typeof asReceived>} request
 */
export function formOf({ method, url, headers, body }) {
  const text = body.toString('utf8');
  return {
    method,
    url,
    contentType: valueOf(headers, 'content-type'),
    declaration: text.startsWith('<?xml'),
    namespace: /<CORSConfiguration xmlns=/.test(text),
    /** Of each rule, its elements, an element that is repeated named once. */
    elements: text.split('<CORSRule>').slice(1).map((rule) => [...new Set(Array.from(rule.matchAll(/<(\w+)/g), ([, name]) => name))]),
    lineBreaks: text.includes('\n'),
    references: [...new Set(text.match(/&[^;]*;/g))].sort(),
  };
}

/**
 * The headers with which a client vouches for the body, apart from its signature. Versions of one client differ in them.
 *
 * @param {[string, string][]} headers
 */
export function digestsOf(headers) {
  return headers
    .map(([name]) => name.toLowerCase())
    .filter((name) => name === 'content-md5' || name === 'x-amz-sdk-checksum-algorithm' || name.startsWith('x-amz-checksum-'))
    .sort();
}
