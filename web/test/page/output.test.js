import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inBrowser, pasteSource, textOf } from './browser.js';
import { exposedAndCached } from './documented.js';

inBrowser('output', (open) => {
  test('the XML is what PutBucketCors takes, from JSON too', async () => {
    const { page } = await open();
    await pasteSource(page, '{"CORSRules": [{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 0}]}');
    const xml = await page.$eval('#output pre', (code) => code.textContent ?? '');
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<CORSConfiguration xmlns="http:\/\/s3\.amazonaws\.com\/doc\/2006-03-01\/">/);
    assert.match(xml, /<MaxAgeSeconds>0<\/MaxAgeSeconds>/);
  });

  test('Copy copies it and says so', async () => {
    const { page, url, browser } = await open();
    await browser.defaultBrowserContext().overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    await pasteSource(page, exposedAndCached);
    await page.bringToFront();
    await page.click('#copy');
    await page.waitForFunction(() => document.getElementById('copy-word')?.textContent === 'Copied');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.$eval('#output pre', (code) => code.textContent));
    assert.equal(await textOf(page, '#announce'), 'cors.xml is copied.');
  });

  test('Download saves it as cors.xml', async () => {
    const { page } = await open();
    const folder = await mkdtemp(join(tmpdir(), 's3cors-'));
    try {
      const session = await page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
      const done = new Promise((resolve) => session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve(undefined)));
      await page.click('#save');
      await done;
      assert.deepEqual(await readdir(folder), ['cors.xml']);
      assert.equal(await readFile(join(folder, 'cors.xml'), 'utf8'), await page.$eval('#output pre', (code) => code.textContent));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
