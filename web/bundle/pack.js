/**
 * Packs files with brotli, as well as it can, and remembers what it packed: the module takes seconds.
 */

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** @typedef {import('./page.js').Files} Files */

const kept = new URL('../../build/_packed/', import.meta.url);

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
  const file = new URL(createHash('sha256').update(content).digest('hex'), kept);
  const known = await readFile(file).catch(() => null);
  if (known !== null) return known;
  const packed = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  await mkdir(kept, { recursive: true });
  // Several programs may do so at once; none must read half a file.
  const part = new URL(`${file.href}.${process.pid}`);
  await writeFile(part, packed);
  await rename(part, file);
  return packed;
}
