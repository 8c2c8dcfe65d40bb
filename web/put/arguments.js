/**
 * The arguments of preparePut and acceptPut: each is checked and brought into one fixed form. Members that are left out, null
 * or '' (an empty field of a form) have their defaults.
 */

import { Argument } from '../loader/misuse.js';
import { readSource } from '../loader/source.js';
import { checksumAlgorithms } from './digests.js';

/** @typedef {import('../s3cors.js').ChecksumAlgorithm} ChecksumAlgorithm */
/** @typedef {[name: string, value: string][]} Pairs */

/**
 * The options of preparePut, the endpoint without a slash at its end; '' where there is none.
 *
 * @typedef {object} PutOptions
 * @property {string} bucket
 * @property {string} endpoint
 * @property {ChecksumAlgorithm | ''} checksumAlgorithm
 * @property {string} expectedBucketOwner
 */

/** @typedef {{ isMissing: boolean, isIBM: boolean, owner: string }} PutFacts  The facts of acceptPut. */

/**
 * @param {string} call
 * @param {unknown} value
 */
export function checkSource(call, value) {
  const argument = new Argument(call, 'source');
  if (value === undefined) throw argument.misuse(' is missing');
  readSource(argument, value);
}

/**
 * @param {unknown} value
 * @returns {PutOptions}
 */
export function readOptions(value) {
  const argument = new Argument('preparePut', 'options');
  const options = argument.object('', value === undefined ? {} : value);
  const algorithm = oneOf(argument, '.checksumAlgorithm', checksumAlgorithms, options.checksumAlgorithm);
  return {
    bucket: graphic(argument, '.bucket', options.bucket),
    endpoint: endpoint(argument, '.endpoint', options.endpoint),
    checksumAlgorithm: /** @type {ChecksumAlgorithm | ''} */ (algorithm),
    expectedBucketOwner: graphic(argument, '.expectedBucketOwner', options.expectedBucketOwner),
  };
}

/**
 * @param {unknown} value
 * @returns {PutFacts}
 */
export function readFacts(value) {
  const argument = new Argument('acceptPut', 'facts');
  const facts = argument.object('', value === undefined ? {} : value);
  return {
    isMissing: oneOf(argument, '.bucket', ['exists', 'missing'], facts.bucket) === 'missing',
    isIBM: oneOf(argument, '.service', ['s3', 'ibm-cos'], facts.service) === 'ibm-cos',
    owner: string(argument, '.bucketOwner', facts.bucketOwner),
  };
}

/**
 * A HeaderList as pairs. Headers and Map, which are lists of pairs too, may be given as they are.
 *
 * @param {unknown} value
 * @returns {Pairs}
 */
export function readHeaders(value) {
  const argument = new Argument('acceptPut', 'headers');
  if (typeof value !== 'object' || value === null) throw argument.wrong('', 'an object of names and values, or an array of pairs', value);
  const pairs = Symbol.iterator in value ? [.../** @type {Iterable<unknown>} */ (value)] : Object.entries(value);
  pairs.forEach((pair, index) => {
    const isPair = Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
    if (!isPair) throw argument.misuse(`[${index}] must be a pair of strings, the name and the value`);
  });
  return /** @type {Pairs} */ (pairs);
}

/**
 * @param {Argument} argument
 * @param {string} member
 * @param {unknown} value
 */
function string(argument, member, value) {
  return argument.stringOrNull(member, value) ?? '';
}

/**
 * A text that can stand in a header and in a command: visible ASCII, without a blank.
 *
 * @param {Argument} argument
 * @param {string} member
 * @param {unknown} value
 */
function graphic(argument, member, value) {
  const text = string(argument, member, value);
  if (!/^[!-~]*$/.test(text)) throw argument.wrong(member, 'of visible ASCII characters, without blanks', text);
  return text;
}

/**
 * @param {Argument} argument
 * @param {string} member
 * @param {string[]} words
 * @param {unknown} value
 */
function oneOf(argument, member, words, value) {
  const text = string(argument, member, value);
  if (text !== '' && !words.includes(text)) throw argument.wrong(member, words.map((word) => `'${word}'`).join(' or '), text);
  return text;
}

/**
 * An endpoint is the beginning of a URL; https:// may be left out, as in IBM's list of endpoints.
 *
 * @param {Argument} argument
 * @param {string} member
 * @param {unknown} value
 */
function endpoint(argument, member, value) {
  const text = string(argument, member, value);
  if (text === '') return '';
  const full = text.includes('://') ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  const isEndpoint = url !== null && /^https?:$/.test(url.protocol) && !/[?#]/.test(full) && url.username + url.password === '';
  if (!isEndpoint) throw argument.wrong(member, 'an http or https URL without user, query and fragment', text);
  return url.href.replace(/\/+$/, '');
}
