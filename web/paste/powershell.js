/**
 * The words of a command as PowerShell reads it (about_Quoting_Rules, about_Special_Characters, about_Hash_Tables).
 */

/** @typedef {import('./notes.js').Notes} Notes */
/** @typedef {import('./notes.js').Word} Word */
/** @typedef {Word & { pairs?: { name: Word, value: Word }[] }} PowerShellWord  A word, or the pairs of a hash table. */

/** @type {Record<string, string>} */
const escapes = { 0: '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const expansion = /\$(?:\(\[char\](?:0x)?([0-9a-fA-F]+)\)|\([^)\n]{0,1000}\)|\{[^}\n]{0,1000}\}|[A-Za-z_][\w:]*(?:\.\w+)*)/y;

/**
 * @param {string} text
 * @param {number} start
 * @param {Notes} notes
 * @returns {{ words: PowerShellWord[], end: number }}
 */
export function powershellWords(text, start, notes) {
  const reader = new Reader(text, start, notes);
  /** @type {PowerShellWord[]} */
  const words = [];
  for (;;) {
    reader.skip(/(?:[ \t]|`[ \t]*\r?\n|\r(?=\n))*/y);
    const c = text[reader.at];
    if (c === undefined || /[\n;|#)]/.test(c)) return { words, end: reader.at };
    words.push(text.startsWith('@{', reader.at) ? reader.table() : reader.word(/[\s;|,)]/));
    if (text[reader.at] === ',') reader.at++;
  }
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

  /** @param {RegExp} pattern */
  skip(pattern) {
    pattern.lastIndex = this.at;
    pattern.test(this.text);
    this.at = Math.max(this.at, pattern.lastIndex);
  }

  /** @returns {PowerShellWord} */
  table() {
    const start = this.at;
    const pairs = [];
    this.at += 2;
    for (;;) {
      this.skip(/(?:[\s;]|`\r?\n|#[^\n]*)*/y);
      if (this.text[this.at] === undefined || this.text[this.at] === '}') break;
      const name = this.word(/[\s;=}]/);
      this.skip(/\s*=?\s*/y);
      pairs.push({ name, value: this.word(/[\s;}]/) });
    }
    this.at = Math.min(this.text.length, this.at + 1);
    return { text: '', start, end: this.at, pairs };
  }

  /**
   * @param {RegExp} ending
   * @returns {Word}
   */
  word(ending) {
    const { text } = this;
    const start = this.at;
    const parts = [];
    for (;;) {
      const c = text[this.at];
      if (c === undefined || (ending.test(c) && this.at > start)) break;
      const hereString = /@(["'])[ \t]*\r?\n/y;
      hereString.lastIndex = this.at;
      const mark = hereString.exec(text);
      if (mark !== null) parts.push(this.hereString(mark[0], mark[1]));
      else if (c === "'") parts.push(this.singleQuoted());
      else if (c === '"') parts.push(this.doubleQuoted());
      else if (c === '`') parts.push(this.escaped());
      else if (c === '$') parts.push(this.expansion());
      else {
        parts.push(c);
        this.at++;
      }
    }
    return { text: parts.join(''), start, end: this.at };
  }

  /**
   * @param {string} opening
   * @param {string} quote
   */
  hereString(opening, quote) {
    const from = this.at + opening.length;
    const end = this.text.indexOf(`\n${quote}@`, from - 1);
    this.at = end < 0 ? this.text.length : end + 3;
    return this.text.slice(from, Math.max(from, end < 0 ? this.text.length : end));
  }

  singleQuoted() {
    const parts = [];
    for (this.at++; this.at < this.text.length; this.at++) {
      const c = this.text[this.at];
      if (c === "'" && this.text[++this.at] !== "'") break;
      parts.push(c);
    }
    return parts.join('');
  }

  doubleQuoted() {
    const { text } = this;
    const parts = [];
    this.at++;
    while (this.at < text.length) {
      const c = text[this.at];
      if (c === '`') parts.push(this.escaped());
      else if (c === '$') parts.push(this.expansion());
      else {
        this.at++;
        if (c === '"' && text[this.at++] !== '"') {
          this.at--;
          break;
        }
        parts.push(c);
      }
    }
    return parts.join('');
  }

  escaped() {
    const c = this.text[this.at + 1] ?? '';
    this.at = Math.min(this.text.length, this.at + 2);
    return escapes[c] ?? c;
  }

  expansion() {
    expansion.lastIndex = this.at;
    const [value, character] = expansion.exec(this.text) ?? [];
    if (value === undefined) return this.text[this.at++];
    const place = { start: this.at, end: this.at + value.length };
    this.at = place.end;
    if (character !== undefined) return String.fromCharCode(parseInt(character, value.includes('0x') ? 16 : 10) & 0xffff);
    const isConstant = /^\$(?:true|false|null)$/i.test(value);
    if (!isConstant && !/^\$session\b/i.test(value)) {
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
    }
    return value;
  }
}
