import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createResting } from '../../page/resting.js';

const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, performance: globalThis.performance };
const globals = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (globalThis));
/** @type {Map<number, { at: number, work: () => void }>} */
const timers = new Map();
let now = 0;
let last = 0;

/** Lets time go by. @param {number} milliseconds */
function pass(milliseconds) {
  const until = now + milliseconds;
  for (;;) {
    const next = [...timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
    if (!next) break;
    timers.delete(next[0]);
    now = next[1].at;
    next[1].work();
  }
  now = until;
}

beforeEach(() => {
  timers.clear();
  Object.assign(globals, {
    setTimeout: (/** @type {() => void} */ work, /** @type {number} */ pause) => {
      timers.set(++last, { at: now + pause, work });
      return last;
    },
    clearTimeout: (/** @type {number} */ timer) => void timers.delete(timer),
  });
  Object.defineProperty(globalThis, 'performance', { value: { now: () => now }, configurable: true });
});
afterEach(() => {
  Object.assign(globals, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
  Object.defineProperty(globalThis, 'performance', { value: real.performance, configurable: true });
});

test('work comes once, as long after the last key as it is to wait', () => {
  /** @type {number[]} */
  const done = [];
  const rest = createResting(100, () => done.push(now));
  for (let keys = 0; keys < 10; keys++) {
    rest.soon();
    pass(60);
  }
  assert.deepEqual(done, []);
  const lastKey = now - 60;
  pass(1_000);
  assert.deepEqual(done, [lastKey + 100]);
  const next = now;
  rest.soon();
  pass(1_000);
  assert.deepEqual(done, [lastKey + 100, next + 100], 'and again after the next');
});

test('work that is done now, or stopped, does not come later too', () => {
  let times = 0;
  const rest = createResting(100, () => times++);
  rest.soon();
  rest.now();
  assert.equal(times, 1);
  pass(1_000);
  assert.equal(times, 1);
  rest.soon();
  pass(99);
  rest.stop();
  pass(1_000);
  assert.equal(times, 1);
  rest.soon();
  pass(100);
  assert.equal(times, 2);
});
