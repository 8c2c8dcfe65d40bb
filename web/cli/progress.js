/** A line on a terminal that says how far a long work is. Nothing is shown elsewhere, nor for short work. */

/** @import { Terminal } from './types.js' */

const worthShowing = 200;

/**
 * @param {Terminal['stderr']} stream
 * @param {number} total
 * @param {string} word
 */
export function createProgress(stream, total, word) {
  const isShown = stream.isTTY === true && total >= worthShowing;
  return {
    /** @param {number} done */
    show(done) {
      if (isShown) stream.write(`\r\u001b[K${word} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} (${Math.floor((100 * done) / total)} %)`);
    },
    end() {
      if (isShown) stream.write('\r\u001b[K');
    },
  };
}
