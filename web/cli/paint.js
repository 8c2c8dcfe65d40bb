/** Colours, where they are wanted. */

/** @import { Terminal } from './types.js' */

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39] };

/** @typedef {Record<keyof typeof codes, (text: string) => string>} Paint */

/**
 * What is asked for on the command line counts first, then FORCE_COLOR (force-color.org), then NO_COLOR (no-color.org), then
 * whether it is a terminal that people look at.
 *
 * @param {Terminal['stdout']} stream
 * @param {Terminal['env']} env
 * @param {string} [when]  'always', 'never' or 'auto'.
 * @returns {Paint}
 */
export function createPaint(stream, env, when = 'auto') {
  const isColoured = when === 'auto' ? isWanted(stream, env) : when === 'always';
  const names = /** @type {(keyof typeof codes)[]} */ (Object.keys(codes));
  return /** @type {Paint} */ (Object.fromEntries(names.map((name) => [name, isColoured ? wrap(codes[name]) : (/** @type {string} */ text) => text])));
}

/**
 * @param {Terminal['stdout']} stream
 * @param {Terminal['env']} env
 */
function isWanted(stream, env) {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** @param {number[]} code */
function wrap([on, off]) {
  return (/** @type {string} */ text) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);
}
