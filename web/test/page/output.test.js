import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { formats } from '../../page/formats.js';
import { load } from '../../s3cors.js';
import { fill, focused, inBrowser, pasteSource, sourceText, textOf, textsOf } from './browser.js';
import { exposedAndCached } from './documented.js';

/** @typedef {import('../../s3cors.js').OutputFormat} OutputFormat */

/** Two rules whose order matters, a comment, and no max age. */
const overlapping = `[
  // a
  {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]},
  {"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET", "PUT"], "MaxAgeSeconds": 5}
]`;

inBrowser('output', (open) => {
  test('the XML is what PutBucketCors takes, from JSON too', async () => {
    const { page } = await open();
    await pasteSource(page, '{"CORSRules": [{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 0}]}');
    const xml = await page.$eval('#output pre', (code) => code.textContent ?? '');
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<CORSConfiguration xmlns="http:\/\/s3\.amazonaws\.com\/doc\/2006-03-01\/">/);
    assert.match(xml, /<MaxAgeSeconds>0<\/MaxAgeSeconds>/);
  });

  test('Copy copies it and says so', async () => {
    const { page, url } = await open();
    await page.browserContext().overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
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
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', browserContextId: page.browserContext().id, downloadPath: folder, eventsEnabled: true });
      const done = new Promise((resolve) => session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve(undefined)));
      await page.click('#save');
      await done;
      assert.deepEqual(await readdir(folder), ['cors.xml']);
      assert.equal(await readFile(join(folder, 'cors.xml'), 'utf8'), await page.$eval('#output pre', (code) => code.textContent));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('every format can be picked, with its text, its file and its command', async () => {
    const { page } = await open();
    const s3cors = await load();
    await pasteSource(page, exposedAndCached);
    const names = Object.values(formats).flatMap((group) => Object.keys(group));
    assert.deepEqual(await page.$$eval('#format option', (options) => options.map((option) => option.value)), names);
    assert.equal(new Set(names).size, 14);
    for (const name of names) {
      await page.select('#format', name);
      const written = s3cors.convert(exposedAndCached, /** @type {OutputFormat} */ (name));
      assert.equal(await page.$eval('#output pre', (code) => code.textContent), written.text);
      assert.equal(await textOf(page, '#save-word'), written.filename);
      assert.equal(await page.$eval('.apply-it', (command) => /** @type {HTMLElement} */ (command).hidden), written.command === '');
      assert.equal(await page.$eval('.apply-it code', (command) => command.textContent), written.command);
    }
  });

  test('bucket, endpoint and owner stand in text and command as they are typed', async () => {
    const { page } = await open();
    await page.select('#format', 'json');
    assert.match(await textOf(page, '.apply-it code'), /--bucket BUCKET --cors-configuration file:\/\/cors\.json$/);
    await page.click('#output .more summary');
    await fill(page, '#output-bucket', 'my-bucket');
    await fill(page, '#output-endpoint', 's3.example');
    await fill(page, '#output-expectedBucketOwner', '111122223333');
    assert.match(await textOf(page, '.apply-it code'), /--bucket my-bucket .* --endpoint-url https:\/\/s3\.example --expected-bucket-owner 111122223333$/);
    await page.select('#format', 'terraform');
    assert.match(await textOf(page, '#output pre'), /bucket = "my-bucket" expected_bucket_owner = "111122223333"/);
    assert.ok((await textsOf(page, '.losses li p')).includes('Terraform has no place for the endpoint.'));
  });

  test('the command is copied by a button of its own', async () => {
    const { page, url } = await open();
    await page.browserContext().overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    await page.select('#format', 'r2');
    await page.bringToFront();
    await page.click('.apply-it .b');
    await page.waitForFunction(() => document.querySelector('.apply-it .b')?.textContent === 'Copied');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'npx wrangler r2 bucket cors set BUCKET --file cors.json');
    assert.equal(await textOf(page, '#announce'), 'The command is copied.');
  });

  test('what is lost stands beside it, warnings first, and a button mends it', async () => {
    const { page } = await open();
    await pasteSource(page, overlapping);
    await page.select('#format', 'terraform');
    const [first, ...others] = await textsOf(page, '.losses li');
    assert.match(first, /^Warning: .*rules 1 and 2 both take GET from https:\/\/a\.example, and answer it differently\./);
    assert.match(others.join(' '), /Note: 1 comment is not carried over\..*Note: rule 1 sets no max age; Terraform writes 0, and no preflight is cached\./);
    await page.click('.losses .apply .b');
    assert.equal(await sourceText(page), overlapping.replace('"GET", "PUT"', '"PUT"'));
    assert.doesNotMatch((await textsOf(page, '.losses li')).join(' '), /Warning/);
    assert.equal(await focused(page), 'Format');
    await page.click('.losses .apply .b');
    assert.match(await sourceText(page), /"MaxAgeSeconds": 3600/);
    await page.select('#format', 'json');
    assert.deepEqual(await textsOf(page, '.losses li p'), ['1 comment is not carried over.', 'Keep the original.']);
  });

  test('many losses are folded', async () => {
    const { page } = await open();
    await pasteSource(page, JSON.stringify(Array.from({ length: 30 }, (_, index) => ({ AllowedOrigins: [`https://${index}.example`], AllowedMethods: ['GET'] }))));
    await page.select('#format', 'cdk');
    assert.equal(await textOf(page, '.losses summary'), '27 more');
    assert.equal(await page.$eval('.losses details', (details) => /** @type {HTMLDetailsElement} */ (details).open), false);
  });

  test('a text that cannot be read leaves the last one, without what would change it', async () => {
    const { page } = await open();
    await pasteSource(page, overlapping);
    await page.select('#format', 'terraform');
    await pasteSource(page, '[{"AllowedOrigins": ');
    assert.equal(await textOf(page, '#output .stale-note'), 'As of the last readable text.');
    assert.match(await textOf(page, '#output pre'), /https:\/\/a\.example/);
    assert.equal(await page.$('.losses .b'), null);
    await pasteSource(page, '');
    assert.equal(await page.$eval('#output pre', (code) => /** @type {HTMLElement} */ (code).hidden), true);
    assert.equal(await page.$eval('.apply-it', (command) => /** @type {HTMLElement} */ (command).hidden), true);
  });
});
