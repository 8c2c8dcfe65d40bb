import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPage } from '../../bundle/page.js';
import { inBrowser } from './browser.js';

/** @param {import('puppeteer-core').Page} page @param {string[]} selectors */
const seen = (page, selectors) => page.evaluate((all) => all.filter((selector) => document.querySelector(selector)?.checkVisibility()), selectors);

inBrowser('on paper', (open) => {
  test('a print is a report: verdict, the whole source and why, whichever panels are open, and nothing to press', async () => {
    const { page } = await open({ scheme: 'dark', fragment: '#example/previews' });
    await page.click('#t-rules');
    await page.click('#t-consoles');
    assert.deepEqual(await seen(page, ['#source', '#why']), []);
    await page.emulateMediaType('print');
    assert.deepEqual(await seen(page, ['#verdict', '#source', '#why', '#rules', '#consoles', '#diagnostics', '#output-body']), ['#verdict', '#source', '#why', '#rules', '#consoles', '#diagnostics', '#output-body']);
    assert.deepEqual(await seen(page, ['#examples', '#recent', '#share', '#theme', '#notice', '#jump', '.tabs', '#copy', '#paste', '#undo', '.foot']), []);
    assert.equal(await page.$eval('html', (element) => getComputedStyle(element).colorScheme), 'light');
    const cut = await page.$$eval('#source, #source .cm-scroller, #output-body .code', (boxes) => boxes.filter((box) => box.scrollHeight > box.clientHeight + 1).length);
    assert.equal(cut, 0, 'nothing is cut off');
  });

  test('the notes that are folded are printed, each with its line', async () => {
    const { page } = await open({ fragment: '#example/sdk-checksums' });
    await page.emulateMediaType('print');
    const shown = await page.$$eval('.folded li .ln', (links) => links.filter((link) => link.checkVisibility({ contentVisibilityAuto: true }) && link.getBoundingClientRect().height > 0).length);
    assert.equal(shown, 4);
  });

  test('nothing moves for those who do not want it', async () => {
    const { page } = await open();
    const moving = () => page.$$eval('*', (elements) => elements.filter((element) => getComputedStyle(element).transitionDuration.split(', ').some((time) => time !== '0s')).length);
    assert.ok((await moving()) > 0);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    assert.equal(await moving(), 0);
  });
});

test('a link to the page shows a card, whose picture is there', async () => {
  const { files } = await buildPage({ address: 'https://example.com/s3cors/' });
  const html = files.get('index.html')?.toString() ?? '';
  assert.match(html, /<meta property="og:image" content="https:\/\/example\.com\/s3cors\/card\.png">/);
  assert.deepEqual([files.get('card.png')?.readUInt32BE(16), files.get('card.png')?.readUInt32BE(20)], [1200, 630]);
  for (const [, file] of html.matchAll(/(?:href|src)="([^"#:]+)"/g)) assert.ok(files.has(file), `${file} is there`);
});
