/**
 * The values in a piece of JavaScript: literals, calls and names. What is computed keeps its text.
 */

/** @typedef {import('../s3cors.js').Span} Span */

/**
 * A value of a script. `text` is what it is where that is known, and how it is written elsewhere.
 *
 * @typedef {object} Value
 * @property {'string' | 'template' | 'object' | 'list' | 'call' | 'other'} kind
 * @property {string} text  of a call: the name of what is called
 * @property {number} start
 * @property {number} end
 * @property {Entry[]} entries  of an object
 * @property {Value[]} items  of a list, and the arguments of a call
 */

/** @typedef {{ name: string, start: number, value: Value }} Entry */

const maxDepth = 50;
const blanks = /(?:\s|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))*/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*(?:\s*(?:\?\.|\.)\s*[\p{L}_$][\p{L}\p{N}_$]*)*/uy;
/** @type {Record<string, string>} */
const escapes = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0' };

export class Script {
  /**
   * @param {string} text
   * @param {number} at
   */
  constructor(text, at) {
    this.text = text;
    this.at = at;
    this.depth = 0;
  }

  /** @param {RegExp} pattern */
  match(pattern) {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }

  /** The next character that counts; '' at the end. */
  next() {
    this.match(blanks);
    return this.text[this.at] ?? '';
  }

  /**
   * The values between the bracket here and its partner, by commas.
   *
   * @param {string} closing
   */
  list(closing) {
    const values = [];
    this.at++;
    for (let c = this.next(); c !== '' && c !== closing; c = this.next()) {
      const before = this.at;
      values.push(this.value());
      if (this.next() === ',' || this.at === before) this.at++;
      else if (/[)\]}]/.test(this.next()) && this.next() !== closing) break;
    }
    this.at = Math.min(this.text.length, this.at + 1);
    return values;
  }

  /** @returns {Value} */
  value() {
    this.next();
    const start = this.at;
    if (++this.depth > maxDepth) {
      this.at = this.text.length;
      this.depth--;
      return make('other', this.text.slice(start), start, this.at);
    }
    const value = this.primary(start);
    this.depth--;
    if (/[,)\]};]|^$/.test(this.next())) return value;
    this.skipExpression();
    return make('other', this.text.slice(start, this.at).trim(), start, this.at);
  }

  /**
   * @param {number} start
   * @returns {Value}
   */
  primary(start) {
    const c = this.text[start];
    if (c === '"' || c === "'") return make('string', this.string(c), start, this.at);
    if (c === '`') return this.template(start);
    if (c === '{') return { ...make('object', '', start, start), entries: this.object(), end: this.at };
    if (c === '[') return { ...make('list', '', start, start), items: this.list(']'), end: this.at };
    this.match(/new\s+/y);
    const name = this.match(word);
    if (name === null) {
      this.skipExpression();
      return make('other', this.text.slice(start, this.at).trim(), start, this.at);
    }
    if (this.next() !== '(') return make('other', name[0], start, this.at);
    return { ...make('call', name[0].replace(/\s+/g, ''), start, start), items: this.list(')'), end: this.at };
  }

  /** @param {string} quote */
  string(quote) {
    const parts = [];
    for (this.at++; this.at < this.text.length; ) {
      const c = this.text[this.at];
      if (c === quote || c === '\n') {
        this.at++;
        break;
      }
      parts.push(c === '\\' ? this.escape() : c);
      if (c !== '\\') this.at++;
    }
    return parts.join('');
  }

  escape() {
    const match = this.match(/\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r?\n)|([^])|$)/y);
    const [, braced, short, byte, lineEnd, letter] = match ?? [];
    const code = braced ?? short ?? byte;
    if (code !== undefined) return parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(code, 16)) : '\ufffd';
    return lineEnd === undefined ? (escapes[letter] ?? letter ?? '') : '';
  }

  /**
   * @param {number} start
   * @returns {Value}
   */
  template(start) {
    const parts = [];
    let isKnown = true;
    for (this.at++; this.at < this.text.length && this.text[this.at] !== '`'; ) {
      const c = this.text[this.at];
      if (c === '$' && this.text[this.at + 1] === '{') isKnown = false;
      parts.push(c === '\\' ? this.escape() : c);
      if (c !== '\\') this.at++;
    }
    this.at = Math.min(this.text.length, this.at + 1);
    return make(isKnown ? 'string' : 'template', parts.join(''), start, this.at);
  }

  /** @returns {Entry[]} */
  object() {
    const entries = [];
    this.at++;
    for (let c = this.next(); c !== '' && c !== '}'; c = this.next()) {
      const start = this.at;
      const name = c === '"' || c === "'" ? this.string(c) : this.match(word)?.[0];
      if (name === undefined) this.skipExpression();
      else if (this.next() === ':') {
        this.at++;
        entries.push({ name, start, value: this.value() });
      } else if (/[,}]/.test(this.next())) entries.push({ name, start, value: make('other', name, start, this.at) }); // { body }
      else this.skipExpression();
      if (this.next() === ',' || this.at === start) this.at++;
      else if (/[)\]]/.test(this.next())) break;
    }
    this.at = Math.min(this.text.length, this.at + 1);
    return entries;
  }

  /** Goes to the comma or the bracket that ends an expression. */
  skipExpression() {
    let open = 0;
    for (; this.at < this.text.length; this.at++) {
      const c = this.text[this.at];
      if (c === '"' || c === "'") {
        this.string(c);
        this.at--;
      } else if (c === '`') {
        this.template(this.at);
        this.at--;
      } else if ('([{'.includes(c)) open++;
      else if (')]}'.includes(c) && open-- === 0) return;
      else if ((c === ',' || c === ';') && open === 0) return;
    }
  }
}

/**
 * @param {Value['kind']} kind
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {Value}
 */
function make(kind, text, start, end) {
  return { kind, text, start, end, entries: [], items: [] };
}
