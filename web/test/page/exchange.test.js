import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, fill, inBrowser, pasteSource, textOf, textsOf } from './browser.js';
import { exposedAndCached, uploadsAndPublicReading } from './documented.js';

/**
 * The messages of the sequence picture: who to whom, and what.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function messages(page) {
  return page.$$eval('.msg', (all) => all.map((message) => `${message.querySelector('.dir')?.textContent}: ${message.querySelector('h3 > span')?.textContent}`));
}

inBrowser('the exchange', (open) => {
  test('a PUT that fails is played to its end: verdict, preflight, consoles', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'https://www.example.com/upload', method: 'PUT', headers: ['content-type: image/png'] });
    assert.equal(await textOf(page, '#verdict-say'), 'Blocked. No rule lets https://www.example.com PUT.');
    assert.equal(await textOf(page, '#page-tip'), 'Origin: https://www.example.com');
    assert.equal(await textOf(page, '#call-tip'), 'Sends a preflight for PUT and content-type.');
    await page.click('#t-exchange');
    assert.deepEqual(await messages(page), [
      'Page to Browser: fetch PUT', 'Browser to S3: OPTIONS /cat.jpg', 'S3 to Browser: 403 AccessForbidden', 'Browser to S3: PUT /cat.jpg is never sent', 'Browser to Page: TypeError',
    ]);
    assert.deepEqual(await textsOf(page, '.msg .decides'), ['Access-Control-Request-Method: PUT', 'Access-Control-Request-Headers: content-type', 'Origin: https://www.example.com']);
    assert.equal(await textOf(page, '.msg .fails'), 'Access-Control-Allow-Origin: not there');
    assert.match(await textOf(page, '#exchange .readings'), /^Safari comes to the same end by another check: preflight-status-not-ok$/);
    await page.click('#t-consoles');
    assert.deepEqual(await textsOf(page, '.con h3'), ['Chrome', 'Firefox', 'Safari']);
    assert.match(await textOf(page, '.con li'), /^Access to fetch at 'https:\/\/media\..*\/cat\.jpg' from origin 'https:\/\/www\.example\.com' has been blocked by CORS policy: Response to preflight/);
    assert.deepEqual(await textsOf(page, '.con p code'), ['TypeError: Failed to fetch', 'TypeError: NetworkError when attempting to fetch resource.', 'TypeError: Load failed']);
    await page.click('#t-readable');
    assert.equal(await textOf(page, '#readable'), 'Script can read nothing: the request is never sent, so there is no response.');
  });

  test('a configuration that S3 refuses says so above each panel of the answer, and above its meaning', async () => {
    const { page } = await open({ fragment: '#example/refused' });
    for (const panel of ['why', 'exchange', 'response', 'consoles', 'readable', 'meaning']) {
      await page.click(`#t-${panel}`);
      assert.match(await textOf(page, `#${panel} .stale-note`), /^S3 refuses this configuration, so no bucket has it\./, panel);
    }
  });

  test('an answer that a cache has kept is drawn as one: what came first, then the call, and no S3', async () => {
    const { page } = await open({ fragment: '#example/canvas-pictures' });
    assert.match(await textOf(page, '#why .rest'), /Not reached: a kept response answers$/);
    await page.click('#t-exchange');
    assert.deepEqual(await messages(page), ['Page to Browser: GET /cat.jpg came first', 'Page to Browser: img GET', 'Browser to Page: Error event']);
    assert.equal(await textOf(page, '.msg .notes'), 'The cache keeps the response, without Access-Control-Allow-Origin');
    assert.match(await textOf(page, '.msg:last-child .mind'), /^Asks its cache: An earlier response was kept for this URL/);
  });

  test('behind CloudFront it is CloudFront that answers', async () => {
    const { page } = await open({ fragment: '#example/behind-cloudfront' });
    await page.click('#t-exchange');
    assert.deepEqual(await messages(page), ['Page to Browser: GET /data.json came first', 'Page to Browser: fetch GET', 'Browser to CloudFront: GET /data.json', 'CloudFront to Browser: 200 OK', 'Browser to Page: TypeError']);
  });

  test('a part of an object is answered with 206 and its place in the whole; an error has a type', async () => {
    const { page } = await open({ fragment: '#example/pdf-ranges' });
    await page.click('#t-response');
    assert.match(await textOf(page, '#response .status'), /^206 Partial Content/);
    assert.ok((await textsOf(page, '#response tbody th')).includes('Content-Range'));
    await page.click('#t-readable');
    assert.ok((await textsOf(page, '#readable code')).includes('content-range'));
    const { page: other } = await open({ fragment: '#example/not-cors' });
    await other.click('#t-readable');
    assert.ok((await textsOf(other, '#readable section:first-child code')).includes('content-type'));
  });

  test('one letter more and it passes: every keystroke plays the exchange anew', async () => {
    const { page } = await open();
    await pasteSource(page, exposedAndCached.replace('x-amz-server-side-encryption', 'ETag'));
    await ask(page, { page: 'http://www.example.co', method: 'PUT', headers: [] });
    await page.click('#t-exchange');
    assert.equal((await messages(page)).length, 5);
    await page.focus('#page');
    await page.keyboard.press('End');
    await page.keyboard.type('m');
    assert.deepEqual((await messages(page)).slice(2), ['S3 to Browser: 200 OK', 'Browser to S3: PUT /cat.jpg', 'S3 to Browser: 200 OK', 'Browser to Page: Response 200']);
    const notes = await textsOf(page, '.msg .notes li');
    assert.ok(notes.includes('Kept by Chrome 3000 s, Firefox 3000 s and Safari 600 s'), notes.join(' | '));
    assert.ok(notes.includes('Script can read etag'), notes.join(' | '));
    assert.equal((await page.$$('.msg .fails')).length, 0);
    await page.click('#t-readable');
    assert.deepEqual(await textsOf(page, '.list:first-child li'), ['etagexposed by rule 1']);
    await page.click('#t-consoles');
    assert.deepEqual(await textsOf(page, '.con'), ['Chrome', 'Firefox', 'Safari'].map((name) => `${name}Prints nothing.Script gets the response.`));
  });

  test('a POST that needs no preflight happens, though script may not read the answer', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'https://news.example', method: 'POST', headers: ['content-type: text/plain'] });
    assert.match(await textOf(page, '#verdict-say'), /^Sent, but not readable\./);
    assert.match(await textOf(page, '#verdict-cause'), /S3 carries the POST out/);
    assert.equal(await textOf(page, '#call-tip'), 'Sends no preflight.');
    await page.click('#t-exchange');
    assert.deepEqual((await messages(page)).slice(1, 3), ['Browser to S3: POST /cat.jpg', 'S3 to Browser: 200 OK']);
    assert.match(await textOf(page, '.msg .notes'), /^POST is carried out\. CORS does not hold S3 back/);
  });

  test('credentials and a star: S3 matches, and the browser withholds the answer', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'https://news.example', method: 'GET', headers: [] });
    await page.select('#credentials', 'include');
    assert.equal(await textOf(page, '#verdict-say'), 'Sent, but not readable. Access-Control-Allow-Origin is *, which does not cover a call with credentials.');
    assert.match(await textOf(page, '#verdict-cause'), /^Rule 2 matches\. S3 answers 200\.$/);
    await page.click('#t-exchange');
    assert.equal(await textOf(page, '.msg .fails'), 'Access-Control-Allow-Origin: *');
  });

  test('an image without crossorigin is not CORS, with it a rule decides', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await page.select('#via', 'img');
    assert.match(await textOf(page, '#verdict-say'), /^Not CORS\. The browser may load this image without CORS/);
    assert.equal(await page.$eval('#method', (select) => /** @type {HTMLElement} */ (select).hidden), true, 'an element has no method to choose');
    await page.select('#crossorigin', 'anonymous');
    assert.equal(await textOf(page, '#verdict-say'), 'Allowed. Rule 2 lets https://www.example.com load this image.');
    await page.select('#crossorigin', 'use-credentials');
    assert.match(await textOf(page, '#verdict-say'), /^Sent, but not readable\./);
  });

  test('what is chosen behind the disclosure decides, and is seen while it is closed', async () => {
    const { page } = await open();
    await pasteSource(page, uploadsAndPublicReading);
    await ask(page, { page: 'https://news.example', method: 'POST', headers: [] });
    await page.select('#via', 'xhr');
    await page.click('.more summary');
    assert.equal(await textOf(page, '#call-tip'), 'Sends no preflight.');
    await page.click('#listener');
    assert.equal(await textOf(page, '#call-tip'), 'Sends a preflight for the listener on xhr.upload.');
    await page.select('#body', 'type');
    await fill(page, '[aria-label="Type of the Blob or File"]', 'image/png');
    assert.equal(await textOf(page, '#call-tip'), 'Sends a preflight for content-type and the listener on xhr.upload.');
    await page.click('.more summary');
    assert.equal(await textOf(page, '.more summary'), 'More body: a Blob or File of type image/png, upload listener');
    await page.select('#method', 'GET');
    await ask(page, { page: 'https://news.example' });
    await page.click('.more summary');
    await page.click('#listener');
    await page.select('#status', '403');
    assert.equal(await textOf(page, '#verdict-say'), 'Allowed, and answered with 403. Rule 2 lets https://news.example read the answer to the GET.');
  });

  test('while the text cannot be read the exchange is of the last that could, and says so', async () => {
    const { page } = await open();
    await page.click('#t-exchange');
    const before = await messages(page);
    await pasteSource(page, '<CORSConfiguration><CORSRule>');
    assert.equal(await textOf(page, '#exchange .stale-note'), 'As of the last readable text.');
    assert.deepEqual(await messages(page), before);
    await pasteSource(page, '');
    assert.equal(await textOf(page, '#exchange'), 'The exchange will stand here.');
  });

  test('without a page there is no browser, and an unfinished one is no failure', async () => {
    const { page } = await open();
    await page.click('#t-exchange');
    await fill(page, '#page', '');
    assert.match(await textOf(page, '#verdict-say'), /^Not CORS\. No page makes this PUT/);
    assert.match(await textOf(page, '#exchange'), /^No page makes this request/);
    await fill(page, '#page', 'https://');
    assert.equal(await textOf(page, '#verdict-say'), 'No call yet. https:// cannot be read as the URL of a page.');
  });
});
