/**
 * One file for all that parts which are loaded later share with the page, in place of one for each combination of those that share it: it
 * packs better, and a browser asks for six files of a server at a time.
 */

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Marks what is imported when it is asked for. */
const later = 'later';

/**
 * Has each part that is loaded later import what an entry point imports. All of it is there when the part is asked for, so that this
 * loads nothing.
 *
 * @param {string} entry  The path of the entry point's file.
 * @returns {import('esbuild').Plugin}
 */
export function sharedOf(entry) {
  return {
    name: 'shared',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async ({ path, kind, pluginData, ...from }) => {
        if (kind !== 'dynamic-import' || pluginData === later) return null;
        return { ...(await build.resolve(path, { ...from, kind, pluginData: later })), pluginData: later };
      });
      build.onLoad({ filter: /\.js$/ }, async ({ path, pluginData }) => {
        if (pluginData !== later) return null;
        const imports = (await readFile(entry, 'utf8')).matchAll(/^import [^']* from '(\.[^']*)';$/gm);
        const shared = Array.from(imports, ([, from]) => `import ${JSON.stringify(resolve(dirname(entry), from))};\n`);
        return { contents: `${await readFile(path, 'utf8')}\n${shared.join('')}`, loader: 'js' };
      });
    },
  };
}
