// The module that works everything out: one for all elements of a page, fetched when the first of them asks for it.

import { load } from '../s3cors.js';

/** @import { LoadOptions, S3CORS } from '../s3cors.js' */

/** Where the files are that no script imports; left out, they are beside the scripts. */
export const assets = {
  /** @type {LoadOptions['wasm']} */
  wasm: undefined,
  /** @type {URL | string | undefined} */
  style: undefined,
};

/**
 * Starts the module, or waits for the start that is under way. A start that failed is tried again.
 *
 * @returns {Promise<S3CORS>}
 */
export function startEngine() {
  return assets.wasm === undefined ? load() : load({ wasm: assets.wasm });
}
