import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecent } from '../../page/recent.js';
import { titleOf } from '../../page/recent-menu.js';

/**
 * A browser's storage that holds so many characters.
 *
 * @param {number} [quota]
 */
function storage(quota = Infinity) {
  /** @type {Map<string, string>} */
  const held = new Map();
  return /** @type {Storage & { held: Map<string, string> }} */ (/** @type {unknown} */ ({
    held,
    getItem: (/** @type {string} */ name) => held.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => {
      if (value.length > quota) throw new DOMException('full', 'QuotaExceededError');
      held.set(name, value);
    },
    removeItem: (/** @type {string} */ name) => held.delete(name),
  }));
}

/** @param {ReturnType<typeof createRecent>} recent */
const titles = (recent) => recent.list().map(({ title }) => title);

test('what is written goes on as one entry, another text is another', () => {
  const held = storage();
  const recent = createRecent(() => held);
  recent.begin();
  recent.keep('a', '#1a');
  recent.keep('ab', '#1ab');
  recent.begin();
  recent.keep('c', '#1c');
  assert.deepEqual(titles(recent), ['c', 'ab']);
  const later = createRecent(() => held);
  later.begin('#1ab');
  later.keep('abc', '#1abc');
  assert.deepEqual(titles(later), ['abc', 'c'], 'one that is opened again goes on, and is the latest');
  later.clear();
  assert.equal(held.held.size, 0, 'nothing is left of it');
});

test('twenty are kept, and four hundred thousand characters', () => {
  const recent = createRecent(() => held);
  const held = storage();
  for (let i = 0; i < 30; i++) {
    recent.begin();
    recent.keep(String(i), `#1${i}`);
  }
  assert.deepEqual(titles(recent), Array.from({ length: 20 }, (_, i) => String(29 - i)));
  for (let i = 30; i < 40; i++) {
    recent.begin();
    recent.keep(String(i), `#1${i}${'x'.repeat(59_000)}`);
  }
  assert.deepEqual(titles(recent), ['39', '38', '37', '36', '35', '34']);
});

test('where there is less room the oldest go, and where there is none nothing fails', () => {
  const held = storage(400);
  const recent = createRecent(() => held);
  for (let i = 0; i < 9; i++) {
    recent.begin();
    recent.keep(String(i), `#1${i}`);
  }
  assert.equal(titles(recent)[0], '8');
  assert.ok(titles(recent).length < 9);
  const refused = createRecent(() => {
    throw new DOMException('no', 'SecurityError');
  });
  refused.begin();
  refused.keep('a', '#1a');
  refused.clear();
  assert.deepEqual(refused.list(), []);
});

for (const value of ['', '{', '{}', 'null', '[1, null, {"id": 1}]', '[{"id": "a", "time": "x", "title": "b", "link": "#1"}]']) {
  test(`what others have put into the storage is not shown: ${value}`, () => {
    const held = storage();
    held.setItem('s3cors.recent', value);
    const recent = createRecent(() => held);
    assert.deepEqual(recent.list(), []);
    recent.begin();
    recent.keep('a', '#1a');
    assert.deepEqual(titles(recent), ['a']);
  });
}

test('an entry is known by its rules', () => {
  const rule = { AllowedOrigins: ['https://a.example'], AllowedMethods: ['GET'] };
  assert.equal(titleOf({ CORSRules: [{ ...rule, ID: 'uploads' }, rule] }, ''), 'uploads, https://a.example');
  assert.equal(titleOf(null, '\n not yet\nanything'), 'not yet');
  assert.equal(titleOf({ CORSRules: Array(20).fill(rule) }, '').length, 60);
});
