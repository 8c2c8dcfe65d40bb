import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { ask, fill, inBrowser, pasteInto, pasteSource, press } from './browser.js';

/** @typedef {import('puppeteer-core').Page} Page */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const har = await readFile(new URL('../../../testdata/har/firefox.har', import.meta.url), 'utf8');

/** @type {[name: string, prepare: (page: Page) => Promise<unknown>][]} */
const views = [
  ['blocked, with what would let it pass', (page) => page.waitForSelector('#suggestions:not([hidden])')],
  ['changed since it was loaded, with what that opens', async (page) => {
    await page.click('#suggestions .fixes .b');
    await page.waitForSelector('#changes:not([hidden])');
    await page.click('#changes summary');
  }],
  ['what it means, as tables', (page) => page.click('#t-meaning')],
  ['tests, one of which fails', async (page) => {
    await page.click('#t-tests');
    await page.click('#tests .row .b');
    await page.focus('#theme');
    await page.click('#undo');
    await page.waitForSelector('#tests .is.bad');
  }],
  ['allowed, with cards and response', async (page) => {
    await ask(page, { page: 'https://app.example.com' });
    await page.click('#t-rules');
    await page.click('#t-response');
  }],
  ['several configurations, and a value that is not there', async (page) => {
    await pasteSource(page, 'resource "aws_s3_bucket_cors_configuration" "a" {\n  cors_rule {\n    allowed_origins = [var.origin]\n    allowed_methods = ["GET"]\n  }\n}\nresource "aws_s3_bucket_cors_configuration" "b" {\n  cors_rule {\n    allowed_origins = ["*"]\n    allowed_methods = ["PUT"]\n  }\n}');
    await page.waitForSelector('#configurations:not([hidden])');
  }],
  ['refused', (page) => pasteSource(page, '[{"AllowedOrigins": ["https://*.a.*"], "AllowedMethods": ["GET", "OPTIONS",], "ExposedHeaders": ["ETag"]}]')],
  ['unreadable', (page) => pasteSource(page, '<CORSConfiguration><CORSRule>')],
  ['unreadable, with cards and response', async (page) => {
    await pasteSource(page, '<CORSConfiguration><CORSRule>');
    await page.click('#t-rules');
    await page.click('#t-response');
  }],
  ['empty, with the menu open', async (page) => {
    await pasteSource(page, '');
    await page.focus('#examples');
    await press(page, 'ArrowDown');
    await page.waitForSelector('#examples-menu li:focus');
  }],
  ['the menu of the calls of clients, and one of several that is chosen', async (page) => {
    await page.click('#presets');
    await page.waitForSelector('#presets-menu li:nth-child(2)');
    await page.click('#presets-menu li:nth-child(2)');
    await page.waitForSelector('#pasted select');
    await press(page, 'ArrowDown');
    await page.waitForSelector('#presets-menu li:focus');
  }],
  ['a HAR file, with its calls', async (page) => {
    await press(page, 'Escape');
    await pasteInto(page, '#paste', har);
    await page.waitForSelector('#pasted option:nth-child(3)');
  }],
  ['an actual request that nothing matches', async (page) => {
    await page.select('#method', 'GET');
    await page.select('#method', 'Other');
  }],
  ['a call that is blocked, as exchange', async (page) => {
    await page.select('#method', 'PUT');
    await page.click('#t-exchange');
  }],
  ['one that is allowed, with both answers', async (page) => {
    await pasteSource(page, '[{"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["*"], "ExposeHeaders": ["ETag"]}]');
    await fill(page, '#page', 'https://app.example.com');
    await page.click('#t-exchange');
  }],
  ['readable headers', (page) => page.click('#t-readable')],
  ['consoles of a failure, and more of the call', async (page) => {
    await fill(page, '#page', 'https://www.example.com');
    await page.click('#t-consoles');
    await page.click('.more summary');
  }],
  ['an error that is explained', async (page) => {
    await pasteInto(page, '#paste', '<Error><Code>SignatureDoesNotMatch</Code><Message>No</Message></Error>');
    await page.waitForSelector('.told');
  }],
  ['the output of a tool, with what is lost and its command', async (page) => {
    await pasteSource(page, '[{"ID": "a", "AllowedOrigins": ["http://localhost:*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-*"], "MaxAgeSeconds": 86401}, {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["y-*", "z-*"]}]');
    await page.select('#format', 'r2');
    await page.click('.losses summary');
    await page.click('#output-body > .more > summary');
  }],
  ['a pasted answer, and an element', async (page) => {
    await pasteInto(page, '#paste', 'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n\n');
    await page.waitForSelector('#pasted .read');
    await page.select('#via', 'img');
  }],
  ['the source, with search, and with what is wrong at a place', async (page) => {
    await page.focus('#source-text');
    await press(page, 'Control+f');
    await page.waitForSelector('.cm-search');
    await press(page, 'F8');
    await page.waitForSelector('.tip-problem');
  }],
  ['a completion', async (page) => {
    await page.focus('#source-text');
    await page.keyboard.press('Escape');
    await press(page, 'Control+f');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.cm-search', { hidden: true });
    await pasteSource(page, '<CORSConfiguration>\n');
    await page.keyboard.type('<');
    await page.waitForSelector('.cm-tooltip-autocomplete');
  }],
];

