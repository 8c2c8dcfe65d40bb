import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, focused, inBrowser, pasteSource, press, selectedSource, sourceText, textOf, textsOf } from './browser.js';
import { uploadsAndPublicReading } from './documented.js';

const refused = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://*.example.*</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedMethod>OPTIONS</AllowedMethod>
    <AllowedHeader>*</AllowedHeader>
    <ExposeHeader>x-amz-*</ExposeHeader>
  </CORSRule>
</CORSConfiguration>`;

inBrowser('diagnostics', (open) => {
  test('a configuration that S3 refuses is answered with S3’s own error', async () => {
    const { page } = await open();
    await pasteSource(page, refused);
    assert.equal(await textOf(page, '#verdict-say'), 'S3 refuses this configuration: 400 InvalidRequest.');
    assert.equal(await textOf(page, '#verdict-cause'), 'S3 says: AllowedOrigin "https://*.example.*" can not have more than one wildcard.');
    assert.equal(await textOf(page, '#config-bar .is'), 'S3 refuses it');
  });

  test('each error has its line, and the line leads to the place', async () => {
    const { page } = await open();
    await pasteSource(page, refused);
    const errors = '.diags li:has(b.bad) .link';
    assert.deepEqual(await textsOf(page, errors), ['line 3', 'line 5', 'line 7']);
    assert.deepEqual((await textsOf(page, '.diags .link')).slice(0, 3), ['line 3', 'line 5', 'line 7'], 'errors come first');
    const places = [];
    for (const link of await page.$$(errors)) {
      await link.click();
      places.push(await selectedSource(page));
    }
    assert.deepEqual(places, ['https://*.example.*', 'OPTIONS', 'x-amz-*']);
    assert.equal(await focused(page), 'Configuration source');
    assert.equal((await page.$$('.marks .at-error')).length, 3, 'each has a mark in the margin');
    assert.deepEqual(await textsOf(page, '.src .cm-line .error'), ['https://*.example.*', 'OPTIONS', 'x-amz-*']);
  });

  test('F8 goes round the places, Shift and F8 back', async () => {
    const { page } = await open();
    await pasteSource(page, refused);
    await page.click('#t-rules');
    await page.focus('#page');
    /** @type {string[]} */
    const places = [];
    do {
      await press(page, 'F8');
      places.push(await selectedSource(page));
    } while (places.length < 20 && (places.length === 1 || places.at(-1) !== places[0]));
    const values = ['https://*.example.*', 'OPTIONS', 'x-amz-*'];
    assert.deepEqual(places.filter((place, i) => values.includes(place) && places.indexOf(place) === i), values, 'also where a note is about the whole rule around them');
    assert.equal(places.at(-1), places[0]);
    await press(page, 'Shift+F8');
    assert.equal(await selectedSource(page), places.at(-2));
  });

  test('a misspelt element is read as it is meant, and S3 refuses the configuration', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading.replaceAll('AllowedHeader>', 'AllowedHeaders>'));
    assert.equal(await textOf(page, '#verdict-say'), 'S3 refuses this configuration: 400 MalformedXML.');
    await ask(page, { page: 'http://www.example.com', method: 'PUT', headers: ['content-type'] });
    assert.equal(await textOf(page, '.rule.matched h3'), 'Rule 1', 'the answer is of what the text means');
  });

  test('a text that breaks off cannot be read, and the last answer stays', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'http://www.example.com', method: 'PUT', headers: [] });
    await pasteSource(page, uploadsAndPublicReading.slice(0, 120));
    assert.match(await textOf(page, '#verdict-say'), /^This text cannot be read\./);
    assert.match(await textOf(page, '#verdict-cause'), /S3 would answer 400 MalformedXML\. The answer below is as of the last readable text\.$/);
    assert.equal(await textOf(page, '#why .stale-note'), 'As of the last readable text.');
    assert.equal(await textOf(page, '.rule.matched h3'), 'Rule 1');
    await ask(page, { method: 'GET' });
    assert.equal(await textOf(page, '.rule.matched h3'), 'Rule 2', 'another request is still answered');
    assert.equal((await page.$$('#why .link')).length, 0, 'lines of another text lead nowhere');
  });

  test('a fix changes the text by edits, so that all else stays; one step takes it back, and the focus goes to the next', async () => {
    const { page } = await open();
    const text = '[\n  // everyone\n  {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ExposedHeaders": ["ETag"], "MaxAge": 5}\n]';
    await pasteSource(page, text);
    const rename = (/** @type {string} */ name) => page.evaluateHandle((title) => Array.from(document.querySelectorAll('#diagnostics .apply .b')).find((button) => button.textContent === title), `Rename it to ${name}`);
    await (/** @type {import('puppeteer-core').ElementHandle} */ (await rename('ExposeHeaders'))).click();
    assert.equal(await sourceText(page), text.replace('ExposedHeaders', 'ExposeHeaders'));
    assert.equal(await page.evaluate(() => document.activeElement?.closest('.diags') !== null), true, await focused(page));
    assert.equal(await textOf(page, '#announce'), 'Done: Rename it to ExposeHeaders. Undo takes it back.');
    await page.click('#undo');
    assert.equal(await sourceText(page), text);
  });

  test('many notes stand behind their number, and stay open through an edit', async () => {
    const { page } = await open();
    await pasteSource(page, 'x = [{"AllowedOrigins": [a.b, a.c, a.d, a.e, a.f], "AllowedMethods": ["GET"]}]');
    assert.match(await textOf(page, '.folded summary'), /^\d+ notes$/);
    assert.equal(await page.$eval('.folded', (details) => /** @type {HTMLDetailsElement} */ (details).open), false);
    await page.click('.folded summary');
    assert.ok((await page.$$('.folded li')).length >= 5);
    await page.waitForFunction(() => /** @type {HTMLDetailsElement} */ (document.querySelector('.folded')).open);
    await pasteSource(page, 'y = [{"AllowedOrigins": [a.b, a.c, a.d, a.e], "AllowedMethods": ["GET"]}]');
    assert.equal(await page.$eval('.folded', (details) => /** @type {HTMLDetailsElement} */ (details).open), true);
  });

  test('the button of the verdict shows the place', async () => {
    const { page } = await open();
    await pasteSource(page, refused);
    await page.click('#verdict-act button:not([hidden])');
    assert.equal(await selectedSource(page), 'https://*.example.*');
    await pasteSource(page, '[{"AllowedMethods": ["get"], "AllowedOrigins": ["*a*"]}]');
    await page.click('#verdict-act button:not([hidden])');
    assert.equal(await selectedSource(page), '*a*', 'the value that S3 speaks of, and not the first error in the text');
  });

  test('nothing written is no error: the page invites, and an example is one click away', async () => {
    const { page } = await open();
    const example = await sourceText(page);
    await pasteSource(page, '');
    assert.match(await textOf(page, '#verdict-say'), /^Nothing to judge yet\./);
    assert.equal((await page.$$('.diags li')).length, 0);
    await page.locator('#verdict-act button:not([hidden])').click(); // what is below may still move
    await page.waitForSelector('#notice:not([hidden])');
    assert.equal(await sourceText(page), example);
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\./);
  });

  test('whatever is pasted, the page goes on', async () => {
    const { page } = await open();
    const texts = ['I was blocked by CORS policy', '[{"AllowedOrigins": ["https://a', '\u0000\u0001\uFFFD', '\uD800 lone', '<'.repeat(200_000), '['.repeat(100_000), '<img src=x onerror=alert(1)>', '{"__proto__": {"CORSRules": []}}'];
    for (const text of texts) {
      await pasteSource(page, text);
      assert.doesNotMatch(await textOf(page, '#verdict-say'), /^Allowed\./, text.slice(0, 20));
      assert.ok((await page.$$('.diags li')).length > 0, `${text.slice(0, 20)} has a diagnostic`);
    }
    await pasteSource(page, uploadsAndPublicReading);
    assert.equal(await textOf(page, '#config-bar .is'), 'S3 accepts it');
  });

  test('what S3’s answer rests on where nobody has recorded it is said', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": -1}]');
    assert.deepEqual(await textsOf(page, '#diagnostics .readings code.soft'), ['max-age-negative']);
    assert.ok((await textOf(page, '#diagnostics .readings p')).length > 40, 'with its ground');
    assert.ok((await textsOf(page, '.diags .link')).includes('column 72'), 'a text of one line is told by its columns');
  });

  test('markup in values is shown as text', async () => {
    const { page } = await open();
    await pasteSource(page, JSON.stringify([{ ID: '<b>x</b>', AllowedOrigins: ['<img src=x>'], AllowedMethods: ['<script>'] }]));
    assert.match(await textOf(page, '.rule h3'), /<b>x<\/b>/);
    await page.click('#t-rules');
    assert.deepEqual(await textsOf(page, '.card .chip'), ['<img src=x>', '<script>']);
    assert.equal((await page.$$('main img, main script')).length, 0);
  });
});
