/**
 * s3cors for browsers, Workers and Node: one module without dependencies and without a build step.
 *
 *     import { load } from './s3cors.js';
 *     const s3cors = await load();
 *     s3cors.validate('<CORSConfiguration>...</CORSConfiguration>').accepted;
 *
 * It belongs together with the folders loader/, put/, paste/ and presets/, with wasm_exec.js and with s3cors.wasm; `make wasm` makes the last two.
 */

import { makeAPI } from './loader/api.js';
import { compile, keyOf } from './loader/compile.js';
import { Instance } from './loader/instance.js';

/** @typedef {import('./s3cors.js').S3CORS} S3CORS */

/**
 * The starts that have succeeded or are under way, by what they are known by.
 *
 * @type {Map<string, Promise<S3CORS>>}
 */
const startsByURL = new Map();
/** @type {WeakMap<object, Promise<S3CORS>>} */
const startsByObject = new WeakMap();

/** @type {typeof import('./s3cors.js').load} */
export async function load(options = {}) {
  const key = keyOf(options.wasm ?? new URL('./s3cors.wasm', import.meta.url));
  const starts = /** @type {Map<string | object, Promise<S3CORS>>} */ (typeof key === 'string' ? startsByURL : startsByObject);
  let start = starts.get(key);
  if (start === undefined) {
    start = begin(key);
    starts.set(key, start);
    start.catch(() => starts.delete(key)); // the next call tries again
  }
  return start;
}

/**
 * @param {string | object} key
 * @returns {Promise<S3CORS>}
 */
async function begin(key) {
  try {
    return makeAPI(await Instance.start(await compile(key)));
  } catch (cause) {
    const from = typeof key === 'string' ? ` from ${key}` : '';
    throw new Error(`s3cors could not be started${from}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
