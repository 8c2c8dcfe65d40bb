// Undo over both ways of editing: each card edit is a step; typing that goes on is one.

/** Typing that rests for longer begins a new step; milliseconds. */
const PAUSE = 1_000;
const LONGEST = 200;

/** @param {string} initial */
export function createHistory(initial) {
  let steps = [initial];
  let at = 0;
  let typing = false;
  let changed = 0;
  return {
    /**
     * Records the text after an edit.
     *
     * @param {string} text
     * @param {boolean} typed  Whether it was typed, and may join the step before.
     * @param {number} now  Milliseconds.
     */
    record(text, typed, now) {
      if (text === steps[at]) return;
      const joins = typed && typing && now - changed < PAUSE && at === steps.length - 1;
      steps = [...steps.slice(Math.max(0, at + 1 - LONGEST), joins ? at : at + 1), text];
      at = steps.length - 1;
      typing = typed;
      changed = now;
    },
    /** The text before the last step; null where there is none. */
    undo() {
      typing = false;
      return at > 0 ? steps[--at] : null;
    },
    redo() {
      typing = false;
      return at < steps.length - 1 ? steps[++at] : null;
    },
    /** Lets nothing join the last step. */
    rest() {
      typing = false;
    },
    /** Each text there was, in order, and which of them is the present one. */
    get all() {
      return { steps, at };
    },
    get canUndo() {
      return at > 0;
    },
    get canRedo() {
      return at < steps.length - 1;
    },
  };
}
