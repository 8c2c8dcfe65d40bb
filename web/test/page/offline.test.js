import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildPage } from '../../bundle/page.js';
import { buildSingle } from '../../bundle/single.js';
import { built, serve } from '../../serve.js';
import { fill, inBrowser, pasteInto, textOf, watch, written } from './browser.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Waits until the worker has kept all files and answers for this page.
 *
 * @param {Page} page
 */
async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
}

/** @param {Page} page */
const cacheNames = (page) => page.evaluate(() => caches.keys());

/** What every part of the page needs that is loaded later. @param {Page} page */
async function useAll(page) {
  await page.waitForSelector('html[data-editor]');
  await page.click('#examples');
  await page.waitForSelector('#examples-menu li:focus');
  await page.keyboard.press('Escape');
  await pasteInto(page, '#paste', 'curl -X PUT https://b.s3.amazonaws.com/k -H "Origin: https://a.example"');
  await page.waitForSelector('#pasted:not([hidden]) .read');
  await fill(page, '#page', 'https://app.example.com');
  await page.waitForFunction(() => /^Allowed\./.test(document.getElementById('verdict-say')?.textContent ?? ''));
}

/** The same page, published anew: it is marked, and its scripts have other names, by which they load each other. @param {import('../../bundle/page.js').Built} first */
function published({ files, version }) {
  const changing = [...files.keys()].filter((name) => /-\w{8}\.js$/.test(name));
  assert.ok(changing.some((name) => name.startsWith('examples-')), 'the examples are a part of their own');
  const renamed = (/** @type {string} */ text) => changing.reduce((all, name) => all.replaceAll(name, name.replace(/-\w/, '-z')), text).replaceAll(version, 'anotherone');
  return new Map([...files].map(([path, content]) => {
    if (!/\.(?:js|html)$/.test(path)) return [path, content];
    return [renamed(path), Buffer.from(renamed(content.toString()).replace('<html ', '<html data-second '))];
  }));
}

inBrowser('without a network', (open) => {
  test('the page works after the first visit, with all its parts', async () => {
    const { browser } = await open();
    const site = await serve(0, built((await buildPage()).files));
    const page = await (await browser.createBrowserContext()).newPage();
    /** @type {string[]} */
    const problems = [];
    await page.goto(site.url);
    await kept(page);
    await site.close();
    await page.close();

    const again = await browser.browserContexts().at(-1)?.newPage() ?? assert.fail();
    watch(again, site.url, problems);
    await again.setCacheEnabled(false);
    await again.goto(`${site.url}?from=a-mail#example/presigned-put`);
    await again.waitForFunction(() => /^Blocked\. .*content-type/.test(document.getElementById('verdict-say')?.textContent ?? ''));
    await again.evaluate(() => { location.hash = '#example/failing-upload'; });
    await again.waitForFunction(() => /www\.example\.com PUT/.test(document.getElementById('verdict-say')?.textContent ?? ''));
    await useAll(again);
    assert.deepEqual(problems, []);
  });

  test('another version is there at the next load, an open page keeps its parts, and the old ones go', async () => {
    const { browser } = await open();
    const first = await buildPage();
    let find = built(first.files);
    const site = await serve(0, (path) => find(path));
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setCacheEnabled(false);
    await page.goto(site.url);
    await kept(page);
    assert.deepEqual(await cacheNames(page), [`s3cors ${first.version}`]);

    find = built(published(first));
    await page.reload();
    assert.equal(await page.$('html[data-second]'), null, 'the page does not wait for the network');
    await page.waitForFunction(async () => (await caches.keys()).includes('s3cors anotherone'));
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !registration?.installing && !registration?.waiting && registration?.active?.state === 'activated';
    });
    await page.click('#examples');
    await page.waitForSelector('#examples-menu li:focus');

    await page.reload();
    await page.waitForSelector('html[data-second]');
    await page.waitForFunction(async () => (await caches.keys()).join() === 's3cors anotherone');
    await site.close();
    await page.reload();
    await page.waitForSelector('html[data-second]');
    await useAll(page);
  });
});

inBrowser('the single file', (open) => {
  test('opens from the disk without a network, and all of it works', async () => {
    const { browser } = await open();
    const folder = await mkdtemp(join(tmpdir(), 's3cors-single-'));
    try {
      const file = pathToFileURL(join(folder, 's3cors.html'));
      await writeFile(file, await buildSingle());
      const page = await (await browser.createBrowserContext()).newPage();
      /** @type {string[]} */
      const problems = [];
      watch(page, 'file:', problems);
      page.on('request', (request) => request.url().replace(/#.*/, '') !== file.href && !/^(?:data|blob):/.test(request.url()) && problems.push(`request: ${request.url()}`));
      await page.setOfflineMode(true);
      await page.goto(file.href);
      await page.waitForFunction(() => /^Blocked\. No rule lets/.test(document.getElementById('verdict-say')?.textContent ?? ''));
      await useAll(page);
      await written(page, 'https://app.example.com"');
      await page.reload();
      await page.waitForFunction(() => /^Allowed\./.test(document.getElementById('verdict-say')?.textContent ?? ''));
      assert.match(await textOf(page, '#verdict-say'), /https:\/\/app\.example\.com PUT/);
      assert.deepEqual(problems, []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
