/**
 * Three real engines against the prediction. Random exchanges are really made: 200 with a fixed seed, and 100 with one that
 * each commit has for itself, so that there are always new ones, and a commit that passed passes again.
 * `node test/engines/run.js --seed N --only I` makes one of them again, and without --seed 2,000 others.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { check, describeMismatch } from './check.js';
import { presentEngines } from './engine.js';

const fixed = 1;
const fresh = seedOfCommit();

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

/** The first digits of the commit's hash, or 2 where git knows of none. */
function seedOfCommit() {
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', cwd: import.meta.dirname });
  return /^[0-9a-f]{7}/.test(stdout ?? '') ? Number.parseInt(stdout.slice(0, 7), 16) : 2;
}
