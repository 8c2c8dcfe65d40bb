import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { buildPage } from '../../bundle/page.js';
import { built, serve } from '../../serve.js';
import { findFirefox } from '../engines/firefox.js';
import { fill, press, selectSource, selectedSource, sourceText, textOf, textsOf } from './browser.js';
import { uploadsAndPublicReading } from './documented.js';

const firefox = findFirefox();
if (!firefox && process.env.CI) throw new Error('There is no Firefox for the tests of the page. Install it, or name it in FIREFOX.');
if (!firefox) console.error('NOT TESTED, for want of Firefox: the main paths of the page.');

/**
 * Puts a text in the source. Firefox gives a paste that a script makes nothing to paste.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} text
 */
async function put(page, text) {
  await page.$eval('#source-text', (field, insert) => {
    const { view } = /** @type {any} */ (field).cmTile;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, userEvent: 'input.paste' });
  }, text);
}

describe('the main paths in Firefox', { skip: firefox ? false : 'there is no Firefox' }, () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let site;
  before(async () => {
    site = await serve(0, built((await buildPage()).files));
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  test('from a pasted configuration by text, card and undo to the answer', async () => {
    const page = await browser.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(site.url);
    await page.waitForSelector('html[data-editor]');
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\./);

    await put(page, uploadsAndPublicReading);
    await fill(page, '#page', 'http://www.example.com');
    await page.select('#method', 'DELETE');
    assert.equal(await textOf(page, '#verdict-say'), 'Allowed. Rule 1 lets http://www.example.com DELETE with content-type and x-amz-meta-title.');
    assert.ok((await textsOf(page, '.cm-line .hit')).includes('http://www.example.com'));

    const at = uploadsAndPublicReading.indexOf('</AllowedOrigin>');
    await selectSource(page, at);
    await page.keyboard.type(':1');
    await page.waitForFunction(() => document.getElementById('verdict-say')?.textContent?.startsWith('Blocked.'));
    await press(page, 'Control+z');
    assert.equal(await sourceText(page), uploadsAndPublicReading);

    await page.click('#t-rules');
    await page.click('.card .seg button:nth-child(1)');
    assert.match(await sourceText(page), /<AllowedMethod>GET<\/AllowedMethod>[^]*<AllowedHeader>\*/);
    await page.click('#undo');
    assert.equal(await sourceText(page), uploadsAndPublicReading);
    for (const tab of ['#t-exchange', '#t-response', '#t-consoles', '#t-readable', '#t-why', '#t-meaning', '#t-tests', '#t-source']) await page.click(tab);

    await put(page, '[{"AllowedOrigins": ["*"], "AllowedMethods": ["OPTIONS"]}]');
    await selectSource(page, 0);
    for (let i = 0; i < 8 && (await selectedSource(page)) !== 'OPTIONS'; i++) await press(page, 'F8');
    assert.equal(await selectedSource(page), 'OPTIONS');
    assert.match(await textOf(page, '.tip-problem'), /Error: .*OPTIONS/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id === 'source-text'), false, 'Escape, then Tab, leaves');
    assert.deepEqual(problems, []);
  });
});
