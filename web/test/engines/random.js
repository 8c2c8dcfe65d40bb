/**
 * Numbers that look random and are the same for the same seed.
 */

/** @typedef {ReturnType<typeof randomFrom>} Random */

/**
 * @param {number} seed
 * @param {number} index one of many independent sequences
 */
export function randomFrom(seed, index) {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  /** From 0 up to 1, by the algorithm mulberry32. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /**
     * True in so many cases of a hundred.
     *
     * @param {number} percent
     */
    chance: (percent) => next() * 100 < percent,
    /**
     * @template T
     * @param {readonly T[]} values
     * @returns {T}
     */
    pick: (values) => values[Math.floor(next() * values.length)],
    /**
     * One of the values, each as often as its weight says.
     *
     * @template T
     * @param {readonly (readonly [weight: number, value: T])[]} weighted
     * @returns {T}
     */
    weigh(weighted) {
      let rest = next() * weighted.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of weighted) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return weighted[weighted.length - 1][1];
    },
    /**
     * Some of the values, in their order.
     *
     * @template T
     * @param {readonly T[]} values
     * @param {number} percent chance of each
     */
    some: (values, percent) => values.filter(() => next() * 100 < percent),
  };
}
