import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../../page/examples.js';
import { inBrowser, pasteInto, sourceText, textOf } from './browser.js';

/** The verdict of each, and what on the page proves its story. @type {Record<string, [verdict: RegExp, cause: RegExp]>} */
const told = {
  'failing-upload': [/^Blocked\. No rule lets https:\/\/www\.example\.com PUT\./, /www where the rule has app/],
  documentation: [/^Allowed\. Rule 1 lets http:\/\/www\.example\.com PUT with content-type/, /answers the preflight with 200/],
  'presigned-put': [/^Blocked\. No rule lets https:\/\/app\.example\.com PUT with content-type/, /has no AllowedHeader/],
  'presigned-post': [/^Sent, but not readable\. .* the POST/, /POST is not one of GET, PUT.*carries the POST out/],
  'multipart-uppy': [/^Allowed\./, /No header is exposed/],
  'sdk-checksums': [/^Blocked\. .*x-amz-checksum-crc32 and x-amz-sdk-checksum-algorithm/, /the PUT is never sent/],
  'public-fonts': [/^Sent, but not readable\. .*load this font/, /without www/],
  'pdf-ranges': [/^Allowed\./, /without asking first\. Script can read ETag\./],
  'hls-video': [/^Sent, but not readable\. .*the HEAD/, /GET does not imply HEAD/],
  'canvas-pictures': [/^Sent, but not readable\. The browser’s cache answers/, /Put crossorigin on each element/],
  'es-modules': [/^Sent, but not readable\./, /ends in a slash/],
  'signed-cookies': [/^Sent, but not readable\. Access-Control-Allow-Origin is \*/, /Rule 1 matches/],
  localhost: [/^Blocked\. No rule lets http:\/\/localhost:5173 PUT/, /another port: 5173 where the rule has 3000/],
  previews: [/^Allowed\. Rule 1 previews lets https:\/\/not-yours\.vercel\.app/, /Script can read ETag/],
  'behind-cloudfront': [/^Sent, but not readable\. CloudFront answers/, /does not pass Origin on/],
  refused: [/^S3 refuses this configuration: 400/, /Unsupported method is OPTIONS/],
  'not-cors': [/^Allowed, and answered with 403\./, /CORS does not stand in the way/],
};

test('each example has a name for its link and tells its story in two sentences', () => {
  assert.deepEqual(examples.map(({ name }) => name).toSorted(), Object.keys(told).toSorted());
  assert.ok(examples.length >= 12);
  for (const { name, title, story } of examples) {
    assert.match(name, /^[a-z0-9-]+$/);
    assert.doesNotMatch(title, /\.$/);
    assert.equal(story.split(/\. (?=[A-Z])/).length, 2, story);
    assert.match(story, /\.$/);
  }
});

inBrowser('the examples', (open) => {
  test('each opens by its address, with its story, and its verdict proves it', async () => {
    const { page } = await open();
    for (const { name, title, story, state } of examples) {
      await page.evaluate((fragment) => { location.hash = fragment; }, `#example/${name}`);
      await page.waitForFunction((text) => document.querySelector('#notice:not([hidden]) b')?.textContent === text, {}, `${title}.`);
      assert.equal(await textOf(page, '#notice'), `${title}. ${story}`.replace(/\s+/g, ' '));
      assert.equal(await sourceText(page), state.text);
      assert.match(await textOf(page, '#verdict-say'), told[name][0], name);
      assert.match(await textOf(page, '#verdict-cause'), told[name][1], name);
    }
  });

  test('a newcomer with an error of the console has its cause and the fix in three steps', async () => {
    const { page } = await open();
    const error = "Access to fetch at 'https://uploads.s3.eu-west-1.amazonaws.com/cat.jpg' from origin 'https://shop.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.";
    const mine = '[{"AllowedOrigins": ["https://shop.example"], "AllowedMethods": ["GET"]}]';
    // One: the error, pasted without looking for a place.
    await pasteInto(page, 'body', error);
    await page.waitForSelector('#pasted:not([hidden]) .told');
    assert.match(await textOf(page, '#pasted'), /a line of the console of Chrome, whose call is taken over/);
    assert.equal(await page.$eval('#page', (field) => /** @type {HTMLInputElement} */ (field).value), 'https://shop.example');
    // Two: the configuration, in the same way.
    await pasteInto(page, 'body', mine);
    await page.waitForFunction((text) => document.getElementById('announce')?.textContent === text, {}, 'The configuration is pasted. Undo takes it back.');
    assert.equal(await sourceText(page), mine);
    await page.waitForFunction(() => document.querySelector('#verdict-act .main:not([hidden]):not(.pending)')?.textContent?.includes('https://shop.example'));
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\. No rule lets https:\/\/shop\.example PUT/);
    // Three: the button of the verdict.
    await page.click('#verdict-act .main:not([hidden])');
    await page.waitForFunction(() => document.getElementById('verdict-say')?.textContent?.startsWith('Allowed. Rule'));
    assert.match(await sourceText(page), /PUT/);
  });

  test('the button at the top leads to the box, and a paste into a field stays there', async () => {
    const { page } = await open();
    await page.click('#paste-error');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'paste');
    const before = await sourceText(page);
    await pasteInto(page, '#page', '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]');
    assert.equal(await sourceText(page), before);
  });
});
