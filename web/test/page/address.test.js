import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { ask, fill, inBrowser, pasteSource, sourceText, textOf, written } from './browser.js';

/** @typedef {import('puppeteer-core').Page} Page */

const configuration = '[{"AllowedOrigins": ["https://b.example"], "AllowedMethods": ["GET"]}]';

/** @param {Page} page @param {RegExp} verdict */
async function says(page, verdict) {
  await page.waitForFunction((source) => new RegExp(source).test(document.getElementById('verdict-say')?.textContent ?? ''), {}, verdict.source);
}

/** @param {Page} page @param {string} name */
async function chooseExample(page, name) {
  await page.click('#examples');
  await page.waitForSelector('#examples-menu:not([hidden]) li');
  for (const item of await page.$$('#examples-menu li')) {
    if (await item.$eval('b', (title, wanted) => title.textContent === wanted, name)) return item.click();
  }
  assert.fail(`there is no example ${name}`);
}

inBrowser('the address', (open) => {
  test('a first visit has a bare address, and what is written comes back after a reload', async () => {
    const { page, url } = await open();
    assert.equal(page.url(), url);
    await pasteSource(page, configuration);
    await ask(page, { page: 'https://b.example', method: 'GET', headers: ['x-a: b'] });
    await page.click('#t-meaning');
    await page.click('#t-response');
    await page.select('#format', 'terraform');
    await page.select('#cache', 'cdn-origin');
    await says(page, /^Blocked\. No rule lets https:\/\/b\.example GET with x-a\./);
    await written(page, 'b.example', 'x-a', 'meaning', 'response', 'terraform', 'cdn-origin');
    await page.reload();
    await page.waitForSelector('html[data-editor]');
    assert.equal(await sourceText(page), configuration);
    await says(page, /^Blocked\. No rule lets https:\/\/b\.example GET with x-a\./);
    for (const tab of ['t-meaning', 't-response']) assert.equal(await page.$eval(`#${tab}`, (element) => element.getAttribute('aria-selected')), 'true');
    assert.deepEqual(await page.$$eval('#format, #cache', (fields) => fields.map((field) => /** @type {HTMLSelectElement} */ (field).value)), ['cdn-origin', 'terraform']);
  });

  test('Back leads from an example to what was written before, Forward to the example', async () => {
    const { page } = await open();
    await fill(page, '#page', 'https://mine.example');
    const mine = await written(page, 'https://mine.example"');
    await chooseExample(page, 'Presigned PUT');
    await says(page, /^Blocked\. No rule lets https:\/\/app\.example\.com PUT with content-type\./);
    assert.equal(await page.evaluate(() => location.hash), '#example/presigned-put');
    assert.match(await textOf(page, '#notice'), /^Presigned PUT\. The signature is right/);
    await page.evaluate(() => history.back());
    await says(page, /https:\/\/mine\.example PUT/);
    assert.equal(await page.evaluate(() => location.hash), mine);
    assert.match(await sourceText(page), /app-uploads/);
    assert.equal(await page.$eval('#notice', (element) => /** @type {HTMLElement} */ (element).hidden), true);
    await page.evaluate(() => history.forward());
    await says(page, /https:\/\/app\.example\.com PUT with content-type/);
  });

  test('a change of an example leaves its address, and does not add to Back', async () => {
    const { page } = await open({ fragment: '#example/localhost' });
    await says(page, /^Blocked\. No rule lets http:\/\/localhost:5173 PUT\./);
    const length = await page.evaluate(() => history.length);
    await fill(page, '#page', 'http://localhost:3000');
    await written(page, 'localhost:3000","url');
    await says(page, /^Allowed\./);
    assert.equal(await page.evaluate(() => history.length), length);
  });

  test('Copy link copies a link that shows the same to another visitor', async () => {
    const { page, url } = await open();
    await page.browserContext().overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    await fill(page, '#page', 'https://shared.example');
    await page.click('#share');
    await page.waitForFunction(() => document.getElementById('announce')?.textContent === 'The link is copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, page.url());
    const { page: other } = await open({ fragment: new URL(link).hash });
    await says(other, /https:\/\/shared\.example PUT/);
  });

  test('where copying is forbidden the link is selected', async () => {
    const { page } = await open();
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }));
    await page.click('#share');
    await page.waitForFunction(() => document.getElementById('announce')?.textContent === 'The link is selected. Copy it with Ctrl+C.');
    assert.equal(await page.evaluate(() => getSelection()?.toString()), page.url());
  });

  test('what is too long for a link is said on screen, and is not left without a word', async () => {
    const { page } = await open();
    const origins = Array.from({ length: 9_000 }, () => `"https://${Math.random().toString(36).slice(2)}.example"`);
    await pasteSource(page, `[{"AllowedOrigins": [${origins.join()}], "AllowedMethods": ["GET"]}]`);
    await page.click('#share');
    await page.waitForSelector('#notice:not([hidden])');
    assert.equal(await textOf(page, '#notice'), 'This is too long for a link. Copy or download the output instead.');
    const asked = new Promise((resolve) => page.once('dialog', async (dialog) => {
      await dialog.dismiss();
      resolve(dialog.type());
    }));
    const left = new Promise((resolve) => page.once('load', () => resolve('left without a question')));
    await page.evaluate(() => setTimeout(() => location.reload()));
    assert.equal(await Promise.race([asked, left]), 'beforeunload');
    assert.ok((await sourceText(page)).includes(origins[8_999]), 'who stays has all of it');
    await pasteSource(page, configuration);
    await written(page, 'b.example');
    await page.reload();
    await says(page, /./);
    assert.equal(await sourceText(page), configuration, 'what a link holds is left as it is');
  });

  test('a link that is followed on the page is shown', async () => {
    const { page, url } = await open();
    await page.evaluate(() => { location.hash = '#example/previews'; });
    await says(page, /not-yours\.vercel\.app/);
    await page.evaluate(() => document.querySelector('#jump a')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })));
    assert.equal(page.url(), `${url}#example/previews`);
  });

  for (const [name, fragment, told] of [
    ['is cut off', '#1q1bKzUxRslJKTE5W0gEA', /^This link cannot be read\. It is cut off or was changed/],
    ['unpacks to forty megabytes', `#1${deflateRawSync(Buffer.alloc(40_000_000, 0x20), { level: 9 }).toString('base64url')}`, /^This link cannot be read\. It is cut off/],
    ['holds what the page never writes', `#1${deflateRawSync('{"text": {"toString": "<img src=x onerror=alert(1)>"}}').toString('base64url')}`, /^This link cannot be read\. It holds what this page never writes\.$/],
    ['is of a version to come', `#2${'A'.repeat(60)}`, /newer version/],
    ['names no example', '#example/__proto__', /^There is no such example\. Choose one under Examples\.$/],
  ]) {
    test(`a link that ${name} is told of, and the page works`, async () => {
      const { page } = await open({ fragment: String(fragment) });
      assert.match(await textOf(page, '#notice'), /** @type {RegExp} */ (told));
      await says(page, /^Blocked\. No rule lets https:\/\/www\.example\.com PUT/);
      await pasteSource(page, configuration);
      await says(page, /with content-type and x-amz-meta-title|No rule lets https:\/\/www\.example\.com/);
      await written(page, 'https://b.example');
      await page.click('#notice button');
      assert.equal(await page.$eval('#notice', (element) => /** @type {HTMLElement} */ (element).hidden), true);
    });
  }

  test('nothing of a link is run', async () => {
    const text = '"><img src=x onerror="document.title=1"><script>document.title = 1</script>${alert(1)}';
    const { page } = await open({ fragment: `#1${deflateRawSync(JSON.stringify({ text, call: { page: text, method: text, headers: [text] } })).toString('base64url')}` });
    await page.click('#t-exchange');
    assert.equal(await sourceText(page), text);
    assert.equal((await page.$$('main img, main script')).length, 0);
    assert.match(await page.title(), /s3cors$/);
  });

  test('the last configurations are in a menu, and can be opened and forgotten', async () => {
    const { page } = await open();
    await page.click('#recent');
    await page.waitForSelector('#recent-menu li');
    assert.match(await textOf(page, '#recent-menu'), /^Nothing yet/);
    await page.keyboard.press('Escape');
    await pasteSource(page, configuration);
    const first = await written(page, 'https://b.example');
    await chooseExample(page, 'Public fonts');
    await says(page, /load this font/);
    await fill(page, '#page', 'https://example.com');
    await written(page, 'https://example.com"');
    await page.click('#recent');
    await page.waitForFunction(() => document.querySelectorAll('#recent-menu li').length === 3);
    assert.deepEqual(await page.$$eval('#recent-menu li b', (titles) => titles.map((title) => title.textContent)), ['fonts', 'https://b.example', 'Forget them all']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction((wanted) => location.hash === wanted, {}, first);
    await says(page, /No rule lets/);
    assert.equal(await sourceText(page), configuration);
    await page.click('#recent');
    await page.waitForSelector('#recent-menu:not([hidden])');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  test('a browser that keeps nothing has a page that works', async () => {
    const { page, url } = await open();
    await page.evaluateOnNewDocument(() => Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }));
    await page.goto(`${url}?again`);
    await page.waitForSelector('html[data-editor]');
    await fill(page, '#page', 'https://mine.example');
    await written(page, 'https://mine.example"');
    await page.click('#recent');
    await page.waitForSelector('#recent-menu li');
    assert.match(await textOf(page, '#recent-menu'), /^Nothing yet/);
  });
});
