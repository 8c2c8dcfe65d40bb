/**
 * The sources that Go has kept: which slot holds which. A text is known by itself and what is chosen of it, a value by its JSON. So a source
 * crosses once, however many calls it is in.
 */

import { Payload } from './payload.js';

/** @typedef {import('./instance.js').Instance} Instance */
/** @typedef {import('./source.js').WrittenSource} WrittenSource */

/** How many sources Go keeps (wasm/kept.go). */
const slotCount = 8;

export class KeptSources {
  /** @type {(WrittenSource & { slot: number })[]} the last used first */
  #entries = [];
  /** @type {number[]} */
  #free = [];
  #deaths = -1;
  /** @type {Pick<Instance, 'deaths'>} */
  #instance;

  /** @param {Pick<Instance, 'deaths'>} instance */
  constructor(instance) {
    this.#instance = instance;
  }

  /**
   * The slot that holds a source; it is put there if none does, in place of the one that was not used for the
   * longest time.
   *
   * @param {WrittenSource} source
   * @param {(payload: string) => unknown} keep  Has Go read a source into a slot.
   */
  slotOf({ isText, text, choice }, keep) {
    if (this.#deaths !== this.#instance.deaths) this.#forget();
    const entries = this.#entries;
    const index = entries.findIndex((entry) => entry.isText === isText && entry.text === text && entry.choice === choice);
    if (index >= 0) {
      const [entry] = entries.splice(index, 1);
      entries.unshift(entry);
      return entry.slot;
    }
    if (this.#free.length === 0) this.#free.push(/** @type {{ slot: number }} */ (entries.pop()).slot);
    const slot = this.#free[this.#free.length - 1];
    const payload = new Payload();
    payload.number(slot);
    payload.number(isText ? 1 : 0);
    keep(payload.text + choice + text);
    this.#free.pop();
    entries.unshift({ slot, isText, text, choice });
    return slot;
  }

  #forget() {
    this.#entries = [];
    this.#free = Array.from({ length: slotCount }, (_, index) => index);
    this.#deaths = this.#instance.deaths;
  }
}
