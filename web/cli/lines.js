/** The lines of a text. */

/** @import { Span } from '../s3cors.js' */

export class Lines {
  /** @type {number[]} where each line begins */
  #starts = [0];

  /** @param {string} text */
  constructor(text) {
    this.text = text;
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(index + end.length);
  }

  /**
   * Line and column of an offset, both counted from 1, the column in UTF-16 code units, as editors and SARIF do.
   *
   * @param {number} offset
   */
  place(offset) {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.#starts[low] + 1 };
  }

  /**
   * A line without its end, counted from 1.
   *
   * @param {number} line
   */
  line(line) {
    return this.text.slice(this.#starts[line - 1], this.#starts[line]).replace(/[\r\n]+$/, '');
  }

  /**
   * @param {Span} span
   */
  range({ start, end }) {
    return { start: this.place(start), end: this.place(end) };
  }
}
