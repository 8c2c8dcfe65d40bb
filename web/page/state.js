// What the user has written: the configuration as text, the call that a page makes, and the server that answers it. Everything
// else follows from it.

/** @import { CallState, ServerState, State } from './types.js' */

const bucketURL = 'https://media.example-bucket.s3.eu-west-1.amazonaws.com';

/** @type {CallState} */
export const emptyCall = {
  page: '', url: `${bucketURL}/cat.jpg`, via: 'fetch', method: 'GET', headers: [], credentials: 'same-origin', mode: 'cors',
  body: 'none', bodyType: '', crossorigin: '', uploadListener: false,
};

/** @type {ServerState} */
export const bucket = { kind: 'configured', resource: '', status: 0, pasted: null, stands: 'both', cache: 'none' };

/**
 * Holds the state and tells its listeners of each change, at once.
 *
 * @param {State} initial
 */
export function createState(initial) {
  let current = initial;
  /** @type {((state: State) => void)[]} */
  const listeners = [];
  return {
    get current() {
      return current;
    },
    /** @param {Partial<State>} change */
    set(change) {
      current = { ...current, ...change };
      for (const listener of listeners) listener(current);
    },
    /** @param {(state: State) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
