/**
 * What a call carries over to Go, in the form of wasm/doc.go: numbers and texts, one after the other, without names. It is
 * written as the arguments are checked, so that Go has nothing left to check.
 */

import { byteLength } from './wtf8.js';

export class Payload {
  text = '';

  /** @param {number | null} value  A whole number from 0 on; null is what is absent. */
  number(value) {
    this.text += value === null ? ';' : `${value};`;
  }

  /** @param {string | null} value  null is what is absent. */
  string(value) {
    this.text += value === null ? ';' : `${byteLength(value)};${value}`;
  }
}
