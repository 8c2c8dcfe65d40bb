/**
 * What clients put on the wire, and the form of it: all but what depends on the version, the values and the hour.
 *
 * testdata/put/wire.json holds PutBucketCors requests as clients put them on the wire, without the headers that change by the
 * hour, and the configurations that the clients were told to put.
 */

import { readFileSync } from 'node:fs';

import { valueOf } from './server.js';

/** @typedef {import('../../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {{ method: string, url: string, headers: [name: string, value: string][], body: string }} Request */
/** @typedef {{ client: string, version?: string, library?: string, configuration: string, request: Request }} Recording */

const wire = /** @type {{ configurations: Record<string, CORSConfiguration>, cases: Recording[] }} */ (
  JSON.parse(readFileSync(new URL('../../../testdata/put/wire.json', import.meta.url), 'utf8'))
);

export const recordings = wire.cases;

/** The configurations by name, their keys in the order in which they were written, which some clients keep. */
export const recorded = wire.configurations;

/**
 * The name of a client with its version, and that of the library that makes its requests.
 *
 * @param {Recording} recording
 */
export function clientOf({ client, version, library }) {
  return [client, version, library && `(${library})`].filter(Boolean).join(' ');
}

/**
 * The recordings of a client, of all its versions.
 *
 * @param {string} client
 */
export function recordingsOf(client) {
  return recordings.filter((recording) => recording.client === client || recording.client.startsWith(`${client} `));
}

/**
 * The form of a request: where the configuration is put, and how the document is written.
 *
 * @param {{ method: string, url: string, headers: [string, string][], body: string | Buffer }} request
 */
export function formOf({ method, url, headers, body }) {
  const text = String(body);
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
