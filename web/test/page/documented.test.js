import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, fill, inBrowser, pasteSource, selectSource, sourceText, textOf, textsOf } from './browser.js';
import { exposedAndCached, uploadsAndPublicReading } from './documented.js';

inBrowser('the configurations of the S3 documentation', (open) => {
  test('the first rule of the first lets its site upload, the second lets everyone read', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'http://www.example.com', method: 'PUT', headers: ['content-type'] });
    assert.equal(await textOf(page, '#verdict-say'), 'Allowed. Rule 1 lets http://www.example.com PUT with content-type.');
    assert.equal(await textOf(page, '.rule.matched h3'), 'Rule 1');
    assert.match(await textOf(page, '.rule.rest'), /^Rule 2 ?Not reached: S3 stops at the first rule that matches$/);
    assert.equal(await textOf(page, '#config-bar .is'), 'S3 accepts it');

    await ask(page, { page: 'https://news.example', method: 'GET', headers: [] });
    assert.equal(await textOf(page, '#verdict-say'), 'Allowed. Rule 2 lets https://news.example read the answer to the GET.');
    assert.equal(await textOf(page, '.rule.matched h3'), 'Rule 2');
    assert.equal(await textOf(page, '.rule:not(.matched) .is.bad'), 'Fails on origin and method');
  });

  test('the pattern that matches is marked in the source and lights up with its check', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'http://www.example.com', method: 'DELETE', headers: [] });
    assert.deepEqual(await textsOf(page, '.src .hit'), ['http://www.example.com', 'DELETE']);
    assert.deepEqual(await textsOf(page, '.src .lit'), ['http://www.example.com'], 'the origin of the rule that answers, while nothing is pointed at');
    await page.hover('.check:nth-of-type(3) .pat');
    assert.deepEqual(await textsOf(page, '.src .lit'), ['DELETE']);
    await page.mouse.move(0, 0);
    assert.deepEqual(await textsOf(page, '.src .lit'), ['http://www.example.com']);
  });

  test('pointing at a pattern in the source lights up its check', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'http://www.example.com', method: 'DELETE', headers: [] });
    const place = await page.$eval('.src .cm-line:nth-child(6) .hit', (mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(place.x, place.y);
    assert.deepEqual(await textsOf(page, '.check .pat.lit'), ['DELETE']);
  });

  test('another scheme fails, and the letter that differs is marked', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'https://www.example.com', method: 'PUT', headers: [] });
    assert.equal(await textOf(page, '#verdict-say'), 'Blocked. No rule lets https://www.example.com PUT.');
    assert.equal(await textOf(page, '#verdict-cause'), 'Rule 1 comes nearest, with another scheme: https where the rule has http. S3 answers the preflight with 403; the PUT is never sent.');
    assert.deepEqual(await textsOf(page, '#verdict-cause code'), ['https', 'http']);
    assert.equal(await textOf(page, '.tag.near'), 'Nearest');
    assert.deepEqual(await textsOf(page, '.diff mark'), ['s']);
    assert.deepEqual(await textsOf(page, '.src .off'), ['http://www.example.com']);
    assert.match(await textOf(page, '.rule:nth-child(2) .is.bad'), /^Fails on the method$/);
  });

  test('the second exposes a header and sets how long the answer is kept', async () => {
    const { page } = await open();
    await pasteSource(page, exposedAndCached);
    await ask(page, { page: 'http://www.example.com', method: 'POST', headers: ['x-custom'] });
    await page.click('#t-response');
    const rows = await page.$$eval('#response tbody tr', (all) => all.map((row) => [row.children[0].textContent, row.children[1].firstChild?.textContent]));
    assert.deepEqual(rows.slice(0, 7), [
      ['Access-Control-Allow-Origin', 'http://www.example.com'],
      ['Access-Control-Allow-Methods', 'PUT, POST, DELETE'],
      ['Access-Control-Allow-Headers', 'x-custom'],
      ['Access-Control-Expose-Headers', 'x-amz-server-side-encryption'],
      ['Access-Control-Max-Age', '3000'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'],
    ]);
    assert.match(await textOf(page, '#verdict-cause'), /Script can read x-amz-server-side-encryption\.$/);
  });

  test('edited by text, each letter changes the answer', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'http://www.example.com:8080', method: 'PUT', headers: [] });
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\./);
    await selectSource(page, uploadsAndPublicReading.indexOf('</AllowedOrigin>'));
    await page.keyboard.type(':808');
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\./);
    await page.keyboard.type('0');
    assert.equal(await textOf(page, '#verdict-say'), 'Allowed. Rule 1 lets http://www.example.com:8080 PUT.');
  });

  test('edited by form, the text follows and the right rule answers', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'https://www.example.com', method: 'PUT', headers: ['content-type'] });
    await page.click('#t-rules');
    assert.deepEqual(await textsOf(page, '.card:first-child .chip'), ['http://www.example.com', '*']);
    await fill(page, '[aria-label="Add an origin to rule 1"]', 'https://www.example.com');
    await page.keyboard.press('Enter');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1 lets/);
    assert.equal(await textOf(page, '.card:first-child .result'), 'Matches');
    assert.deepEqual(await textsOf(page, '.chip.lit'), ['https://www.example.com']);
    const text = await sourceText(page);
    assert.match(text, /<AllowedOrigin>http:\/\/www\.example\.com<\/AllowedOrigin>\s*<AllowedOrigin>https:\/\/www\.example\.com<\/AllowedOrigin>/);
    assert.match(await page.$eval('#output pre', (code) => code.textContent ?? ''), /<AllowedOrigin>http:\/\/www\.example\.com<\/AllowedOrigin>\s*<AllowedOrigin>https:\/\/www\.example\.com<\/AllowedOrigin>/);
  });

  test('in the other order the second rule of the documentation still does not take a PUT', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'http://www.example.com', method: 'PUT', headers: [] });
    await page.click('#t-rules');
    await page.click('[aria-label="Move rule 1 down"]');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 2 lets/);
    assert.equal(await textOf(page, '#announce'), 'Rule 1 is now rule 2 of 2.');
    assert.ok((await sourceText(page)).indexOf('GET') < (await sourceText(page)).indexOf('PUT'));
  });

  test('the actual request is answered too, and one that no rule takes is sent all the same', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'http://www.example.com', method: 'PUT', headers: ['content-type: text/plain'] });
    assert.equal(await textOf(page, '#answer-choice [aria-pressed="true"]'), 'Preflight');
    await page.click('#answer-choice button:last-child');
    assert.equal(await textOf(page, '#answer-choice [aria-pressed="true"]'), 'PUT');
    assert.match(await textOf(page, '.rule.matched'), /S3 compares none of them in an actual request\.$/);
    await ask(page, { page: 'http://elsewhere.example', method: 'POST' });
    assert.equal(await textOf(page, '#verdict-say'), 'Sent, but not readable. No rule lets http://elsewhere.example read the answer to the POST.');
    assert.match(await textOf(page, '#verdict-cause'), /S3 carries the POST out and answers 200 without CORS headers\.$/);
    await ask(page, { page: '' });
    assert.match(await textOf(page, '#verdict-say'), /^Not CORS\./);
  });

  test('a bucket without configuration and one that does not exist answer for themselves', async () => {
    const { page } = await open();
    await page.select('#bucket', 'unconfigured');
    assert.equal(await textOf(page, '#verdict-say'), 'Blocked. The bucket has no CORS configuration.');
    await page.select('#bucket', 'missing');
    assert.equal(await textOf(page, '#verdict-say'), 'Blocked. There is no such bucket.');
    await page.click('#t-response');
    assert.match(await textOf(page, '#response pre'), /Bucket not found/);
    assert.match(await textOf(page, '#response th.bad'), /^Access-Control-Allow-Origin$/);
  });

  test('a method that is none of the five can be asked for', async () => {
    const { page } = await open();
    await page.select('#method', 'Other');
    await page.keyboard.type('PATCH');
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\./);
    await page.click('#t-response');
    assert.match(await textOf(page, '#response pre'), /Invalid Access-Control-Request-Method: PATCH/);
  });
});
