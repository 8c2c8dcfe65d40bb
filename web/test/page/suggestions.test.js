import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, fill, focused, inBrowser, pasteInto, pasteSource, press, sourceText, textOf, textsOf } from './browser.js';

const commented = `<CORSConfiguration>
  <!-- uploads -->
  <CORSRule>
    <AllowedOrigin>https://app.example.com</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedMethod>POST</AllowedMethod>
  </CORSRule>
</CORSConfiguration>`;

/** @param {import('puppeteer-core').Page} page */
const suggested = (page) => page.waitForSelector('#suggestions:not([hidden]) .fixes');
/** @param {import('puppeteer-core').Page} page */
const none = (page) => page.waitForSelector('#suggestions[hidden]');

inBrowser('suggestions', (open) => {
  test('a refused call is told what would let it pass, the narrowest first, with what each opens and writes', async () => {
    const { page } = await open();
    await suggested(page);
    const titles = await textsOf(page, '#suggestions .fixes b');
    assert.ok(titles.includes('Add https://www.example.com to rule 1'), titles.join());
    assert.equal(await textOf(page, '#verdict-act .next'), titles[0], 'the button of the verdict is the first of them');
    const told = await textsOf(page, '#suggestions .differences');
    assert.ok(told.some((text) => /Rule 1 now allows PUT, POST from https:\/\/www\.example\.com\./.test(text)), told.join());
    assert.ok((await textsOf(page, '#suggestions pre')).some((text) => text === '+ <AllowedOrigin>https://www.example.com</AllowedOrigin>'));
  });

  test('a value that no browser sends is written right before anything is opened', async () => {
    const { page } = await open({ fragment: '#example/es-modules' });
    await page.waitForFunction(() => document.querySelector('#verdict-act .next:not(.pending)')?.textContent === 'Write https://app.example.com');
    await page.click('#verdict-act .next');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\./);
    assert.match(await sourceText(page), /"AllowedOrigins": \["https:\/\/app\.example\.com"\]/);
  });

  test('no change of rules is offered where S3 looks at none, and no button opens the bucket to pages without an origin', async () => {
    const { page } = await open();
    await fill(page, '#url', 'https://s3.amazonaws.com/');
    await page.waitForFunction(() => /CORS is not enabled for this bucket/.test(document.getElementById('verdict-cause')?.textContent ?? ''));
    await none(page);
    await fill(page, '#url', 'https://media.s3.amazonaws.com/cat.jpg');
    await ask(page, { page: 'file:///C:/x.html' });
    await suggested(page);
    assert.equal(await page.$eval('#verdict-act .next', (button) => button.checkVisibility()), false);
  });

  test('Apply changes the text by edits, so that comments stay; the call passes, and one step takes it back', async () => {
    const { page } = await open();
    await pasteSource(page, commented);
    await ask(page, { page: 'https://www.example.com', method: 'PUT', headers: [] });
    await page.waitForSelector('#suggestions [aria-label="Apply: Add https://www.example.com to rule 1"]');
    await page.click('#suggestions [aria-label="Apply: Add https://www.example.com to rule 1"]');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1 lets https:\/\/www\.example\.com PUT/);
    assert.equal(await sourceText(page), commented.replace('</AllowedOrigin>\n', '</AllowedOrigin>\n    <AllowedOrigin>https://www.example.com</AllowedOrigin>\n'));
    assert.equal(await focused(page), 'Verdict');
    assert.equal(await textOf(page, '#announce'), 'Done: Add https://www.example.com to rule 1. Undo takes it back.');
    await none(page);
    await page.click('#undo');
    assert.equal(await sourceText(page), commented);
    await suggested(page);
  });

  test('the button of the verdict applies the first, and keeps the focus', async () => {
    const { page } = await open();
    await suggested(page);
    await page.focus('#verdict-act .next');
    await press(page, 'Enter');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\./);
    assert.equal(await page.evaluate(() => document.activeElement?.closest('section')?.id), 'verdict');
  });

  test('an actual request that no rule lets script read is helped with its origin and method', async () => {
    const { page } = await open();
    await pasteSource(page, commented);
    await ask(page, { page: 'https://www.example.com', method: 'GET', headers: [] });
    assert.match(await textOf(page, '#verdict-say'), /^Sent, but not readable\./);
    await suggested(page);
    await page.click('#suggestions .fixes .b');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\./);
  });

  test('what the browser refuses, and what is refused by another server, is not for the rules to mend', async () => {
    const { page } = await open();
    await suggested(page);
    await pasteSource(page, '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]');
    await ask(page, { method: 'GET', headers: [] });
    await page.select('#credentials', 'include');
    assert.match(await textOf(page, '#verdict-say'), /^Sent, but not readable\./);
    await none(page);
    assert.equal((await page.$$('#verdict-act .main:not([hidden])')).length, 0);
    await page.select('#credentials', 'omit');
    await fill(page, '#page', 'https://www.example.com');
    await page.select('#method', 'PUT');
    await suggested(page);
    await pasteInto(page, '#paste', 'HTTP/1.1 403 Forbidden\n\n');
    await page.waitForSelector('#pasted > *');
    await none(page);
  });

  test('a configuration that S3 refuses has to be mended first', async () => {
    const { page } = await open();
    await suggested(page);
    await pasteSource(page, '[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["PATCH"]}]');
    await none(page);
    assert.equal(await textsOf(page, '#verdict-act button:not([hidden])').then((all) => all.join()), 'Show the place');
  });
});
