/**
 * A call of fetch() in a script as a request, above all what browsers write ("Copy as fetch", "Copy as fetch (Node.js)").
 */

import { noteMore, quoted } from './notes.js';
import { Script } from './script.js';

/** @typedef {import('./notes.js').Notes} Notes */
/** @typedef {import('./script.js').Value} Value */
/** @typedef {import('./browser-headers.js').Header} Header */
/** @typedef {import('./call.js').PastedRequest} PastedRequest */
/** @typedef {import('../s3cors.js').FetchCall} FetchCall */

export const fetchName = /(?:^|[^\p{L}\p{N}_$.]|\b(?:window|self|globalThis)\.)(fetch)\s*\(/u;

const credentials = ['omit', 'same-origin', 'include'];
const modes = ['cors', 'no-cors', 'same-origin', 'navigate'];

/**
 * @param {string} text
 * @param {number} start of the name
 * @param {Notes} notes
 * @returns {PastedRequest}
 */
export function readFetch(text, start, notes) {
  const script = new Script(text, text.indexOf('(', start));
  let [input, init] = script.list(')');
  const span = { start, end: Math.min(script.at, text.length) };
  if (input?.kind === 'call' && /^(?:[\w.]*\.)?Request$/.test(input.text)) [input, init] = [input.items[0], init ?? input.items[1]];
  if (input?.kind === 'call' && /^(?:[\w.]*\.)?URL$/.test(input.text)) input = ofURL(input);
  const more = fetchName.exec(text.slice(span.end));
  if (more !== null) noteMore(notes, { start: span.end + more.index, end: span.end + more.index + more[0].length });
  const options = new Map((init?.entries ?? []).map(({ name, value }) => [name, value]));
  if (init !== undefined && init.kind !== 'object' && init.text !== 'undefined') noteComputed(notes, 'options', init, 'The options of fetch() are');
  const method = options.get('method');
  const referrer = options.get('referrer');
  return {
    format: 'fetch',
    method: (method && normalised(textOf(method, notes, 'method') || 'GET')) ?? 'GET',
    url: input === undefined ? null : { text: urlOf(input, notes), start: input.start, end: input.end },
    headers: readHeaders(options.get('headers'), notes),
    body: bodyOf(options.get('body'), options.has('duplex'), notes),
    ...(referrer?.kind === 'string' && { referrer: referrer.text }),
    ...word('credentials', credentials, options.get('credentials')),
    ...word('mode', modes, options.get('mode')),
    span,
  };
}

/**
 * The methods whose letter case fetch() changes (Fetch, section "normalize a method").
 *
 * @param {string} method
 */
function normalised(method) {
  return /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
}

/**
 * @template {'credentials' | 'mode'} Name
 * @param {Name} name
 * @param {string[]} words
 * @param {Value | undefined} value
 * @returns {Partial<Pick<FetchCall, Name>>}
 */
function word(name, words, value) {
  if (value?.kind !== 'string' || !words.includes(value.text)) return {};
  return /** @type {Partial<Pick<FetchCall, Name>>} */ ({ [name]: value.text });
}

/**
 * What new URL() is given: against another base than the page it is known only if that is written there too.
 *
 * @param {Value} call
 * @returns {Value}
 */
function ofURL(call) {
  const [input, base] = call.items;
  if (input?.kind !== 'string' || base === undefined || URL.canParse(input.text) || ofPage.test(base.text)) return input ?? call;
  if (base.kind !== 'string') return base;
  return URL.canParse(input.text, base.text) ? { ...input, text: new URL(input.text, base.text).href } : call;
}

/** The page's own address. */
const ofPage = /^(?:(?:window|self|globalThis|document)\.)?(?:location(?:\.href|\.origin)?|baseURI|URL)$/;

/**
 * @param {Value} input
 * @param {Notes} notes
 */
function urlOf(input, notes) {
  if (input.kind === 'string') return input.text;
  noteComputed(notes, 'url', input, 'The URL is');
  return input.kind === 'template' ? input.text : '';
}

/**
 * @param {Value} value
 * @param {Notes} notes
 * @param {string} name
 */
function textOf(value, notes, name) {
  if (value.kind === 'string' || /^(?:-?[\d.]+|true|false)$/.test(value.text)) return value.text;
  noteComputed(notes, name, value, `The value of ${name} is`);
  return value.kind === 'other' || value.kind === 'template' ? value.text : '';
}

/**
 * @param {Notes} notes
 * @param {string} name
 * @param {Value} value
 * @param {string} beginning
 */
function noteComputed(notes, name, { text, start, end }, beginning) {
  notes.add(
    {
      code: 'placeholder',
      severity: 'warning',
      topic: 'syntax',
      message: `${beginning} computed by the script${text === '' ? '' : ` (${quoted(text)})`} and not known here`,
      help: 'Write the value in its place.',
      parameters: { name },
    },
    { start, end },
  );
}

/**
 * Headers in the three forms that fetch() takes: an object, pairs, and new Headers() of one of these.
 *
 * @param {Value | undefined} value
 * @param {Notes} notes
 * @returns {Header[]}
 */
function readHeaders(value, notes) {
  if (value === undefined) return [];
  if (value.kind === 'call' && value.text === 'Headers') return readHeaders(value.items[0], notes);
  if (value.kind === 'object') {
    return value.entries.map(({ name, start, value }) => ({ name, value: textOf(value, notes, name), start, end: value.end }));
  }
  if (value.kind === 'list') {
    return value.items.flatMap(({ items: [name, content], start, end }) =>
      name?.kind === 'string' && content !== undefined ? [{ name: name.text, value: textOf(content, notes, name.text), start, end }] : [],
    );
  }
  noteComputed(notes, 'headers', value, 'The headers are');
  return [];
}

/**
 * @param {Value | undefined} value
 * @param {boolean} hasDuplex  only a stream needs that option, so that it tells of a body whose name does not
 * @param {Notes} notes
 * @returns {FetchCall['body']}
 */
function bodyOf(value, hasDuplex, notes) {
  if (value === undefined || (value.kind === 'other' && /^(?:null|undefined)$/.test(value.text))) return undefined;
  if (value.kind === 'string' || value.kind === 'template') return 'string';
  const called = value.kind === 'call' ? value.text : '';
  if (called === 'JSON.stringify' || called === 'String' || /\.toString$/.test(called)) return 'string';
  if (called === 'URLSearchParams') return 'urlencoded';
  if (called === 'FormData') return 'form-data';
  if (/Array$|^ArrayBuffer$|^DataView$/.test(called)) return 'bytes';
  if (called === 'ReadableStream') return 'stream';
  if (called === 'Blob' || called === 'File') return { type: typeOf(value.items[called === 'Blob' ? 1 : 2]) };
  if (/stream$|readable$/i.test(value.text)) return 'stream';
  if (/form_?data/i.test(value.text)) return 'form-data';
  if (/params$/i.test(value.text)) return 'urlencoded';
  if (/json|text|string/i.test(value.text)) return 'string';
  if (hasDuplex) return 'stream';
  const { text, start, end } = value;
  notes.add(
    {
      code: 'body-unknown',
      severity: 'warning',
      topic: 'header',
      message: `Nothing here says what kind of body ${quoted(text)} is, and it is read as bytes, to which the browser adds no Content-Type`,
      help: 'Say which kind it is: a File or a Blob with a type sends that type as Content-Type.',
      parameters: { body: text },
    },
    { start, end },
  );
  return 'bytes';
}

/** @param {Value | undefined} options */
function typeOf(options) {
  const type = options?.entries.find(({ name }) => name === 'type')?.value;
  return type?.kind === 'string' ? type.text.toLowerCase() : '';
}
