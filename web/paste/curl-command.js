/**
 * The arguments of a curl command as a request.
 */

import { lettersWithArgument, longWithArgument, longWithoutArgument, nameOfLetter } from './curl-options.js';
import { noteMore, quoted } from './notes.js';

/** @typedef {import('./notes.js').Notes} Notes */
/** @typedef {import('./notes.js').Word} Word */
/** @typedef {import('./browser-headers.js').Header} Header */
/** @typedef {import('./call.js').PastedRequest} PastedRequest */

export class Command {
  /** @type {Header[]} */
  headers = [];
  /** @type {Word | null} */
  url = null;
  /** @type {Word | null} */
  method = null;
  /** @type {string[]} */
  data = [];
  /** @type {string[]} */
  query = [];
  isHead = false;
  isGet = false;
  isForm = false;
  isUpload = false;
  isJSON = false;
  isEnded = false;

  /**
   * @param {Word[]} words
   * @param {import('../s3cors.js').Span} span
   * @param {Notes} notes
   */
  constructor(words, span, notes) {
    this.words = words;
    this.span = span;
    this.notes = notes;
    this.at = 0;
  }

  read() {
    for (; this.at < this.words.length && !this.isEnded; this.at++) {
      const word = this.words[this.at];
      if (word.text.startsWith('--') && word.text.length > 2) this.long(word, word.text.slice(2));
      else if (/^-[^-]/.test(word.text)) this.letters(word);
      else if (word.text !== '--' && word.text !== '') this.setURL(word);
    }
  }

  /**
   * @param {Word} word
   * @param {string} name
   */
  long(word, name) {
    if (name === 'next') {
      noteMore(this.notes, word);
      this.isEnded = true;
    } else if (name.startsWith('expand-') || longWithArgument.has(name)) this.option(name.replace(/^expand-/, ''), this.argument());
    else if (longWithoutArgument.has(name) || name.startsWith('no-')) this.option(name, word);
    else this.unknown(word);
  }

