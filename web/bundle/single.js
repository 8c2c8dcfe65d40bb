/**
 * Builds the page as one file that needs no server: styles, scripts and the module are within, and the policy names the hashes of
 * what may run.
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { drawAhead, withAhead } from './ahead.js';
import { bundle, filesOf, loaderWith, named } from './page.js';
import { usedWasmExec } from './wasm-exec.js';

const web = new URL('..', import.meta.url);

/** The module, out of the element that holds it: packed with gzip, which browsers unpack, and as base64. */
const unpacked = `new Response(
  new Blob([Uint8Array.from(atob(document.getElementById('module').textContent), (character) => character.charCodeAt(0))])
    .stream().pipeThrough(new DecompressionStream('gzip')),
  { headers: { 'Content-Type': 'application/wasm' } },
)`;

/** @returns {Promise<string>} */
export async function buildSingle() {
  const ahead = await drawAhead();
  const { outputFiles } = await bundle({ first: 'page/first.js', main: 'page/main.js', style: 'page/style.css' }, false, [loaderWith(unpacked), usedWasmExec()], false);
  const files = filesOf(outputFiles);
  const [first, script, style] = [['first', 'js'], ['main', 'js'], ['style', 'css']].map(([name, extension]) => String(files.get(named(files, name, extension))).trim());
  if (/<\/(?:script|style)|<!--/i.test(script.replaceAll('<!--', '')) || /<\/style/i.test(style)) throw new Error('a script or style sheet would end in the middle');
  const safe = script.replaceAll('<!--', '\\x3c!--');
  const wasm = (await promisify(gzip)(await readFile(new URL('s3cors.wasm', web)), { level: 9 })).toString('base64');
  const favicon = (await readFile(new URL('favicon.svg', web))).toString('base64');
  const policy = [
    "default-src 'none'", `script-src '${digest(first)}' '${digest(safe)}' 'wasm-unsafe-eval'`, `style-src '${digest(style)}'`, 'img-src data:', "base-uri 'none'",
    "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join('; ');
  return withAhead(await readFile(new URL('index.html', web), 'utf8'), ahead)
    .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, before) => before + policy)
    .replace(/<link rel="(?:canonical|preload|modulepreload|manifest)"[^>]*>\n|<meta (?:property="og:|name="twitter:)[^>]*>\n/g, '')
    .replace('href="favicon.svg"', () => `href="data:image/svg+xml;base64,${favicon}"`)
    .replace('<script src="page/first.js"></script>', () => `<script>${first}</script>`)
    .replace('<link rel="stylesheet" href="page/style.css">', () => `<style>${style}</style>`)
    .replace(/<script type="module"[^>]*><\/script>\n/g, '')
    .replace('</body>', () => `<script type="text/plain" id="module">${wasm}</script>\n<script type="module">${safe}</script>\n</body>`);
}

/**
 * As a policy names it (Content Security Policy Level 3, hash-source).
 *
 * @param {string} text
 */
function digest(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
