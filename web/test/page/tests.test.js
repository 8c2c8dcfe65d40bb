import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, focused, inBrowser, pasteSource, textOf, textsOf } from './browser.js';

/** @param {import('puppeteer-core').Page} page @param {string} words */
const counted = (page, words) => page.waitForFunction((wanted) => document.getElementById('test-count')?.textContent === wanted, {}, words);

inBrowser('tests', (open) => {
  test('an answer is kept from the verdict, and an edit that changes it fails with the first difference', async () => {
    const { page } = await open();
    await ask(page, { page: 'https://app.example.com' });
    await page.waitForFunction(() => document.querySelector('#verdict-act .next')?.textContent === 'Keep as a test');
    await page.click('#verdict-act .next');
    await counted(page, '1/1');
    assert.equal(await textOf(page, '#announce'), 'Kept as a test: PUT from https://app.example.com: readable by rule 1.');
    await pasteSource(page, '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]');
    await counted(page, '0/1');
    await page.click('#t-tests');
    assert.deepEqual(await textsOf(page, '#tests .is'), ['Fails']);
    assert.match(await textOf(page, '#tests li .soft'), /^outcome: expected readable, is blocked/);
    await page.click('#undo');
    await counted(page, '1/1');
    assert.deepEqual(await textsOf(page, '#tests .is'), ['Passes']);
  });

  test('a configuration that no bucket can have passes no test, and an answer is kept once', async () => {
    const { page } = await open();
    await page.click('#t-tests');
    await page.click('#tests .row .b');
    await page.click('#tests .row .b');
    await counted(page, '1/1');
    await pasteSource(page, '[{"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["PUT", "OPTIONS"]}]');
    await counted(page, '?/1');
    assert.deepEqual(await textsOf(page, '#tests .is'), ['Not judged']);
    await pasteSource(page, '[{"AllowedOrigins": [');
    await counted(page, '?/1');
    assert.deepEqual(await textsOf(page, '#tests .is'), ['Not judged']);
  });

  test('a refusal is kept too, and a test can be removed', async () => {
    const { page } = await open();
    await page.click('#t-tests');
    await page.click('#tests .row .b');
    await counted(page, '1/1');
    assert.match(await textOf(page, '#tests li p'), /^PUT from https:\/\/www\.example\.com: blocked/);
    await page.click('#tests li button');
    await counted(page, '');
    assert.equal(await focused(page), 'Keep this answer as a test');
  });

  test('tests are there again on the next visit, and one that is removed is not', async () => {
    const { page } = await open();
    await page.click('#t-tests');
    await page.click('#tests .row .b');
    await counted(page, '1/1');
    await page.reload();
    await counted(page, '1/1');
    await page.click('#t-tests');
    await page.click('#tests .list button');
    await counted(page, '');
    await page.evaluate(() => (localStorage['s3cors.tests'] = '{"cases": [{"expect": 5}]}'));
    await page.reload();
    await page.waitForSelector('html[data-editor]');
    await counted(page, '');
  });

  test('tests are exported as a suite, and imported again; what is no suite is said to be none', async () => {
    const { page } = await open();
    const folder = await mkdtemp(join(tmpdir(), 's3cors-'));
    try {
      await page.click('#t-tests');
      await page.click('#tests .row .b');
      await counted(page, '1/1');
      const session = await page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', browserContextId: page.browserContext().id, downloadPath: folder, eventsEnabled: true });
      const done = new Promise((resolve) => session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve(undefined)));
      await page.click('#tests .row .b:nth-child(2)');
      await done;
      const saved = join(folder, 's3cors-tests.json');
      const suite = JSON.parse(await readFile(saved, 'utf8'));
      assert.match(suite.configuration, /^<CORSConfiguration>/);
      assert.equal(suite.cases[0].expect.outcome, 'blocked');
      const field = await page.$('#tests input[type="file"]');
      await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (field).uploadFile(saved);
      await counted(page, '2/2');
      await writeFile(join(folder, 'other.json'), '{"cases": 5}');
      await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (field).uploadFile(join(folder, 'other.json'));
      await page.waitForFunction(() => document.querySelector('#notice:not([hidden])')?.textContent?.startsWith('There are no tests in this file.'));
      assert.equal(await textOf(page, '#test-count'), '2/2');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
