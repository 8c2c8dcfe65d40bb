// Work that waits until the user rests, so that no keystroke waits for it.

/**
 * @param {number} pause  Milliseconds after the last call of soon().
 * @param {() => void} work
 */
export function createResting(pause, work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let due = 0;
  // A key puts off when it is due and leaves the timer as it is: setting another takes longer than looking again.
  const look = () => {
    const left = due - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (timer === undefined) work();
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    soon() {
      due = performance.now() + pause;
      timer ??= setTimeout(look, pause);
    },
    now() {
      stop();
      work();
    },
    stop,
  };
}
