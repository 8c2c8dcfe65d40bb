/**
 * Packs files with brotli, as well as it can.
 */

import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { remembered } from './remembered.js';

/** @typedef {import('./page.js').Files} Files */

/** What gains by it: pictures are packed already. */
const packable = /\.(?:css|html|js|json|svg|txt|wasm|webmanifest)$/;

/**
 * The packed form of each file that gains by it.
 *
 * @param {Files} files
 * @returns {Promise<Files>}
 */
export async function pack(files) {
  /** @type {Files} */
  const packed = new Map();
  for (const [path, content] of files) {
    if (packable.test(path)) packed.set(path, await packOne(content));
  }
  return packed;
}

/** @param {Buffer} content */
async function packOne(content) {
  return remembered('packed', content, () => promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }));
}
