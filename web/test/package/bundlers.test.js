/** The installed package in programs that esbuild and Vite bundle, run in Chromium under the page's content security policy. */

import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import esbuild from 'esbuild';
import puppeteer from 'puppeteer-core';
import * as vite from 'vite';

import { serve } from '../../serve.js';
import { findChromium, flags } from '../page/browser.js';
import { copyProject, install, pack, run } from './packed.js';

/** @type {Awaited<ReturnType<typeof copyProject>>} */
let project;
/** @type {Awaited<ReturnType<typeof install>>} */
let visitor;
/** @type {import('puppeteer-core').Browser} */
let browser;

before(async () => {
  project = await copyProject();
  visitor = await install((await pack(project.folder)).archive);
  const executablePath = findChromium();
  assert.ok(executablePath, 'there is a Chromium');
  browser = await puppeteer.launch({ executablePath, args: flags });
});
after(async () => {
  await browser?.close();
  await visitor?.remove();
  await project?.remove();
});

/** Uses what is loaded at once, and what is loaded with its first call. */
const use = `
  const put = await s3cors.preparePut('[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]');
  const { kind } = await s3cors.explain('TypeError: Failed to fetch');
  document.title = [typeof s3cors.version, put.request.method, kind].join(' ');
`;
const shown = 'string PUT console';

const html = '<!doctype html><html lang="en"><title>-</title><script type="module" src="./main.js"></script></html>';

/**
 * @param {string} name
 * @param {Record<string, string>} files
 */
async function writeProgram(name, files) {
  const folder = join(visitor.folder, name);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
}

/**
 * The title of a page once its script has set it; what went wrong if it did not.
 *
 * @param {string} url
 */
async function titleOf(url) {
  const page = await browser.newPage();
  /** @type {Promise<string>} */
  const failed = new Promise((resolve) => {
    page.on('pageerror', (error) => resolve(String(error)));
    page.on('console', (message) => {
      const isOfServer = message.location().url?.endsWith('favicon.ico') || message.text().startsWith('WebSocket connection'); // Vite's, which tells of edits
      if (message.type() === 'error' && !isOfServer) resolve(message.text());
    });
  });
  await page.goto(url);
  const title = page.waitForFunction(() => document.title !== '-' && document.title).then((handle) => /** @type {Promise<string>} */ (handle.jsonValue()));
  const first = await Promise.race([title, failed]);
  title.catch(() => {}); // the page is closed while it waits
  await page.close();
  return first;
}

/** @param {string} folder */
async function titleOfFolder(folder) {
  const site = await serve(0, async (path) => {
    const content = await readFile(join(folder, path)).catch(() => null);
    return content && { content };
  });
  try {
    return await titleOf(`${site.url}index.html`);
  } finally {
    await site.close();
  }
}

describe('esbuild', () => {
  it('bundles a program that hands the address of the module over', async () => {
    const folder = await writeProgram('esbuild', {
      'main.js': `import { load } from 's3cors'; import wasm from 's3cors/s3cors.wasm'; const s3cors = await load({ wasm: new URL(wasm, import.meta.url) }); ${use}`,
    });
    const outdir = join(folder, 'out');
    await esbuild.build({ entryPoints: [join(folder, 'main.js')], bundle: true, format: 'esm', splitting: true, minify: true, loader: { '.wasm': 'file' }, outdir, logLevel: 'silent' });
    await writeFile(join(outdir, 'index.html'), html);
    assert.equal(await titleOfFolder(outdir), shown);
  });

  it('bundles a program for Node, which finds the module beside it', async () => {
    const folder = await writeProgram('esbuild-node', {
      'main.js': "import { load } from 's3cors'; const s3cors = await load(); console.log((await s3cors.explain('TypeError: Failed to fetch')).kind);",
    });
    const outfile = join(folder, 'out', 'main.mjs');
    await esbuild.build({ entryPoints: [join(folder, 'main.js')], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'silent' });
    await copyFile(join(visitor.folder, 'node_modules/s3cors/s3cors.wasm'), join(folder, 'out', 's3cors.wasm'));
    assert.equal((await run(process.execPath, [outfile])).stdout, 'console\n');
  });

  it('leaves nothing of it where nothing is used', async () => {
    const folder = await writeProgram('unused', { 'main.js': "import { load } from 's3cors'; console.log('bare');" });
    const { outputFiles } = await esbuild.build({ entryPoints: [join(folder, 'main.js')], bundle: true, format: 'esm', minify: true, write: false, logLevel: 'silent' });
    assert.equal(outputFiles[0].text, 'console.log("bare");\n');
  });
});

describe('Vite', () => {
  const program = { 'index.html': html, 'main.js': `import { load } from 's3cors'; const s3cors = await load(); ${use}` };

  it('builds a program, and the module with it', async () => {
    const folder = await writeProgram('vite', program);
    await vite.build({ root: folder, base: './', logLevel: 'silent', configFile: false, build: { target: 'es2022', outDir: 'out' } });
    assert.equal(await titleOfFolder(join(folder, 'out')), shown);
  });

  it('serves a program that is being written, if the package is left out of what it bundles beforehand', async () => {
    const folder = await writeProgram('vite-serve', program);
    const server = await vite.createServer({
      root: folder, logLevel: 'silent', configFile: false, optimizeDeps: { exclude: ['s3cors'] },
      server: { host: '127.0.0.1', fs: { allow: [visitor.folder] } },
    });
    await server.listen();
    try {
      assert.equal(await titleOf(`${server.resolvedUrls?.local[0]}`), shown);
    } finally {
      await server.close();
    }
  });
});
