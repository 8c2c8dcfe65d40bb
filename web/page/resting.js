// Work that waits until the user rests, so that no keystroke waits for it.

/**
 * @param {number} pause  Milliseconds after the last call of soon().
 * @param {() => void} work
 */
export function createResting(pause, work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(work, pause);
    },
    now() {
      clearTimeout(timer);
      work();
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
