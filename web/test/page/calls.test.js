import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inBrowser, pasteCopied, press, textOf, textsOf } from './browser.js';

const saved = readFileSync(new URL('../../../testdata/har/chrome.har', import.meta.url), 'utf8');

/** @param {import('puppeteer-core').Page} page */
async function called(page) {
  return page.$eval('#request-form', () => ['page', 'method', 'url'].map((id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).value).join(' '));
}

/**
 * A HAR file of a page that asks for these.
 *
 * @param {string[]} urls
 */
function fileOf(...urls) {
  const entries = urls.map((url) => ({ request: { method: 'GET', url, headers: [{ name: 'Origin', value: 'https://shop.example' }, { name: 'Sec-Fetch-Mode', value: 'cors' }] }, response: { status: 200, headers: [] } }));
  return JSON.stringify({ log: { version: '1.2', entries } });
}

inBrowser('a HAR file', (open) => {
  test('the first call that was not let through is filled in, each other can be chosen, and all taken back', async () => {
    const { page } = await open();
    const before = await called(page);
    await pasteCopied(page, saved);
    assert.equal(await textOf(page, '#pasted p'), 'Read as a HAR file with 34 calls to other origins, of which one is filled in.');
    assert.equal(await page.$eval('#pasted option:checked', (option) => option.textContent), 'PUT https://s3.eu-west-1.amazonaws.com/b/denied/put.json?X-Amz-Signature=abc, preflight 403, no answer');
    assert.equal(await called(page), 'https://app.example.com PUT https://s3.eu-west-1.amazonaws.com/b/denied/put.json?X-Amz-Signature=abc');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1 app-uploads lets https:\/\/app\.example\.com PUT/, 'by the configuration that is written here');
    await page.select('#pasted select', 'DELETE https://s3.eu-west-1.amazonaws.com/b/sdk/delete.txt?x-id=DeleteObject, preflight 200, 204');
    assert.equal(await called(page), 'https://app.example.com DELETE https://s3.eu-west-1.amazonaws.com/b/sdk/delete.txt?x-id=DeleteObject');
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\./);
    assert.ok((await textsOf(page, '#pasted .soft')).some((note) => note.startsWith('The file leaves out authorization')));
    await page.click('#pasted .read button');
    assert.equal(await called(page), before);
  });

  test('one call needs no choice, and none is said', async () => {
    const { page } = await open();
    await pasteCopied(page, fileOf('https://media.s3.amazonaws.com/a.json'));
    assert.equal(await textOf(page, '#pasted p'), 'Read as a HAR file with one call to another origin, which is filled in.');
    assert.equal(await called(page), 'https://shop.example GET https://media.s3.amazonaws.com/a.json');
    assert.equal(await page.$('#pasted select'), null);
    await pasteCopied(page, fileOf('https://shop.example/own.json'));
    assert.equal(await textOf(page, '#pasted p'), 'Read as a HAR file.');
    assert.match(await textOf(page, '#pasted .soft'), /other origin/);
  });

  test('an image without crossorigin is not what was refused', async () => {
    const { page } = await open();
    const entry = (/** @type {string} */ type, /** @type {string} */ url, /** @type {string} */ mode) => ({
      _resourceType: type,
      request: { method: 'GET', url, headers: [...(mode === 'cors' ? [{ name: 'Origin', value: 'https://shop.example' }] : []), { name: 'Referer', value: 'https://shop.example/' }, { name: 'Sec-Fetch-Mode', value: mode }] },
      response: { status: 200, headers: [] },
    });
    await pasteCopied(page, JSON.stringify({ log: { version: '1.2', entries: [entry('image', 'https://ads.example/pixel.gif', 'no-cors'), entry('fetch', 'https://media.s3.amazonaws.com/a.json', 'cors')] } }));
    assert.equal((await page.$$('#pasted option')).length, 2);
    assert.equal(await called(page), 'https://shop.example GET https://media.s3.amazonaws.com/a.json');
  });

  test('a long one is read whole, and its box shows the beginning', async () => {
    const { page } = await open();
    await pasteCopied(page, fileOf(...Array.from({ length: 500 }, (_, i) => `https://media.s3.amazonaws.com/${i}.json`)));
    assert.match(await textOf(page, '#pasted p'), /with 500 calls to other origins/);
    assert.equal((await page.$$('#pasted option')).length, 500);
    assert.ok(await page.$eval('#paste', (box) => /** @type {HTMLTextAreaElement} */ (box).value.length <= 20_000));
  });

  test('the file itself can be dropped on the box', async () => {
    const { page } = await open();
    const wasTaken = await page.$eval('#paste', (box, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'page.har'));
      const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
      box.dispatchEvent(over);
      box.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      return over.defaultPrevented;
    }, fileOf('https://media.s3.amazonaws.com/dropped.json'));
    assert.ok(wasTaken, 'else the browser would open it');
    await page.waitForSelector('#pasted > *');
    assert.equal(await called(page), 'https://shop.example GET https://media.s3.amazonaws.com/dropped.json');
  });
});

inBrowser('the calls of well-known clients', (open) => {
  for (const width of [1440, 390]) {
    test(`are in a menu over all else, by keyboard, and each of their calls can be chosen; ${width} pixels`, async () => {
      const { page } = await open({ width });
      const before = await called(page);
      await page.focus('#presets');
      await press(page, 'ArrowDown');
      await page.waitForSelector('#presets-menu li:focus');
      const titles = await textsOf(page, '#presets-menu b');
      assert.ok(titles.length >= 12, `${titles.length} presets`);
      const isOnTop = await page.$eval('#presets-menu', (list) => {
        const { left, right, top, bottom } = list.getBoundingClientRect();
        const ends = [[left + 4, top + 4], [right - 20, Math.min(bottom, innerHeight) - 4]];
        return left >= 0 && right <= innerWidth && ends.every(([x, y]) => list.contains(document.elementFromPoint(x, y)));
      });
      assert.ok(isOnTop, 'nothing lies over it, and it lies in the page');
      for (let i = 0; i < titles.indexOf('Uppy: multipart upload with signed URLs'); i++) await press(page, 'ArrowDown');
      await press(page, 'Enter');
      await page.waitForSelector('#pasted select');
      assert.equal(await textOf(page, '#pasted p'), 'Uppy: multipart upload with signed URLs: one of its 6 calls is filled in.');
      assert.match(await called(page), /^https:\/\/www\.example\.com POST https:\/\/media\.example-bucket\.s3\.eu-west-1\.amazonaws\.com\/film\.mp4\?/, 'from the page to the bucket that were there');
      assert.match(await textOf(page, '#pasted .soft'), /^Uppy begins an upload with a POST/);
      await page.select('#pasted select', await page.$eval('#pasted option:nth-child(2)', (option) => option.value));
      assert.match(await called(page), /PUT .*partNumber=1/);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'presets');
      await page.click('#pasted .read button');
      assert.equal(await called(page), before);
    });
  }

  for (const endpoint of ['https://s3.eu-west-1.amazonaws.com', 'https://s3.amazonaws.com']) {
    test(`a bucket in the path stays the bucket, at ${endpoint}`, async () => {
      const { page } = await open();
      await page.$eval('#url', (field, url) => {
        /** @type {HTMLInputElement} */ (field).value = url;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, `${endpoint}/media/cat.jpg`);
      await page.click('#presets');
      await page.waitForSelector('#presets-menu li');
      await page.click('#presets-menu li:nth-child(4)');
      await page.waitForSelector('#pasted p');
      assert.ok((await called(page)).includes(` PUT ${endpoint}/media/photo.png?`), await called(page));
    });
  }
});
