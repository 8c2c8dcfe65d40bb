// The browser compiles what runs often anew, and better. The module practises while nothing else happens, so that the first keys are
// answered nearly as fast as those after them.

/** Evaluations: more than these gain nothing more. */
const TIMES = 40;
/** Longer texts practise as they are typed in: each time takes but a few milliseconds, and a key waits for one at most. */
const LONGEST = 10_000;

/**
 * Evaluates a text so many times, each time as after a key.
 *
 * @param {(text: string) => void} evaluate
 * @param {string} text
 */
export function practise(evaluate, text) {
  if (text.length > LONGEST || typeof requestIdleCallback !== 'function') return;
  let left = TIMES;
  const once = () => {
    evaluate(text + ' '.repeat(left));
    left -= 1;
    if (left > 0) requestIdleCallback(once);
  };
  requestIdleCallback(once);
}
