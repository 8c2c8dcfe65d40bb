/**
 * Where the engines' programs are.
 */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The first program of these that is there: a path, or a name on the PATH.
 *
 * @param {string[]} names
 */
export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
