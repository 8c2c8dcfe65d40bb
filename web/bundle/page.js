/**
 * Builds the page: its modules bundled and split where they are loaded later, its style sheet, the module, and index.html
 * with their names. A name holds the hash of what is in the file, so that no old file is taken for a new one.
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawAhead, withAhead } from './ahead.js';
import { licences } from './licences.js';
import { minified } from './minify.js';
import { nearLines } from './near.js';
import { sharedOf } from './shared.js';
import { usedWasmExec } from './wasm-exec.js';

/** @typedef {Map<string, Buffer>} Files  By their paths on the site, "index.html" for one. */

/**
 * What is built. In `first` are the files that are loaded up to the first verdict, in the order of index.html; `sources` says what each
 * script and style sheet is made of.
 *
 * @typedef {{ files: Files, first: string[], version: string, sources: Map<string, string[]> }} Built
 */

const web = new URL('..', import.meta.url);

/** Where the loader looks for the module if nobody says. */
const moduleURL = "new URL('./s3cors.wasm', import.meta.url)";

/** Files that keep their names, since they are known by them elsewhere. */
const copied = ['favicon.svg', 'card.png'];

/** For others than the page: it is not kept for when there is no network. */
const unkept = ['card.png', 'licences.txt'];

/**
 * @param {{ development?: boolean, address?: string, documentation?: string }} [options]  For development: not minified, with source maps.
 *   The address that it is published at is for those who show a card for a link: they take no relative one. To the documentation, where it
 *   is beside the page, the foot has a link.
 * @returns {Promise<Built>}
 */
export async function buildPage({ development = false, address = '', documentation = '' } = {}) {
  const ahead = drawAhead();
  ahead.catch(() => {}); // it is waited for below
  const wasm = await readFile(new URL('s3cors.wasm', web));
  const wasmName = `s3cors-${hash(wasm)}.wasm`;
  const { outputFiles, metafile } = await bundle({ first: 'page/first.js', main: 'page/main.js', style: 'page/style.css' }, development, [
    loaderWith(`new URL('./${wasmName}', import.meta.url)`), usedWasmExec(), sharedOf(fileURLToPath(new URL('page/main.js', web))),
  ]);
  const files = filesOf(outputFiles);
  files.set(wasmName, wasm);
  for (const name of copied) files.set(name, await readFile(new URL(name, web)));
  files.set('licences.txt', Buffer.from(await licences(metafile.inputs)));
  const early = named(files, 'first', 'js');
  const main = named(files, 'main', 'js');
  const style = named(files, 'style', 'css');
  const chunks = staticImports(metafile.outputs, main);
  const html = withAhead(await readFile(new URL('index.html', web), 'utf8'), await ahead)
    .replace('<html lang="en">', '<html lang="en" data-offline="sw.js">')
    .replace('<script src="page/first.js">', `<script src="${early}" data-module="${wasmName}">`)
    .replace('</footer>', (end) => (documentation && `<a href="${documentation}">Documentation</a>`) + end)
    .replace('content="card.png"', `content="${address && new URL('card.png', address)}"`.replace('""', '"card.png"'))
    .replace('src="page/main.js"', `src="${main}"`)
    // A browser asks for six files of a server at a time: those come first that it has to have before it draws.
    .replace('<link rel="stylesheet" href="page/style.css">', [
      `<link rel="stylesheet" href="${style}">`,
      `<link rel="preload" href="${wasmName}" as="fetch" type="application/wasm" crossorigin>`,
      ...chunks.map((name) => `<link rel="modulepreload" href="${name}">`),
    ].join('\n'));
  files.set('index.html', Buffer.from(html));
  const version = versionOf(files);
  files.set('sw.js', development ? Buffer.from(leaving) : await serviceWorker([...files.keys()].filter((path) => !unkept.includes(path)), version));
  const sources = new Map(Object.entries(metafile.outputs).map(([path, { inputs }]) => [basename(path), Object.keys(inputs)]));
  return { files, first: ['index.html', early, style, wasmName, ...chunks, main], version, sources };
}

/** A page under development is not kept, and one that was is forgotten. */
const leaving = 'addEventListener("install", () => skipWaiting());\naddEventListener("activate", () => registration.unregister());\n';

/**
 * @param {string[]} paths
 * @param {string} version
 */
async function serviceWorker(paths, version) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: ['page/service-worker.js'],
    absWorkingDir: fileURLToPath(web),
    bundle: true,
    write: false,
    minify: true,
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(paths) },
  });
  return Buffer.from(outputFiles[0].contents);
}

/**
 * @param {Record<string, string>} entryPoints
 * @param {boolean} development
 * @param {import('esbuild').Plugin[]} plugins
 */
export async function bundle(entryPoints, development, plugins, splitting = true) {
  const { build } = await import('esbuild');
  return build({
    entryPoints,
    plugins: development ? [...plugins, nearLines()] : [...plugins, nearLines(), minified()],
    splitting,
    absWorkingDir: fileURLToPath(web),
    outdir: 'out',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: ['es2023'],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    sourcemap: development ? 'inline' : false,
    legalComments: 'none', // they are in licences.txt
    logLevel: 'error',
  });
}

/**
 * Gives the loader another default for the module.
 *
 * @param {string} expression  JavaScript.
 * @returns {import('esbuild').Plugin}
 */
export function loaderWith(expression) {
  return {
    name: 'module',
    setup(build) {
      build.onLoad({ filter: /[/\\]web[/\\]s3cors\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes(moduleURL)) throw new Error(`s3cors.js does not hold ${moduleURL}`);
        return { contents: text.replace(moduleURL, () => expression), loader: 'js' };
      });
    },
  };
}

/**
 * The chunks that a file imports before it is evaluated, and those that these import.
 *
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {string} entry
 * @returns {string[]}
 */
function staticImports(outputs, entry) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} name */
  const add = (name) => {
    for (const { path, kind, external } of outputs[`out/${name}`]?.imports ?? []) {
      const imported = basename(path);
      if (external || kind !== 'import-statement' || found.has(imported) || imported === entry) continue;
      found.add(imported);
      add(imported);
    }
  };
  add(entry);
  return [...found];
}

/**
 * What was built, by the names of the files.
 *
 * @param {import('esbuild').OutputFile[]} outputFiles
 * @returns {Files}
 */
export function filesOf(outputFiles) {
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
}

/**
 * The file of an entry point, whose name holds a hash.
 *
 * @param {Files} files
 * @param {string} name
 * @param {string} extension
 */
export function named(files, name, extension) {
  const file = [...files.keys()].find((path) => path.startsWith(`${name}-`) && path.endsWith(`.${extension}`));
  if (file === undefined) throw new Error(`nothing was built of ${name}`);
  return file;
}

/** @param {Uint8Array | string} content */
export function hash(content) {
  return createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
}

/** @param {Files} files */
function versionOf(files) {
  return hash([...files].map(([path, content]) => `${path} ${hash(content)}\n`).sort().join(''));
}
