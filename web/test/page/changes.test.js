import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focused, inBrowser, pasteInto, pasteSource, press, selectSource, sourceText, textOf, textsOf } from './browser.js';

const loaded = '[\n  {\n    "AllowedOrigins": ["https://app.example.com"],\n    "AllowedMethods": ["GET", "PUT"]\n  }\n]';

/**
 * Waits for what the line says.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} words
 */
async function told(page, words) {
  await page.waitForFunction((wanted) => !document.getElementById('changes')?.hidden && document.querySelector('#changes summary')?.textContent === wanted, {}, `Since it was loaded: ${words}`);
}

/** @param {import('puppeteer-core').Page} page */
const silent = (page) => page.waitForSelector('#changes[hidden]');

/**
 * Puts a text in the place of another within the source, as an edit by hand.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} text
 * @param {string} by
 */
async function edit(page, text, by) {
  const at = (await sourceText(page)).indexOf(text);
  await selectSource(page, at, at + text.length);
  await page.keyboard.type(by);
}

inBrowser('changes since the configuration was loaded', (open) => {
  test('an edit says what it opens and closes, and each difference can be tried', async () => {
    const { page } = await open();
    await pasteSource(page, loaded);
    await silent(page);
    await edit(page, '"PUT"', '"DELETE"');
    await told(page, 'opens 1, closes 1, answers 1 otherwise');
    await page.click('#changes summary');
    assert.deepEqual(await textsOf(page, '#changes h3'), ['Opened', 'Closed', 'Answered otherwise']);
    assert.match(await textOf(page, '#changes li'), /^Rule 1 now allows DELETE from https:\/\/app\.example\.com\./);
    await page.click('#changes li button');
    assert.deepEqual(await page.$$eval('#page, #method', (fields) => fields.map((field) => /** @type {HTMLInputElement} */ (field).value)), ['https://app.example.com', 'DELETE']);
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1 lets https:\/\/app\.example\.com DELETE/);
    assert.equal(await focused(page), 'Page');
  });

  test('an edit that changes no answer says so, and undoing all edits ends it', async () => {
    const { page } = await open();
    await pasteSource(page, loaded);
    await edit(page, '"GET", "PUT"', '"GET", "PUT" ');
    await told(page, 'it allows and answers the same');
    await page.focus('#theme');
    await page.click('#undo');
    await silent(page);
  });

  test('a new baseline ends it too, and the focus stays in the pane', async () => {
    const { page } = await open();
    await pasteSource(page, loaded);
    await edit(page, 'https://app', 'https://*');
    await page.waitForSelector('#changes:not([hidden])');
    await page.click('#changes .b');
    await silent(page);
    assert.equal(await focused(page), 'Configuration');
    await edit(page, ', "PUT"', ' ');
    await page.waitForSelector('#changes:not([hidden])');
    assert.match(await textOf(page, '#changes summary'), /: closes 1/);
  });

  test('an example, a text that is pasted over another, and the page as it opens are loaded; undo goes back to what was', async () => {
    const { page } = await open();
    const example = await sourceText(page);
    await edit(page, '>PUT<', '>DELETE<');
    await page.waitForSelector('#changes:not([hidden])');
    await pasteSource(page, loaded);
    await silent(page);
    await page.click('#undo');
    assert.notEqual(await sourceText(page), loaded);
    await page.waitForSelector('#changes:not([hidden])');
    await page.focus('#examples');
    await press(page, 'ArrowDown');
    await page.waitForSelector('#examples-menu li:focus');
    await press(page, 'Enter');
    await page.waitForSelector('#notice:not([hidden])');
    assert.equal(await sourceText(page), example);
    await silent(page);
  });

  test('a text that cannot be read when it is pasted is loaded once it can', async () => {
    const { page } = await open();
    await pasteSource(page, loaded.replace('"AllowedMethods": [', '"AllowedMethods" <'));
    await edit(page, '"AllowedMethods" <', '"AllowedMethods": [');
    await page.waitForFunction(() => document.querySelector('#config-bar .is')?.textContent === 'S3 accepts it');
    await silent(page);
    await edit(page, '"PUT"', '"HEAD"');
    await page.waitForSelector('#changes:not([hidden])');
    assert.match(await textOf(page, '#changes summary'), /opens 1, closes 1/);
  });

  test('a call that is pasted loads nothing', async () => {
    const { page } = await open();
    await edit(page, '>PUT<', '>DELETE<');
    await page.waitForSelector('#changes:not([hidden])');
    await pasteInto(page, '#paste', "curl 'https://media.s3.amazonaws.com/b.bin' -H 'Origin: https://app.example.com'");
    await page.waitForSelector('#pasted > *');
    assert.equal((await page.$$('#changes:not([hidden])')).length, 1);
  });
});
