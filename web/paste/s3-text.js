/**
 * Finds what S3 answered in a text: its XML document, or its code and message as SDKs and programs print them.
 */

import { commonWords, s3Errors, s3Messages } from './s3-errors.js';

/** @typedef {import('./s3-errors.js').ErrorMeaning} ErrorMeaning */
/** @typedef {import('../s3cors.js').S3Error} S3Error */

/**
 * @typedef {object} FoundError
 * @property {S3Error} error
 * @property {ErrorMeaning} means
 * @property {string} [assumption]
 * @property {boolean} isSure  the message was found, or a code that is no word of the language
 * @property {Record<string, string>} values
 * @property {number} start
 * @property {number} end
 */

const before = /(?:<Code>\s*|\(|[Cc]ode["']?\s*[:=]\s*["']?|api error |["'])$/;
const after = /^(?:\s*<\/Code>|:|\) when|["'])/;
const unknownCode = /<Code>\s*([A-Za-z]\w*)\s*<\/Code>|An error occurred \(([A-Za-z]\w*)\) when calling|api error ([A-Za-z]\w*):|Error Code: ([A-Za-z]\w*)/;

/**
 * @param {string} text
 * @returns {FoundError[]}
 */
export function findS3Errors(text) {
  const byMessage = s3Messages.flatMap(({ code, message, means }) => {
    const match = message.exec(text);
    if (match === null) return [];
    const filled = (/** @type {string} */ words) => words.replaceAll('{1}', () => match[1] ?? '');
    const base = s3Errors[code];
    const meaning = { ...base, ...means, meaning: filled(means.meaning ?? base.meaning) };
    return [{ ...found(text, code, match.index, match.index + match[0].length, meaning, true), ...(means.assumption !== undefined && { assumption: means.assumption }) }];
  });
  const codes = findCodes(text);
  // The message says more than the code that stands beside it.
  return [...byMessage, ...codes.filter(({ error }) => !byMessage.some((one) => one.error.code === error.code))];
}

/** @param {string} text */
function findCodes(text) {
  /** @type {FoundError[]} */
  const list = [];
  const seen = new Set();
  for (const { 0: word, index } of text.matchAll(/\b[A-Z][A-Za-z0-9]+\b/g)) {
    if (seen.has(word) || !Object.hasOwn(s3Errors, word)) continue;
    const end = index + word.length;
    const isMarked = before.test(text.slice(Math.max(0, index - 20), index)) || after.test(text.slice(end, end + 20));
    if (commonWords.has(word) && !isMarked) continue;
    seen.add(word);
    list.push(found(text, word, index, end, s3Errors[word], isMarked || !commonWords.has(word)));
  }
  const other = list.length > 0 ? null : unknownCode.exec(text);
  if (other !== null) {
    const code = other.slice(1).find((group) => group !== undefined) ?? '';
    const at = other.index + other[0].indexOf(code);
    list.push(found(text, code, at, at + code.length, unknown(code), true));
  }
  return list;
}

/**
 * @param {string} code
 * @returns {ErrorMeaning}
 */
function unknown(code) {
  return {
    cors: 'no',
    meaning: `The service answered ${code}, which is no code of S3’s that is known here; S3 refuses for CORS with AccessForbidden or BadRequest alone`,
    next: ['Look at the message beside the code, and at the documentation of the service.'],
    related: ['rights-shown-as-cors'],
  };
}

/**
 * @param {string} text
 * @param {string} code
 * @param {number} start
 * @param {number} end
 * @param {ErrorMeaning} means
 * @param {boolean} isSure
 * @returns {FoundError}
 */
function found(text, code, start, end, means, isSure) {
  const method = element(text, 'Method');
  const resourceType = element(text, 'ResourceType');
  /** @type {Record<string, string>} */
  const values = {};
  for (const name of ['BucketName', 'Key', 'Region', 'Endpoint', 'Bucket']) {
    const value = element(text, name);
    if (value !== undefined) values[name] = value;
  }
  const error = {
    code,
    message: element(text, 'Message') ?? messageBeside(text, start, end),
    ...(method !== undefined && { method }),
    ...((resourceType === 'OBJECT' || resourceType === 'BUCKET') && { resourceType: /** @type {'OBJECT' | 'BUCKET'} */ (resourceType) }),
  };
  return { error, means, isSure, values, start, end };
}

/** @type {Record<string, string>} */
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The text of an element of S3's error document.
 *
 * @param {string} text
 * @param {string} name
 */
function element(text, name) {
  const start = text.indexOf(`<${name}>`);
  const end = text.indexOf(`</${name}>`, start);
  if (start < 0 || end < 0) return undefined;
  return text.slice(start + name.length + 2, end).trim().replace(/&(lt|gt|amp|quot|apos);/g, (_, entity) => entities[entity]);
}

/**
 * What stands behind a code in its line: "Code: message", "(Code) when calling the X operation: message".
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function messageBeside(text, start, end) {
  const line = text.slice(end, end + 1000).split('\n', 1)[0];
  const beside = /^(?:\) when calling the \w+ operation(?: \([^)]*\))?)?: ?(.*)$/.exec(line)?.[1];
  if (beside !== undefined) return beside.trim();
  return s3Errors[text.slice(start, end)] === undefined ? text.slice(start, end) : '';
}
