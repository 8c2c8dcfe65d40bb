/**
 * Three real engines against the prediction. Random exchanges are really made: 200 with a fixed seed, so that each run of
 * the tests makes the same, and 100 with a fresh one, whose number is printed. `node test/engines/run.js --seed N --only I`
 * makes one of them again.
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, describeMismatch } from './check.js';
import { presentEngines } from './engine.js';

const fixed = 1;
const fresh = Math.floor(Math.random() * 2 ** 31);

for (const { name, start } of presentEngines()) {
  describe(`${name} does what simulateFetch says`, () => {
    test('in 200 exchanges that are the same each time', () => holds(start, fixed, 200));
    test(`in 100 other exchanges, seed ${fresh}`, () => holds(start, fresh, 100));
  });
}

/**
 * @param {() => Promise<import('./engine.js').Engine>} start
 * @param {number} seed
 * @param {number} count
 */
async function holds(start, seed, count) {
  const { mismatches } = await check(start, seed, 0, count);
  assert.equal(mismatches.length, 0, `\n${mismatches.map(describeMismatch).join('\n')}`);
}
