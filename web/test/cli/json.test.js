/** Places in JSON texts, held against JSON.parse. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { findMistake } from '../../cli/json-mistake.js';
import { placeOf } from '../../cli/json-places.js';

const text = ` { "a" : [ 1, -2.5e3 , "x\\"]" , {"b": null, "é": {}}, [], true ] ,"c":"", "a.b": {"\\u0064": [[["deep"]]]}, "c" : false }\n`;

/**
 * @param {unknown} value
 * @param {(string | number)[]} path
 * @returns {[(string | number)[], unknown][]}
 */
function parts(value, path = []) {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const steps = Array.isArray(value) ? value.map((each, index) => /** @type {[number, unknown]} */ ([index, each])) : Object.entries(value);
  return [[path, value], ...steps.flatMap(([step, each]) => parts(each, [...path, step]))];
}

describe('placeOf', () => {
  it('finds every value of a text', () => {
    const all = parts(JSON.parse(text));
    assert.equal(all.length, 16);
    for (const [path, value] of all) {
      const span = placeOf(text, path);
      assert.ok(span, path.join());
      assert.deepEqual(JSON.parse(text.slice(span.start, span.end)), value, path.join());
      assert.equal(text.slice(span.start, span.end).trim(), text.slice(span.start, span.end));
    }
  });

  it('finds nothing where there is nothing', () => {
    for (const path of [['b'], ['a', 9], ['a', 0, 'x'], ['a', 'b'], [0]]) assert.equal(placeOf(text, path), null);
  });
});

describe('findMistake', () => {
  const good = text.trim();
  it('says where a text that is cut ends, wherever it is cut', () => {
    for (let end = 0; end < good.length; end++) {
      const cut = good.slice(0, end);
      const { offset } = findMistake(cut);
      assert.ok(offset <= end, cut);
      // What stands before the mistake can be continued; a word that is cut is a mistake from its beginning on.
      assert.match(cut.slice(offset), /^(?:"(?:[^"\\]|\\.)*\\?|\\?|-|[\d.e-]+|[a-z]*)$/, cut);
    }
  });

  /** @type {[string, number, string][]} */
  const mistakes = [
    ['{"a": 1,}', 8, 'a name in double quotes'],
    ['[1, ]', 4, 'a value'],
    ['[1 2]', 3, 'a comma, or ]'],
    ['{"a" 1}', 5, 'a colon'],
    ['{a: 1}', 1, 'a name in double quotes, or }'],
    ['[01]', 1, 'a value, or ]'],
    ['{"a": [}', 7, 'a value, or ]'],
    ['{"a": 1]', 7, 'a comma, or }'],
    ['{} x', 3, 'the end of the text'],
    ['["a\n"]', 1, 'a value, or ]'],
    ["['a']", 1, 'a value, or ]'],
    ['nulls', 0, 'a value'],
  ];
  for (const [wrong, offset, expected] of mistakes) {
    it(`expects ${expected} in ${JSON.stringify(wrong)}`, () => {
      assert.throws(() => JSON.parse(wrong));
      assert.deepEqual(findMistake(wrong), { offset, expected });
    });
  }
});
