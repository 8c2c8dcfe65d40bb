// Keys that move the focus along a row of things, of which one is in the Tab order.

/**
 * Where a key leads to; undefined for one that leads nowhere.
 *
 * @param {string} key
 * @param {[next: string, previous: string]} arrows
 * @param {number} at
 * @param {number} count
 */
export function destination(key, [next, previous], at, count) {
  return { [next]: (at + 1) % count, [previous]: (at - 1 + count) % count, Home: 0, End: count - 1 }[key];
}
