import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildPage } from '../../bundle/page.js';
import { built, contentSecurityPolicy, serve } from '../../serve.js';
import { fill, inBrowser, pasteInto, press, watch } from './browser.js';

/** @typedef {import('puppeteer-core').Page} Page */

test('the page has the content security policy that it is served under, but for what a <meta> cannot carry', async () => {
  const html = await readFile(new URL('../../index.html', import.meta.url), 'utf8');
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? assert.fail('there is no policy');
  assert.equal(`${policy}; frame-ancestors 'none'`, contentSecurityPolicy);
  assert.match(policy, /^default-src 'none'; .*; require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /'unsafe-|\*|https?:|data:/);
});

/** Everything that the page can do, as a user does it. @param {Page} page */
async function useAll(page) {
  await page.waitForSelector('html[data-editor]');
  for (const tab of ['rules', 'meaning', 'tests', 'exchange', 'response', 'consoles', 'readable', 'why']) {
    await page.click(`#t-${tab}`);
    await page.waitForSelector(`#${tab}:not([hidden])`);
  }
  await page.waitForSelector('#verdict-act .main:not([hidden]):not(.pending)');
  await page.click('#verdict-act .main:not([hidden])');
  await page.waitForFunction(() => document.getElementById('verdict-say')?.textContent?.startsWith('Allowed'));
  await page.waitForFunction(() => document.querySelector('#verdict-act .next:not([hidden])')?.textContent === 'Keep as a test');
  await page.click('#verdict-act .next');
  await page.click('#undo');
  await page.click('#redo');
  await page.click('#t-rules');
  await page.click('#rules input.add');
  await page.keyboard.type('https://other.example');
  await page.keyboard.press('Enter');
  await page.click('#t-source');
  await page.focus('#source-text');
  await press(page, 'Control+f');
  await page.keyboard.type('PUT');
  await page.keyboard.press('Escape');
  await press(page, 'Control+End');
  await page.keyboard.type('<');
  await page.keyboard.press('Backspace');
  for (const format of await page.$$eval('#format option', (options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value))) await page.select('#format', format);
  await page.click('#copy');
  await page.click('#save');
  for (const via of ['xhr', 'img', 'form', 'beacon', 'fetch']) await page.select('#via', via);
  for (const text of ['curl https://b.s3.amazonaws.com/k -H "Origin: https://a.example"', "fetch('https://b.s3.amazonaws.com/k', { method: 'PUT' })", 'HTTP/1.1 403 Forbidden\nx-amz-request-id: 1\n\n<Error><Code>AccessDenied</Code></Error>', 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://b.s3.amazonaws.com/k. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.']) {
    await pasteInto(page, '#paste', text);
    await page.waitForSelector('#pasted:not([hidden]) .read');
  }
  await page.click('#examples');
  await page.waitForSelector('#examples-menu li:focus');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#notice:not([hidden])');
  await fill(page, '#page', 'https://mine.example');
  await page.waitForFunction(() => location.hash.startsWith('#1'));
  await page.click('#share');
  await page.waitForFunction(() => document.getElementById('announce')?.textContent?.startsWith('The link'));
  await page.click('#recent');
  await page.waitForSelector('#recent-menu li:focus');
  await page.keyboard.press('Enter');
  await page.click('#theme');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

inBrowser('under the policy', (open) => {
  test('all of the page is used without a violation, and nothing is asked for but its own files', async () => {
    const { browser } = await open();
    const { files } = await buildPage();
    const find = built(files);
    /** @type {string[]} */
    const problems = [];
    /** @type {string[]} */
    const asked = [];
    const site = await serve(0, (path) => {
      asked.push(path);
      return find(path);
    });
    const downloads = await mkdtemp(join(tmpdir(), 's3cors-downloads-'));
    try {
      const context = await browser.createBrowserContext({ downloadBehavior: { policy: 'allow', downloadPath: downloads } });
      await context.overridePermissions(new URL(site.url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      watch(page, site.url, problems);
      await page.exposeFunction('violated', (/** @type {string} */ what) => problems.push(what));
      await page.evaluateOnNewDocument(() => {
        addEventListener('securitypolicyviolation', (event) => /** @type {any} */ (globalThis).violated(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
      });
      await page.goto(site.url);
      await useAll(page);
      const response = await page.reload();
      assert.match(response?.headers()['content-security-policy'] ?? '', /^default-src 'none'/);
      await page.waitForSelector('html[data-editor]');
      assert.deepEqual(problems, []);
      assert.deepEqual([...new Set(asked)].filter((path) => !files.has(path)), []);
      assert.ok(asked.includes('sw.js') && asked.some((path) => path.startsWith('explain-')), 'the parts that are loaded later were');
    } finally {
      await site.close();
      await rm(downloads, { recursive: true, force: true });
    }
  });

  test('the policy holds: what it forbids is not done, and would be seen', async () => {
    const { browser } = await open();
    const site = await serve(0, built((await buildPage()).files));
    try {
      const page = await (await browser.createBrowserContext()).newPage();
      await page.goto(site.url);
      await page.waitForSelector('html[data-ready]');
      const violated = await page.evaluate(async () => {
        /** @type {string[]} */
        const seen = [];
        addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
        const script = document.createElement('script');
        try {
          script.text = 'document.title = "run"';
        } catch {
          seen.push('thrown');
        }
        document.body.append(Object.assign(document.createElement('p'), { style: 'color: red' }));
        document.body.lastElementChild?.setAttribute('style', 'color: red');
        await fetch('https://elsewhere.invalid/').catch(() => {});
        await new Promise((done) => setTimeout(done));
        return [...new Set(seen)].sort();
      });
      assert.deepEqual(violated.filter((what) => what !== 'thrown'), ['connect-src', 'require-trusted-types-for', 'style-src-attr']);
      assert.notEqual(await page.title(), 'run');
    } finally {
      await site.close();
    }
  });
});
