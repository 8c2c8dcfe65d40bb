import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeWords } from '../../page/changes.js';
import { editLines, withEdits } from '../../page/edits.js';

test('edits change their places, and of two at one place the first comes first', () => {
  assert.equal(withEdits('abc', [{ span: { start: 1, end: 2 }, text: 'BB' }, { span: { start: 3, end: 3 }, text: 'd' }, { span: { start: 3, end: 3 }, text: 'e' }]), 'aBBcde');
  assert.equal(withEdits('abc', [{ span: { start: 2, end: 3 }, text: '' }, { span: { start: 0, end: 0 }, text: '<' }]), '<ab', 'in whatever order they come');
  assert.equal(withEdits('abc', []), 'abc');
});

test('an edit is shown by its lines, without the indent that they share', () => {
  assert.deepEqual(editLines('  old\n', [{ span: { start: 2, end: 5 }, text: '\n    a\n      b\n' }]), [{ sign: '−', line: 'old' }, { sign: '+', line: 'a' }, { sign: '+', line: '  b' }]);
});

test('differences are counted by their kind', () => {
  const difference = { rule: 0, witness: {}, browser: true, message: '' };
  const none = { relation: /** @type {const} */ ('same'), gained: [], lost: [], changed: [], more: false, inexact: false };
  assert.equal(changeWords({ ...none, gained: [difference, difference], lost: [difference] }), 'opens 2, closes 1');
  assert.equal(changeWords({ ...none, changed: [difference], more: true }), 'answers 1 otherwise, and more');
  assert.equal(changeWords(none), 'it allows and answers the same');
});
