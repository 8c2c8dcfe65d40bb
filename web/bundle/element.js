/**
 * Builds what other people's pages load: the element with all that it needs but the module, the page in a frame, and the script for
 * the page around the frame. Their names stay, since others write them down.
 */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minified } from './minify.js';
import { filesOf, loaderWith } from './page.js';
import { usedWasmExec } from './wasm-exec.js';

/** @import { Files } from './page.js' */

const web = new URL('..', import.meta.url);

/**
 * @param {string} wasmName  The file of the module, beside those that are built.
 * @returns {Promise<Files>}
 */
export async function buildElement(wasmName) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { 's3-cors-editor': 'element/auto.js', embed: 'embed.js', 'embed-host': 'embed-host.js' },
    plugins: [loaderWith(`new URL('./${wasmName}', import.meta.url)`), usedWasmExec(), sheetWithin(), minified()],
    absWorkingDir: fileURLToPath(web),
    outdir: 'out',
    bundle: true,
    write: false,
    format: 'esm',
    target: ['es2023'],
    legalComments: 'none',
    logLevel: 'error',
  });
  const files = filesOf(outputFiles);
  for (const name of ['embed.html', 'embed.css']) files.set(name, await readFile(new URL(name, web)));
  return files;
}

/**
 * Puts the style sheet into the script.
 *
 * @returns {import('esbuild').Plugin}
 */
function sheetWithin() {
  return {
    name: 'sheet',
    setup(build) {
      build.onLoad({ filter: /[/\\]element[/\\]sheet-text\.js$/ }, async () => {
        const { transform } = await import('esbuild');
        const { code } = await transform(await readFile(new URL('page/style.css', web), 'utf8'), { loader: 'css', minify: true });
        return { contents: `export const sheetText = async () => ${JSON.stringify(code)};`, loader: 'js' };
      });
    },
  };
}