  /** @param {Word} word */
  letters(word) {
    for (let i = 1; i < word.text.length; i++) {
      const letter = word.text[i];
      if (letter === ':') return this.long(word, 'next');
      if (!lettersWithArgument.includes(letter)) {
        if (nameOfLetter[letter] !== undefined) this.option(nameOfLetter[letter], word);
        else if (!/[#0-9a-zA-Z]/.test(letter)) return this.unknown(word);
        continue;
      }
      const rest = word.text.slice(i + 1);
      const argument = rest === '' ? this.argument() : { text: rest, start: word.start, end: word.end };
      return this.option(nameOfLetter[letter] ?? '', argument);
    }
  }

  /** The word behind an option. */
  argument() {
    return this.words[++this.at] ?? { text: '', start: this.span.end, end: this.span.end };
  }

  /** @param {Word} word */
  unknown({ text, start, end }) {
    this.notes.add(
      { code: 'unknown-option', severity: 'info', topic: 'syntax', message: `${quoted(text)} is no option of curl's that is known here, and is passed over`, parameters: { option: text } },
      { start, end },
    );
  }

  /**
   * @param {string} name
   * @param {Word} word  its argument, or the option itself
   */
  option(name, word) {
    const { text } = word;
    switch (name) {
      case 'request':
        this.method = word;
        break;
      case 'url':
        this.setURL(word);
        break;
      case 'header':
        this.header(word);
        break;
      case 'user-agent':
        this.add('User-Agent', text, word);
        break;
      case 'referer':
        this.add('Referer', text.replace(/;auto$/, ''), word);
        break;
      case 'cookie':
        this.add('Cookie', text, word);
        break;
      case 'user':
        this.add('Authorization', `Basic ${base64(text)}`, word);
        break;
      case 'oauth2-bearer':
        this.add('Authorization', `Bearer ${text}`, word);
        break;
      case 'range':
        this.add('Range', `bytes=${text}`, word);
        break;
      case 'head':
        this.isHead = true;
        break;
      case 'get':
        this.isGet = true;
        break;
      case 'form':
      case 'form-string':
        this.isForm = true;
        break;
      case 'upload-file':
        this.isUpload = true;
        break;
      case 'url-query':
        this.query.push(text);
        break;
      case 'aws-sigv4':
        this.signed(word);
        break;
      case 'json':
        this.isJSON = true;
        this.data.push(text);
        break;
      default:
        if (name.startsWith('data')) this.data.push(name === 'data-urlencode' ? urlencoded(text) : text);
    }
  }

  /** @param {Word} word */
  setURL(word) {
    if (this.url !== null) noteMore(this.notes, word);
    else this.url = word;
  }

  /** @param {Word} word */
  header(word) {
    const colon = word.text.indexOf(':', 1); // that at the beginning belongs to a name of HTTP/2
    if (colon > 0) {
      const value = word.text.slice(colon + 1).trim();
      if (value !== '') this.add(word.text.slice(0, colon).trim(), value, word); // without a value the header is not sent
    } else if (word.text.endsWith(';')) this.add(word.text.slice(0, -1).trim(), '', word);
    else if (word.text[0] !== '@') {
      this.notes.add(
        { code: 'unreadable-header', severity: 'warning', topic: 'header', message: `${quoted(word.text)} is not a header, which has a name, a colon and a value`, parameters: { line: word.text } },
        { start: word.start, end: word.end },
      );
    }
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {Word} word
   */
  add(name, value, { start, end }) {
    this.headers.push({ name, value, start, end });
  }

  /** @param {Word} word */
  signed({ start, end }) {
    this.notes.add(
      {
        code: 'signed-by-curl',
        severity: 'info',
        topic: 'header',
        message: 'curl signs this request and adds Authorization, x-amz-date and x-amz-content-sha256, which are not among the headers read',
        help: 'Add them, if the page signs its requests in the same way.',
      },
      { start, end },
    );
  }

  /** @returns {PastedRequest} */
  request() {
    const hasData = this.data.length > 0 && !this.isGet;
    if (this.isJSON) {
      this.default('Content-Type', 'application/json');
      this.default('Accept', 'application/json');
    }
    if (this.isHead && this.method === null) this.noteHead();
    const implied = this.isHead ? 'HEAD' : this.isUpload ? 'PUT' : hasData || this.isForm ? 'POST' : 'GET';
    return {
      format: 'curl',
      method: this.method?.text || implied,
      url: this.url && { ...this.url, text: this.withQuery(withScheme(this.url, this.notes)) },
      headers: this.headers,
      body: this.isForm ? 'form-data' : this.isUpload ? 'bytes' : hasData ? (this.hasHeader('Content-Type') ? 'string' : 'urlencoded') : undefined,
      span: this.span,
    };
  }

  /** @param {string} url */
  withQuery(url) {
    const added = [...this.query, ...(this.isGet ? this.data : [])].join('&');
    if (added === '') return url;
    const [whole, fragment = ''] = url.split(/(?=#)/, 2);
    return `${whole}${whole.includes('?') ? '&' : '?'}${added}${fragment}`;
  }

  /** @param {string} name */
  hasHeader(name) {
    return this.headers.some((header) => header.name.toLowerCase() === name.toLowerCase());
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  default(name, value) {
    if (!this.hasHeader(name)) this.add(name, value, { text: '', ...this.span });
  }

  noteHead() {
    this.notes.add(
      {
        code: 'head-method',
        severity: 'info',
        topic: 'method',
        message: 'curl -I sends HEAD, which a rule for GET alone does not cover',
        help: 'Write -i in place of -I to send GET and see the headers too.',
      },
      this.span,
    );
  }
}

/**
 * A URL as curl takes it: http is its guess where there is no scheme (curl's manual page, section URL).
 *
 * @param {Word} word
 * @param {Notes} notes
 */
function withScheme({ text, start, end }, notes) {
  const url = text.trim();
  if (url === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || /^[$%]/.test(url)) return url;
  notes.add(
    { code: 'scheme-assumed', severity: 'info', topic: 'syntax', message: `${quoted(url)} has no scheme, and http is what curl assumes`, help: 'Write https:// before it, if that is meant.', parameters: { url } },
    { start, end },
  );
  return `http://${url}`;
}

/** @param {string} text */
function base64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * The argument of --data-urlencode: what stands behind the first =, and all of it where there is none.
 *
 * @param {string} text
 */
function urlencoded(text) {
  const equals = text.indexOf('=');
  const encode = (/** @type {string} */ value) => encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));
  return equals < 0 ? encode(text) : `${text.slice(0, equals)}${equals > 0 ? '=' : ''}${encode(text.slice(equals + 1))}`;
}
