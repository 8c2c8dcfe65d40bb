/**
 * Finds what S3 answered in a text: its XML document, or its code and message as SDKs and programs print them.
 */

import { commonWords, s3Errors, s3Messages } from './s3-errors.js';
import { clientGoesOn, elementStretches, elementText, lineStretches, memberStretches } from './s3-stretches.js';

/** @typedef {import('./s3-errors.js').ErrorMeaning} ErrorMeaning */
/** @typedef {import('./s3-errors.js').KnownMessage} KnownMessage */
/** @typedef {import('./s3-stretches.js').Stretch} Stretch */
/** @typedef {import('../s3cors.js').S3Error} S3Error */

/**
 * @typedef {object} FoundError
 * @property {S3Error} error
 * @property {ErrorMeaning} means
 * @property {string} [assumption]
 * @property {string} [quoted]  the value that the message names: {1} of its meaning
 * @property {boolean} isSure  the message was found, or a code that is no word of the language
 * @property {Record<string, string>} values
 * @property {number} start
 * @property {number} end
 */

/**
 * A message of S3's in a stretch.
 *
 * @typedef {{ from: number, to: number, message: string, quoted?: string }} Sentence
 */

const before = /(?:<Code>\s*|\(|[Cc]ode["']?\s*[:=]\s*["']?|api error |["'])$/;
const after = /^(?:\s*<\/Code>|:|\) when|["'])/;
const unknownCode = /<Code>\s*([A-Za-z]\w*)\s*<\/Code>|An error occurred \(([A-Za-z]\w*)\) when calling|api error ([A-Za-z]\w*):|Error Code: ([A-Za-z]\w*)/;

/** What leads to S3's message in a line of botocore, of the SDK for Go or of that for JavaScript. */
const introduction = /(?:An error occurred \(\w+\) when calling the \w+ operation(?: \([^)]*\))?|\bapi error \w+|\b([A-Z]\w+)): ?$/;

/** Where what surrounds a message goes on in its line: a tag, an escaped line break, a closing quote. */
const textGoesOn = /<\/|\\[nr]|\\{0,8}["'`](?=\s*(?:[,})\]]|$))/;

/** Where a value at the end of a sentence ends, if the line may go on in any way. */
const valueEnds = /[.,;:!?]?(?:\\{0,8}["'`”’»)](?=\W|$)|$)|[.,;:!?]\s/;

/**
 * @param {string} text
 * @returns {FoundError[]}
 */
export function findS3Errors(text) {
  const byMessage = findMessages(text);
  const codes = findCodes(text);
  // The message says more than the code that stands beside it.
  return [...byMessage, ...codes.filter(({ error }) => !byMessage.some((one) => one.error.code === error.code))];
}

/** @param {string} text */
function findMessages(text) {
  // What stands before the value has no character that is escaped, but for the quote.
  const candidates = s3Messages.filter(({ says }) => says.some((one) => text.includes(one.split(/ ?"?\{1\}/, 1)[0])));
  if (candidates.length === 0) return [];
  const stretches = [...elementStretches(text), ...memberStretches(text), ...lineStretches(text)];
  return candidates.flatMap((known) => firstOf(text, known, stretches) ?? []);
}

/**
 * @param {string} text
 * @param {KnownMessage} known
 * @param {Stretch[]} stretches
 * @returns {FoundError | undefined}
 */
function firstOf(text, { code, says, goesOn = '.', means }, stretches) {
  for (const stretch of stretches) {
    for (const one of says) {
      const sentence = sentenceIn(stretch, one, goesOn);
      if (sentence === undefined) continue;
      const { from, to, message, quoted } = sentence;
      return {
        ...found(text, code, stretch.places[from], stretch.places[to], { ...s3Errors[code], ...means }, true, message),
        ...(means.assumption !== undefined && { assumption: means.assumption }),
        ...(quoted !== undefined && { quoted }),
      };
    }
  }
  return undefined;
}

/**
 * @param {Stretch} stretch
 * @param {string} says
 * @param {string} goesOn
 * @returns {Sentence | undefined}
 */
function sentenceIn(stretch, says, goesOn) {
  const { words, isMessage } = stretch;
  if (says.endsWith('{1}')) return openSentence(stretch, says.slice(0, -' {1}'.length));
  const [begins, ends = ''] = says.split('{1}');
  const first = words.indexOf(begins);
  const last = first < 0 ? -1 : words.indexOf(ends, first + begins.length);
  if (last < 0) return undefined;
  // What the value begins with may have been written of before.
  const from = words.lastIndexOf(begins, last - begins.length);
  const stop = last + ends.length;
  const rest = [goesOn, '.'].find((one) => words.startsWith(one, stop)) ?? '';
  const to = stop + rest.length;
  const quoted = says === begins ? undefined : words.slice(from + begins.length, last);
  const message = isMessage ? words : words.slice(from, isIntroduced(words, from) ? Math.max(to, lineEnd(words, stop)) : to).trimEnd();
  return { from, to, message, quoted };
}

/**
 * A message that ends with its value, behind a blank that is lost where the value is empty and the line was trimmed.
 *
 * @param {Stretch} stretch
 * @param {string} begins
 * @returns {Sentence | undefined}
 */
function openSentence({ words, isMessage }, begins) {
  const from = words.indexOf(begins);
  if (from < 0) return undefined;
  const stop = from + begins.length;
  const behind = words[stop] === ' ' ? stop + 1 : stop;
  const isExact = isMessage || isIntroduced(words, from);
  // People put the value into quotes, S3 does not.
  const at = !isExact && /^["'`“‘]\w/.test(words.slice(behind, behind + 2)) ? behind + 1 : behind;
  const quoted = isMessage ? words.slice(at) : valueInLine(words, at, isExact);
  const to = at + quoted.length;
  return { from, to, message: isMessage ? words : words.slice(from, to), quoted };
}

/**
 * @param {string} words
 * @param {number} at
 * @param {boolean} isExact  the line is S3's message from here on, and no prose stands behind it
 */
function valueInLine(words, at, isExact) {
  const end = lineEnd(words, at);
  const value = words.slice(at, end).trimEnd();
  if (!isExact) return value.slice(0, value.search(valueEnds));
  // S3 writes no full stop behind the value, and SDKs go on behind one.
  return end < words.length ? value.replace(/\.$/, '') : value;
}

/**
 * Whether what stands before says that S3's message comes.
 *
 * @param {string} words
 * @param {number} from
 */
function isIntroduced(words, from) {
  const match = introduction.exec(words.slice(Math.max(0, from - 200), from));
  return match !== null && (match[1] === undefined || Object.hasOwn(s3Errors, match[1]));
}

/**
 * Where S3's message ends in a line.
 *
 * @param {string} words
 * @param {number} at
 */
function lineEnd(words, at) {
  const rest = words.slice(at);
  const ends = [clientGoesOn, textGoesOn].map((pattern) => rest.search(pattern)).filter((end) => end >= 0);
  return at + Math.min(rest.length, ...ends);
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
 * @param {string} [message]  where it was found, and not the code
 * @returns {FoundError}
 */
function found(text, code, start, end, means, isSure, message) {
  const document = documentAround(text, start);
  const method = elementText(document, 'Method')?.trim();
  const resourceType = elementText(document, 'ResourceType')?.trim();
  /** @type {Record<string, string>} */
  const values = {};
  for (const name of ['BucketName', 'Key', 'Region', 'Endpoint', 'Bucket']) {
    const value = elementText(document, name)?.trim();
    if (value !== undefined) values[name] = value;
  }
  const error = {
    code,
    message: message ?? elementText(document, 'Message') ?? messageBeside(text, start, end),
    ...(method !== undefined && { method }),
    ...((resourceType === 'OBJECT' || resourceType === 'BUCKET') && { resourceType: /** @type {'OBJECT' | 'BUCKET'} */ (resourceType) }),
  };
  return { error, means, isSure, values, start, end };
}

/**
 * The document of S3's that a place is in, which may lack its beginning or its end: what stands between those of other documents.
 *
 * @param {string} text
 * @param {number} place
 */
function documentAround(text, place) {
  const earlier = text.slice(0, place);
  const ends = [text.indexOf('</Error>', place), text.indexOf('<Error>', place)].filter((end) => end >= 0);
  return text.slice(Math.max(0, earlier.lastIndexOf('<Error>'), earlier.lastIndexOf('</Error>')), Math.min(text.length, ...ends));
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
  if (beside !== undefined) return beside.slice(0, lineEnd(beside, 0)).trim();
  return s3Errors[text.slice(start, end)] === undefined ? text.slice(start, end) : '';
}
