import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleOf, originPatterns } from '../../page/allowed-table.js';
import { fill, focused, inBrowser, pasteSource, press, textOf, textsOf } from './browser.js';

for (const [pattern, example] of [
  ['https://app.example.com', 'https://app.example.com'],
  ['https://*.example.com', 'https://www.example.com'],
  ['http://localhost:*', 'http://localhost:3000'],
  ['*://example.com', 'https://example.com'],
  ['*.example.com', 'https://www.example.com'],
  ['https://*', 'https://www.example.com'],
  ['http*://example.com', 'httpx://example.com'],
  ['https://app-*.example.com', 'https://app-x.example.com'],
  ['https://www.*', 'https://www.www.example'],
  ['http://*:8080', 'http://www.example.com:8080'],
]) {
  test(`an origin that "${pattern}" matches is ${example}`, () => assert.equal(exampleOf(pattern), example));
}

test('the patterns keep their order, each once, and any other origin comes last', () => {
  /** @param {string[]} AllowedOrigins */
  const rule = (AllowedOrigins) => ({ AllowedOrigins, AllowedMethods: ['GET'] });
  assert.deepEqual(originPatterns([rule(['https://b', 'https://a']), rule(['*', 'https://b'])]), ['https://b', 'https://a', null]);
});

inBrowser('what the configuration means', (open) => {
  test('each origin and method answers with its rule, in the order of the patterns', async () => {
    const { page } = await open();
    await page.click('#t-meaning');
    assert.deepEqual(await textsOf(page, '.grid tbody tr'), [
      'https://app.example.comRule 2Rule 2Rule 1Rule 1No', 'http://localhost:5173Rule 2Rule 2Rule 1Rule 1No', 'any other originRule 2Rule 2NoNoNo',
    ]);
    assert.deepEqual(await textsOf(page, '.lets tbody tr:first-child :is(th, td)'), ['1 app-uploads', 'content-type and x-amz-*', 'ETag and the seven always readable', 'Yes', '3600 s']);
    assert.deepEqual(await textsOf(page, '.lets tbody tr:last-child td'), ['Nothing that needs asking', 'The seven always readable', 'No', 'not set']);
  });

  test('a cell lights up its rule under the pointer and with the focus, and fills the call', async () => {
    const { page } = await open();
    await page.click('#t-meaning');
    await page.focus('[aria-label="Rule 1: POST from https://app.example.com"]');
    assert.equal(await textOf(page, '.lets tr.lit th'), '1 app-uploads');
    await page.hover('[aria-label="Rule 2: GET from https://any-other.example"]');
    assert.equal(await textOf(page, '.lets tr.lit th'), '2 public-read');
    await press(page, 'Enter');
    assert.equal(await focused(page), 'Page');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1 app-uploads lets https:\/\/app\.example\.com read the answer to the POST/);
    await page.click('[aria-label="No rule: DELETE from http://localhost:5173"]');
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\. No rule lets http:\/\/localhost:5173 DELETE/);
  });

  test('an edit is shown at once, and so is a rule that stands before another', async () => {
    const { page } = await open();
    await page.click('#t-meaning');
    await page.click('#t-source');
    await pasteSource(page, '[{"AllowedOrigins": ["https://*.example.com"], "AllowedMethods": ["GET"]}, {"AllowedOrigins": ["https://www.example.com"], "AllowedMethods": ["GET", "PUT"]}]');
    await page.click('#t-meaning');
    assert.deepEqual(await textsOf(page, '.grid tbody tr'), ['https://*.example.comRule 1NoRule 2NoNo', 'https://www.example.comRule 1NoRule 2NoNo', 'any other originNoNoNoNoNo']);
  });

  test('of many origins a hundred stand there, and the next on demand', async () => {
    const { page } = await open();
    const rule = (/** @type {number} */ i) => ({ AllowedOrigins: [`https://a${i}.example`, `https://b${i}.example`], AllowedMethods: ['GET'] });
    await pasteSource(page, JSON.stringify(Array.from({ length: 100 }, (_, i) => rule(i))));
    await page.click('#t-meaning');
    assert.equal((await page.$$('.grid tbody tr')).length, 100);
    await page.click('#meaning > .b');
    assert.equal((await page.$$('.grid tbody tr')).length, 200);
    assert.equal(await focused(page), 'Rule 51: GET from https://a50.example');
  });

  test('before a text can be read there is no table', async () => {
    const { page } = await open();
    await pasteSource(page, '');
    await page.click('#t-meaning');
    assert.equal((await page.$$('.grid')).length, 0);
    await fill(page, '#page', 'https://a.example');
  });
});