inBrowser('accessibility', (open) => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    for (const width of [1280, 390]) {
      test(`axe finds nothing in any view, ${scheme} at ${width}`, async () => {
        const { page } = await open({ scheme, width });
        await page.evaluate(axe);
        for (const [name, prepare] of views) {
          await page.click('#t-source');
          await page.click('#t-why');
          await prepare(page);
          const found = await page.evaluate(async () => {
            // What has scrolled under the bar at the top is no target there.
            scrollTo(0, 0);
            // Transitions of colour would be measured half-way.
            for (const animation of document.getAnimations()) animation.finish();
            const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
            return /** @type {any[]} */ (violations).flatMap(({ id, nodes }) => nodes.map((/** @type {any} */ node) => `${id}: ${node.target} ${node.failureSummary}`));
          });
          assert.deepEqual(found, [], name);
        }
      });
    }
  }

  test('nothing is wider than the window, down to 320 pixels', async () => {
    for (const width of [320, 390, 641, 1001]) {
      const { page } = await open({ width });
      for (const tab of ['#t-rules', '#t-meaning', '#t-tests', '#t-response', '#t-exchange', '#t-consoles', '#t-readable', '#t-source', '#t-why']) {
        await page.click(tab);
        const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= window, `${wide} pixels at ${width}, ${tab}`);
      }
    }
  });

  test('the text under the caret is the text on screen: both wrap alike', async () => {
    for (const width of [1280, 390]) {
      const { page } = await open({ width, plain: true });
      await pasteSource(page, `<CORSConfiguration>\n${`  <AllowedOrigin>https://${'very-long-label.'.repeat(12)}example.com</AllowedOrigin>   \n`.repeat(4)}\n\n\ttab\n`);
      const [view, field, whole] = await page.evaluate(() => {
        const input = /** @type {HTMLTextAreaElement} */ (document.getElementById('source-text'));
        const lines = document.querySelector('.src')?.getBoundingClientRect().height ?? 0;
        const height = input.getBoundingClientRect().height;
        input.style.height = 'auto';
        return [lines, height, input.scrollHeight];
      });
      assert.equal(field, view);
      assert.ok(Math.abs(whole - view) <= 1 || whole <= 260, `the field needs ${whole} pixels, the view ${view}`);
    }
  });

  test('theme goes from the system’s to light and dark', async () => {
    const { page } = await open({ scheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.click('#theme');
    const light = await background();
    assert.notEqual(light, dark);
    await page.click('#theme');
    assert.equal(await background(), dark);
    assert.equal(await page.$eval('#theme', (button) => button.getAttribute('aria-label')), 'Theme: dark');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await page.reload();
    assert.equal(await background(), dark, 'and stays on the next visit');
    await page.waitForSelector('html[data-ready]');
    assert.equal(await page.$eval('#theme', (button) => button.getAttribute('aria-label')), 'Theme: dark');
    await page.waitForSelector('html[data-editor]');
    await page.click('#theme');
    assert.equal(await background(), light);
  });

  test('no motion where the user wants none', async () => {
    const { page } = await open();
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    assert.equal(await page.$eval('.pat', (element) => getComputedStyle(element).transitionDuration), '0s');
  });
});
