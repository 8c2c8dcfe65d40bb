import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, inBrowser, pasteCopied, textOf, textsOf } from './browser.js';

const missing = "Access to fetch at 'https://media.s3.amazonaws.com/a.png' from origin 'https://shop.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.";

/** @param {import('puppeteer-core').Page} page @param {string} selector */
async function valueOf(page, selector) {
  return page.$eval(selector, (field) => /** @type {HTMLInputElement} */ (field).value);
}

inBrowser('the paste box', (open) => {
  test('a curl command fills the call, and can be taken back', async () => {
    const { page } = await open();
    await pasteCopied(page, "curl 'https://media.s3.amazonaws.com/b.bin?x=1' -X PUT \\\n  -H 'Origin: https://app.example.com' \\\n  -H 'x-amz-acl: private' \\\n  --data-binary @b.bin");
    assert.equal(await textOf(page, '#pasted p'), 'Read as a curl command: the call is filled in.');
    assert.equal(await textOf(page, '#announce'), 'Read as a curl command: the call is filled in.');
    assert.deepEqual([await valueOf(page, '#page'), await valueOf(page, '#method'), await valueOf(page, '#url')], ['https://app.example.com', 'PUT', 'https://media.s3.amazonaws.com/b.bin?x=1']);
    assert.ok((await textsOf(page, '#request-form .chip')).includes('x-amz-acl: private'));
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1 app-uploads lets https:\/\/app\.example\.com PUT with/);
    await page.click('#pasted button');
    assert.deepEqual([await valueOf(page, '#page'), await valueOf(page, '#paste')], ['https://www.example.com', '']);
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\./);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'paste');
  });

  test('"Copy as fetch" is read too, and a page that it does not name stays', async () => {
    const { page } = await open();
    await pasteCopied(page, 'fetch("https://media.s3.amazonaws.com/c.json", {\n  "method": "GET", "mode": "cors", "credentials": "include"\n});');
    assert.match(await textOf(page, '#pasted p'), /^Read as a call of fetch\(\)/);
    assert.deepEqual([await valueOf(page, '#page'), await valueOf(page, '#credentials')], ['https://www.example.com', 'include']);
    assert.match(await textOf(page, '#pasted .soft'), /does not say which page makes the call/);
  });

  test('a line of a console is explained, and its page and URL are played', async () => {
    const { page } = await open();
    await pasteCopied(page, missing);
    assert.equal(await textOf(page, '#pasted p'), 'Read as a line of the console of Chrome, whose call is taken over.');
    assert.equal(await textOf(page, '.told .is'), 'This is CORS.');
    assert.match(await textOf(page, '.told p'), /^The answer to the preflight has no Access-Control-Allow-Origin/);
    assert.ok((await textsOf(page, '.next li')).length >= 2);
    assert.equal(await textOf(page, '#verdict-say'), 'Blocked. No rule lets https://shop.example PUT.');
    assert.equal(await valueOf(page, '#url'), 'https://media.s3.amazonaws.com/a.png');
  });

  test('a line that names no page says that the one of the form stays', async () => {
    const { page } = await open();
    await pasteCopied(page, 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://media.s3.amazonaws.com/a.png. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.');
    assert.deepEqual(await textsOf(page, '#pasted > .soft'), ['It does not say which page made the call: that of the form stays.', 'It names no method: GET is tried.']);
    assert.deepEqual([await valueOf(page, '#page'), await valueOf(page, '#url')], ['https://www.example.com', 'https://media.s3.amazonaws.com/a.png']);
    await pasteCopied(page, missing);
    assert.deepEqual(await textsOf(page, '#pasted > .soft'), ['It names no method: GET is tried.'], 'where it does, nothing is said of the page');
  });

  test('a line about another URL is another call: what the line of the network beside it says is taken, and nothing of the call before', async () => {
    const { page } = await open();
    await pasteCopied(page, "Access to fetch at 'https://media.s3.amazonaws.com/data.json' from origin 'https://shop.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\napp.js:3 GET https://media.s3.amazonaws.com/data.json net::ERR_FAILED 200 (OK)");
    assert.equal(await valueOf(page, '#method'), 'GET');
    assert.deepEqual(await textsOf(page, '#request-form .chip'), []);
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 2 public-read lets https:\/\/shop\.example/);
    assert.equal(await page.$('#pasted > .soft'), null, 'nothing is left open');
  });

  for (const [browser, line] of [
    ['Chrome', "Access to fetch at 'https://media.s3.amazonaws.com/a.png' from origin 'https://www.example.com' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'."],
    ['Firefox', 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘https://media.s3.amazonaws.com/a.png’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).'],
    ['Safari', 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.\nFetch API cannot load https://media.s3.amazonaws.com/a.png due to access control checks.'],
  ]) {
    test(`credentials that a line of ${browser} names are sent, and the change that lets script read with them is offered`, async () => {
      const { page } = await open();
      await pasteCopied(page, line);
      assert.equal(await valueOf(page, '#credentials'), 'include');
      assert.match(await textOf(page, '#verdict-say'), /^Sent, but not readable\. Access-Control-Allow-Origin is \*/);
      await page.waitForFunction(() => document.querySelector('#verdict-act .next:not(.pending)')?.textContent === 'Name https://www.example.com before rule 2');
      await page.click('#verdict-act .next');
      assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 2 lets https:\/\/www\.example\.com read/);
    });
  }

  test('a response head is the answer of the server, and its status is explained no further', async () => {
    const { page } = await open();
    await pasteCopied(page, 'HTTP/1.1 403 Forbidden\nServer: MinIO\nContent-Length: 0\n');
    assert.match(await textOf(page, '#pasted p'), /^Read as a response with the status 403/);
    assert.equal(await page.$('#pasted .told'), null);
  });

  test('an error of S3 that is not CORS is said to be none', async () => {
    const { page } = await open();
    await pasteCopied(page, '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message></Error>');
    assert.equal(await textOf(page, '.told .is'), 'This is not CORS.');
    assert.equal(await textOf(page, '.told code'), 'SignatureDoesNotMatch');
    assert.equal(await valueOf(page, '#page'), 'https://www.example.com', 'the call stays');
  });

  test('a response stands for the server, for one request or both, and there is a way back', async () => {
    const { page } = await open();
    await pasteCopied(page, 'HTTP/2 200\naccess-control-allow-origin: https://www.example.com\netag: "x"\n');
    assert.match(await textOf(page, '#pasted p'), /^Read as a response with the status 200/);
    assert.equal(await valueOf(page, '#bucket'), 'pasted');
    assert.equal(await textOf(page, '#verdict-say'), 'Blocked. PUT is not in Access-Control-Allow-Methods.');
    await page.click('#t-exchange');
    assert.equal(await textOf(page, '.msg .fails'), 'Access-Control-Allow-Methods: not there');
    assert.equal(await textOf(page, '.lane b:last-child'), 'Server');
    await page.select('#stands', 'response');
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\. There is no Access-Control-Allow-Origin/, 'the preflight is the bucket’s again');
    await ask(page, { method: 'GET', headers: [] });
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. The server lets https:\/\/www\.example\.com/);
    await page.evaluate(() => /** @type {HTMLElement} */ (Array.from(document.querySelectorAll('button')).find((button) => button.textContent === 'Back to the bucket')).click());
    assert.equal(await valueOf(page, '#bucket'), 'configured');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 2 public-read lets/);
  });

  test('typed by hand it is read when typing rests, and a text that says nothing changes nothing', async () => {
    const { page } = await open();
    await page.focus('#paste');
    await page.keyboard.type('hello');
    await page.waitForFunction(() => /^Not read yet/.test(document.getElementById('pasted')?.textContent ?? ''));
    assert.equal(await valueOf(page, '#page'), 'https://www.example.com');
    for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type('GET https://media.s3.amazonaws.com/typed');
    await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.getElementById('url')).value.endsWith('/typed'));
    assert.equal(await valueOf(page, '#method'), 'GET');
  });

  test('markup in what is pasted is shown as text', async () => {
    const { page } = await open();
    await pasteCopied(page, `curl https://a.example/ -H 'x-a: <img src=x onerror=alert(1)>' -H 'Origin: https://"><script>'`);
    assert.ok((await textsOf(page, '#request-form .chip')).includes('x-a: <img src=x onerror=alert(1)>'));
    assert.equal((await page.$$('main img, main script')).length, 0);
  });
});
