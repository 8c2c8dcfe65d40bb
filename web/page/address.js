// The address of the page: its fragment holds what is on screen, so that reload, Back, a bookmark and a link show it again.

import { readLink, unreadable, writeLink } from './link.js';
import { createResting } from './resting.js';

/** @import { LinkState, Opening } from './types.js' */

/** Milliseconds after the last change. Browsers take some hundred changes of the address in half a minute, and no more. */
const REST = 400;

/**
 * What a fragment asks for. Anchors of the page ask for nothing.
 *
 * @param {string} fragment  With "#".
 * @returns {Promise<Opening>}
 */
export async function openingOf(fragment) {
  const name = /^#example\/(.*)/s.exec(fragment)?.[1];
  if (name !== undefined) {
    const example = (await import('./examples.js')).examples.find((one) => one.name === name);
    return example ? { kind: 'example', ...example } : { kind: 'unreadable', title: 'There is no such example.', why: 'Choose one under Examples.' };
  }
  if (!/^#\d/.test(fragment)) return { kind: 'bare' };
  const read = await readLink(fragment);
  return 'state' in read ? { kind: 'link', state: read.state } : { kind: 'unreadable', title: 'This link cannot be read.', why: unreadable[read.problem] };
}

/**
 * @param {() => LinkState} current
 * @param {{ open(opening: Opening): void, written(fragment: string): void }} page  Told of Back, Forward and links that are followed, and of
 *   each fragment that the user's changes have led to.
 */
export function createAddress(current, page) {
  let known = '';
  let isTooLong = false;
  /** Each waits for the one before: none may overtake another. */
  let last = Promise.resolve();

  /** @param {() => Promise<void>} work */
  const inTurn = (work) => (last = last.then(work, work));
  const write = async () => {
    rest.stop();
    const state = current();
    const now = JSON.stringify(state);
    if (now === known) return;
    known = now;
    const fragment = await writeLink(state);
    isTooLong = fragment === null;
    put('replaceState', fragment ?? '#');
    if (fragment) page.written(fragment);
  };
  const rest = createResting(REST, () => inTurn(write));
  /** @param {'replaceState' | 'pushState'} how @param {string} fragment */
  const put = (how, fragment) => {
    try {
      history[how](null, '', fragment === '#' ? location.pathname + location.search : fragment);
    } catch {
      // A browser that refuses it keeps the address as it is; the page works without.
    }
  };
  addEventListener('popstate', async () => {
    rest.stop();
    if (location.hash.startsWith('#') && document.getElementById(location.hash.slice(1))) return;
    page.open(await openingOf(location.hash));
  });
  // What no link can hold is lost with the page.
  addEventListener('beforeunload', (event) => isTooLong && event.preventDefault());
  document.addEventListener('visibilitychange', () => document.hidden && inTurn(write));

  return {
    /** Something may have changed. */
    changed() {
      rest.soon();
    },
    /** What is on screen is what the address says. */
    settled() {
      rest.stop();
      known = JSON.stringify(current());
      isTooLong = false;
    },
    /**
     * A new entry for Back to come back from; what there was is kept in the one before.
     *
     * @param {string} fragment
     */
    async step(fragment) {
      await inTurn(write);
      put('pushState', fragment);
    },
    /** The whole link to what is on screen; null where that is too long for one. */
    async link() {
      await inTurn(write);
      return isTooLong ? null : location.href;
    },
  };
}
