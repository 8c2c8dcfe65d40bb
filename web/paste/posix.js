/**
 * The words of a command as a POSIX shell reads it (POSIX, Shell Command Language, sections 2.2 and 2.3), and bash's $'...'
 * (Bash Reference Manual, ANSI-C Quoting), in which browsers write what is not plain.
 */

/** @typedef {import('./notes.js').Notes} Notes */
/** @typedef {import('./notes.js').Word} Word */

const endings = new Set(['\n', ';', '|', '&', ')']);
/** A parameter or a command whose value only the shell knows. */
const expansion = /\$(?:[A-Za-z_]\w*|\{[^}\n]{0,1000}\}|\([^)\n]{0,1000}\)|[0-9@*#?!$-])|`[^`\n]{0,1000}`/y;
/** @type {Record<string, string>} */
const escapes = { a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const curly = new Map([['“', '”'], ['‘', '’']]);

/**
 * Reads the words of the command that begins at a place, up to the command's end.
 *
 * @param {string} text
 * @param {number} start
 * @param {Notes} notes
 * @returns {{ words: Word[], end: number }}
 */
export function posixWords(text, start, notes) {
  const reader = new Reader(text, start, notes);
  /** @type {Word[]} */
  const words = [];
  for (;;) {
    reader.skipBlanks();
    const c = text[reader.at];
    if (c === undefined || endings.has(c) || c === '#') break;
    const isRedirection = /[0-9]?[<>]/y;
    isRedirection.lastIndex = reader.at;
    if (isRedirection.test(text)) {
      reader.at = isRedirection.lastIndex;
      while (/[<>&|-]/.test(text[reader.at] ?? '')) reader.at++;
      reader.skipBlanks();
      if (!endings.has(text[reader.at] ?? '\n')) reader.word();
      continue;
    }
    words.push(reader.word());
  }
  return { words, end: reader.at };
}

class Reader {
  /**
   * @param {string} text
   * @param {number} at
   * @param {Notes} notes
   */
  constructor(text, at, notes) {
    this.text = text;
    this.at = at;
    this.notes = notes;
  }

  skipBlanks() {
    const blanks = /(?:[ \t\u00a0]|\\[ \t]*\r?\n|\r(?=\n))*/y; // blanks after a backslash are a slip of copying
    blanks.lastIndex = this.at;
    blanks.test(this.text);
    this.at = blanks.lastIndex;
  }

  /** @returns {Word} */
  word() {
    const start = this.at;
    /** @type {string[]} */
    const parts = [];
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined || /[\s;|&<>()]/.test(c)) {
        if (c === undefined || parts.length > 0 || this.at > start) break;
        this.at++; // a parenthesis at the beginning of a word
        continue;
      }
      parts.push(this.part(c, this.at === start));
    }
    return { text: parts.join(''), start, end: this.at };
  }

  /**
   * @param {string} c
   * @param {boolean} isFirst
   */
  part(c, isFirst) {
    const { text, at } = this;
    if (c === "'") return this.until("'");
    if (c === '"') return this.doubleQuoted();
    if (c === '$' && text[at + 1] === "'") return this.ansiQuoted();
    if (c === '$' && text[at + 1] === '"') return this.at++, this.doubleQuoted();
    if (c === '\\') return this.escaped();
    if (c === '$' || c === '`') return this.expansion();
    const closing = isFirst ? curly.get(c) : undefined;
    if (closing !== undefined) return this.curlyQuoted(closing);
    this.at++;
    return c;
  }

  escaped() {
    const next = this.text.slice(this.at + 1, this.at + 3);
    const isContinuation = next[0] === '\n' || next === '\r\n';
    this.at = Math.min(this.text.length, this.at + (next === '\r\n' ? 3 : 2));
    return isContinuation ? '' : next.slice(0, 1);
  }

  /** @param {string} closing */
  until(closing) {
    const end = this.text.indexOf(closing, this.at + 1);
    if (end < 0) return this.unclosed(this.text.slice(this.at + 1));
    const value = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return value;
  }

  /** @param {string} value */
  unclosed(value) {
    this.notes.addOnce(
      {
        code: 'unclosed-quote',
        severity: 'warning',
        topic: 'syntax',
        message: 'A quotation mark that is opened here is never closed',
        help: 'Paste the whole command.',
      },
      { start: this.at, end: this.at + 1 },
    );
    this.at = this.text.length;
    return value;
  }

  /** @param {string} closing */
  curlyQuoted(closing) {
    this.notes.addOnce(
      {
        code: 'curly-quotes',
        severity: 'info',
        topic: 'syntax',
        message: 'Curly quotation marks, which no shell knows, are read as straight ones',
      },
      { start: this.at, end: this.at + 1 },
    );
    return this.until(closing);
  }

  doubleQuoted() {
    const { text } = this;
    const parts = [];
    const start = this.at++;
    for (;;) {
      const c = text[this.at];
      if (c === undefined) {
        this.at = start;
        return this.unclosed(parts.join(''));
      }
      if (c === '"') break;
      if (c === '$' || c === '`') parts.push(this.expansion());
      else if (c === '\\' && /["\\$`\r\n]/.test(text[this.at + 1] ?? '')) parts.push(this.escaped());
      else {
        parts.push(c);
        this.at++;
      }
    }
    this.at++;
    return parts.join('');
  }

  expansion() {
    expansion.lastIndex = this.at;
    const [value] = expansion.exec(this.text) ?? [];
    if (value === undefined) return this.text[this.at++];
    const place = { start: this.at, end: this.at + value.length };
    this.at = place.end;
    this.notes.add(
      {
        code: 'placeholder',
        severity: 'warning',
        topic: 'syntax',
        message: `The value of ${value} is known only where the command runs, and is kept as it is written`,
        help: `Write its value in place of ${value}.`,
        parameters: { name: value },
      },
      place,
    );
    return value;
  }

  ansiQuoted() {
    const { text } = this;
    const start = this.at;
    const parts = [];
    const escape = /\\(?:x((?:[0-9a-fA-F]{1,2})(?:\\x[0-9a-fA-F]{1,2})*)|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|([^]))/y;
    for (this.at += 2; text[this.at] !== "'"; ) {
      const c = text[this.at];
      if (c === undefined) {
        this.at = start;
        return this.unclosed(parts.join(''));
      }
      escape.lastIndex = this.at;
      const [whole, bytes, short, long, octal, letter] = (c === '\\' && escape.exec(text)) || [c];
      this.at += whole.length;
      if (bytes !== undefined) parts.push(decodeBytes(bytes.split('\\x').map((hex) => parseInt(hex, 16))));
      else if (short !== undefined) parts.push(String.fromCharCode(parseInt(short, 16)));
      else if (long !== undefined) parts.push(parseInt(long, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(long, 16)) : '\ufffd');
      else if (octal !== undefined) parts.push(String.fromCharCode(parseInt(octal, 8) & 0xff));
      else parts.push(letter === undefined ? whole : (escapes[letter] ?? letter));
    }
    this.at++;
    return parts.join('');
  }
}

/**
 * Bytes as text: UTF-8, or else one character each, as older browsers wrote them.
 *
 * @param {number[]} bytes
 */
function decodeBytes(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return String.fromCharCode(...bytes);
  }
}
