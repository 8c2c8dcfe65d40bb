import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';

import { byteLength, encodeInto } from '../loader/wtf8.js';

/** @type {Record<string, [text: string, bytes: string]>} */
const texts = {
  'nothing': ['', ''],
  'ASCII': ['a\0\x7f', '61007f'],
  'the ends of two, three and four bytes': ['\x80\u07ff\u0800\ud7ff\ue000\uffff\u{10000}\u{10ffff}', 'c280dfbfe0a080ed9fbfee8080efbfbff0908080f48fbfbf'],
  'a lone high surrogate': ['a\ud800b', '61eda08062'],
  'a lone low surrogate': ['\udfff', 'edbfbf'],
  'surrogates in the wrong order': ['\ude00\ud83d', 'edb880eda0bd'],
  'a surrogate before a pair, and one behind it': ['\ud83d\ud83d\ude00\ude00', 'eda0bdf09f9880edb880'],
};

/** @param {string} text */
function hex(text) {
  const bytes = Buffer.alloc(byteLength(text));
  encodeInto(text, bytes);
  return bytes.toString('hex');
}

describe('a text as bytes', () => {
  const wellFormed = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(String.prototype, 'isWellFormed'));
  afterEach(() => void Object.defineProperty(String.prototype, 'isWellFormed', wellFormed));
  for (const [name, [text, bytes]] of Object.entries(texts)) {
    it(name, () => assert.equal(hex(text), bytes));
    it(`${name}, in an engine without isWellFormed`, () => {
      Reflect.deleteProperty(String.prototype, 'isWellFormed');
      assert.equal(hex(text), bytes);
    });
  }
  it('of a megabyte of lone surrogates', () => assert.equal(hex('\ud800'.repeat(1 << 20)).length, 6 << 20));
});
