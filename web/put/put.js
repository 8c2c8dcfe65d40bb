/**
 * preparePut and acceptPut of the API. They are loaded with the first call of one, and the hash functions with the first
 * digest.
 */

import { Payload } from '../loader/payload.js';
import { checkSource, readFacts, readHeaders, readOptions } from './arguments.js';
import { digestsFor, signedDigest } from './digests.js';
import { bucketURL, putHeaders } from './request.js';
import { curlCommand } from './shell.js';

/** @typedef {import('../s3cors.js').S3CORS} S3CORS */
/** @typedef {import('../s3cors.js').Source} Source */
/** @typedef {import('../s3cors.js').ConvertOptions} ConvertOptions */
/** @typedef {import('../s3cors.js').PreparedPut} PreparedPut */
/** @typedef {import('../s3cors.js').PutAnswer} PutAnswer */

/** @typedef {[name: string, value: string][]} Pairs */
/** @typedef {(payload: string) => PutAnswer} AnswerPut  The module's call that decides (wasm/doc.go). */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * @param {S3CORS} api
 * @param {Source} source
 * @param {unknown} [given]
 * @returns {Promise<PreparedPut>}
 */
export async function preparePut(api, source, given) {
  checkSource('preparePut', source);
  const options = readOptions(given);
  const asked = /** @type {ConvertOptions} */ (options);
  const { text, diagnostics: told } = api.convert(source, 'ibm-boto3', asked);
  // What else is lost on the way is in the report of convert.
  const diagnostics = told.filter(({ code, severity }) => severity === 'error' || code === 'owner-ignored');
  if (text === null) return { request: null, curl: null, awsCli: null, boto3: null, ibmBoto3: null, diagnostics };
  const { bytes, body } = asSent(String(api.toXML(source).text));
  const headers = await putHeaders(bytes, options);
  return {
    request: { method: 'PUT', url: `${bucketURL(options)}?cors`, headers, body },
    curl: curlCommand(headers, body, await signedDigest(bytes), options),
    awsCli: api.convert(source, 'aws-cli', asked).text,
    boto3: api.convert(source, 'boto3', asked).text,
    ibmBoto3: text,
    diagnostics,
  };
}

/**
 * @param {S3CORS} api
 * @param {AnswerPut} answerPut
 * @param {Source} source
 * @param {unknown} headers
 * @param {unknown} [given]
 * @returns {Promise<PutAnswer>}
 */
export async function acceptPut(api, answerPut, source, headers, given) {
  checkSource('acceptPut', source);
  const pairs = readHeaders(headers);
  const facts = readFacts(given);
  const written = typeof source === 'string' ? null : api.toXML(source);
  const text = written === null ? /** @type {string} */ (source) : written.text;
  const errors = written?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
  if (text === null) return { accepted: false, response: null, assumptions: [], diagnostics: errors };
  const { bytes, body } = asSent(text);
  const payload = new Payload();
  payload.number(facts.isMissing ? 1 : 0);
  payload.number(facts.isIBM ? 1 : 0);
  payload.string(facts.owner);
  writePairs(payload, pairs);
  writePairs(payload, await digestsFor(bytes, pairs));
  payload.string(body);
  const answer = answerPut(payload.text);
  // Places in a document that the caller has never seen would say nothing.
  return written === null ? answer : { ...answer, diagnostics: errors };
}

/**
 * @param {Payload} payload
 * @param {Pairs} pairs
 */
function writePairs(payload, pairs) {
  payload.number(pairs.length);
  for (const text of pairs.flat()) payload.string(text);
}

/**
 * A body as it is sent: UTF-8, in which a lone surrogate becomes U+FFFD (Encoding Standard, interface TextEncoder).
 *
 * @param {string} text
 */
function asSent(text) {
  const bytes = encoder.encode(text);
  return { bytes, body: decoder.decode(bytes) };
}
