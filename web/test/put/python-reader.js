/**
 * Reads back the Python that the API writes: calls with literals for arguments. It knows that much of the language and no
 * more, and throws at anything else.
 */

const escapes = /** @type {Record<string, string>} */ ({ '\\': '\\', "'": "'", n: '\n' });

/**
 * The keyword arguments of a call in a program, by the name of what is called.
 *
 * @param {string} program
 * @param {string} callee
 */
export function readCall(program, callee) {
  const start = program.indexOf(`${callee}(`);
  if (start < 0) throw new Error(`there is no call of ${callee}`);
  const reader = new Reader(program, start + callee.length + 1);
  return reader.keywords();
}

class Reader {
  /**
   * @param {string} text
   * @param {number} at
   */
  constructor(text, at) {
    this.text = text;
    this.at = at;
  }

  /** White space and comments. */
  space() {
    this.take(/(?:[ \n]|#[^\n]*)*/y);
  }

  /**
   * What a sticky pattern matches here.
   *
   * @param {RegExp} pattern
   */
  take(pattern) {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) throw new Error(`${pattern} does not fit ${JSON.stringify(this.text.slice(this.at, this.at + 40))}`);
    this.at = pattern.lastIndex;
    return match[0];
  }

  /** @param {string} character */
  accept(character) {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  keywords() {
    /** @type {Record<string, unknown>} */
    const found = {};
    for (this.space(); !this.accept(')'); this.space()) {
      const name = this.take(/\w+/y);
      this.take(/=/y);
      found[name] = this.value();
      if (!this.accept(',') && this.text[this.at] !== ')') throw new Error('a comma is missing');
    }
    return found;
  }

  /** @returns {unknown} */
  value() {
    if (this.accept("'")) return this.string();
    if (this.accept('[')) return this.items(']', () => this.value());
    if (this.accept('{')) {
      return Object.fromEntries(this.items('}', () => {
        const name = this.value();
        this.take(/: /y);
        return [name, this.value()];
      }));
    }
    return Number(this.take(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/y));
  }

  /**
   * @template T
   * @param {string} close
   * @param {() => T} item
   */
  items(close, item) {
    const found = [];
    for (this.space(); !this.accept(close); this.space()) {
      found.push(item());
      if (!this.accept(',') && this.text[this.at] !== close) throw new Error('a comma is missing');
    }
    return found;
  }

  string() {
    let value = '';
    while (!this.accept("'")) {
      if (!this.accept('\\')) {
        value += this.take(/[^'\\\n\r\0]+/y);
        continue;
      }
      const code = this.take(/[\\'n]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}/y);
      value += code.length === 1 ? escapes[code] : String.fromCodePoint(Number.parseInt(code.slice(1), 16));
    }
    return value;
  }
}
