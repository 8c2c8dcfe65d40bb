/**
 * The files of a folder, as a server hands them out: none above it, none that are hidden, none of other packages.
 */

import { readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/**
 * What is in the file that a path of a URL names, or null where it names none.
 *
 * @param {string} root
 * @param {string} path
 * @returns {Promise<Buffer | null>}
 */
export async function fileIn(root, path) {
  try {
    if (path.includes('\0') || path.includes('\\')) return null;
    if (path.split('/').some((name) => name.startsWith('.'))) return null;
    const file = await realpath(join(root, path));
    // A link may lead out of the folder, so it is the real path that counts.
    const inside = relative(await realpath(root), file);
    if (inside.startsWith('..') || resolve(inside) === inside) return null;
    if (inside.split(sep)[0] === 'node_modules') return null;
    return (await stat(file)).isFile() ? await readFile(file) : null;
  } catch {
    return null;
  }
}
