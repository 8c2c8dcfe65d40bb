/**
 * Remembers in the build folder what takes seconds to make, by what it was made of.
 */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';

const build = new URL('../../build/', import.meta.url);

/**
 * @param {string} kind  The folder for what is made in the same way: another way needs another.
 * @param {Uint8Array | string} from  What it is made of.
 * @param {() => Promise<Uint8Array | string>} make
 * @returns {Promise<Buffer>}
 */
export async function remembered(kind, from, make) {
  const folder = new URL(`_${kind}/`, build);
  const file = new URL(createHash('sha256').update(from).digest('hex'), folder);
  const known = await readFile(file).catch(() => null);
  if (known !== null) return known;
  const made = Buffer.from(await make());
  await mkdir(folder, { recursive: true });
  // Several programs may do so at once; none must read half a file.
  const part = new URL(`${file.href}.${process.pid}`);
  await writeFile(part, made);
  await rename(part, file);
  return made;
}
