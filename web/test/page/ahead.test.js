import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opening } from '../../page/opening.js';
import { focused, inBrowser, press, selectedSource, sourceText, textOf, watch } from './browser.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Browser} Browser */

const waiting = 'Write a configuration and a call; the answer stands here.';

/** Files of the page by their names: its panes, the module, the code editor. */
const panes = /\/main-\w+\.js$/;
const module = /\.wasm$/;
const editor = /\/editor-\w+\.js$/;

/**
 * A first visit.
 *
 * @param {Browser} browser
 * @param {{ width?: number, scheme?: 'light' | 'dark' }} [look]
 */
async function newPage(browser, { width = 1280, scheme = 'light' } = {}) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  return page;
}

/**
 * Holds files back; what it gives lets one of them go on.
 *
 * @param {Page} page
 * @param {RegExp[]} names
 */
async function hold(page, ...names) {
  const held = new Set(names);
  const isHeld = (/** @type {import('puppeteer-core').HTTPRequest} */ request) => [...held].some((name) => name.test(request.url()));
  /** @type {import('puppeteer-core').HTTPRequest[]} */
  let waiting = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (isHeld(request)) waiting.push(request);
    else void request.continue();
  });
  return (/** @type {RegExp} */ name) => {
    held.delete(name);
    const free = waiting.filter((request) => !isHeld(request));
    waiting = waiting.filter(isHeld);
    for (const request of free) void request.continue();
  };
}

/**
 * Goes to a page whose scripts are held back: all of it is on screen, and has not loaded.
 *
 * @param {Page} page
 * @param {string} url
 */
async function visit(page, url) {
  await page.goto(url, { waitUntil: [] });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0 && document.documentElement.dataset.shown !== 'verdict');
}

/**
 * A first visit on which the panes are there, and not the module, which is let in by its name.
 *
 * @param {Browser} browser
 * @param {string} url
 */
async function visitWithoutModule(browser, url) {
  const page = await newPage(browser);
  const release = await hold(page, module);
  await visit(page, url);
  await page.waitForFunction(() => document.getElementById('waiting') === null);
  return { page, release };
}

/** Until the module has answered and the panes that wait for a rest have drawn. @param {Page} page */
const answered = (page) => page.waitForFunction(() => document.documentElement.dataset.ready && document.getElementById('verdict-status')?.textContent && document.querySelector('#verdict-act .next:not(.pending)'));

/** @param {Page} page @param {RegExp} words */
const says = (page, words) => page.waitForFunction((pattern) => new RegExp(pattern).test(document.getElementById('verdict-say')?.textContent ?? ''), {}, words.source);

/**
 * What is seen: each element with its words and its place, its colours, and what is in it where it is a field.
 *
 * @param {Page} page
 */
const seen = (page) => page.evaluate(() => Array.from(document.querySelectorAll('body *'), (element) => {
  if (!element.checkVisibility() || element.closest('.vh,noscript')) return [];
  const { x, y, width, height } = element.getBoundingClientRect();
  const { color, backgroundColor, borderColor, opacity } = getComputedStyle(element);
  const words = element.matches('input,select,textarea')
    ? /** @type {HTMLInputElement} */ (element).value
    : Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join('');
  return [[element.tagName, element.id, words, [x, y, width, height].map((length) => length.toFixed(1)).join(), color, backgroundColor, borderColor, opacity].join(' ')];
}).flat());

/** What Tab goes through. @param {Page} page */
const tabOrder = (page) => page.$$eval('a[href],button,input,select,textarea,summary,[tabindex="0"]', (elements) => elements.flatMap((element) => {
  if (!element.checkVisibility() || /** @type {HTMLElement} */ (element).tabIndex < 0 || element.matches(':disabled')) return [];
  return [[element.tagName, element.id, element.getAttribute('aria-label') ?? (element.matches('textarea,select') ? '' : element.textContent)].join(' ')];
}));

/** What an address shows until its state is there. @param {Page} page */
const visibleText = (page) => page.evaluate(() => document.body.innerText);

inBrowser('the opening example, drawn ahead', (open) => {
  for (const [width, scheme] of /** @type {const} */ ([[1440, 'light'], [1440, 'dark'], [390, 'light'], [390, 'dark']])) {
    test(`what is seen before the scripts is what the page shows with them, at ${width}, ${scheme}`, async () => {
      const { browser, url } = await open();
      const page = await newPage(browser, { width, scheme });
      const release = await hold(page, panes, module, editor);
      await visit(page, url);
      const before = await seen(page);
      const order = await tabOrder(page);
      assert.ok(before.some((line) => line.includes('https://www.example.com')) && before.length > 200);
      release(panes);
      await page.waitForFunction(() => document.getElementById('waiting') === null);
      assert.deepEqual(await seen(page), before, 'when the panes are there');
      release(module);
      await answered(page);
      assert.deepEqual(await seen(page), before, 'when the module has answered');
      assert.deepEqual(await tabOrder(page), order);
    });
  }

  test('the verdict comes on screen, and then the rest, before the scripts of the panes', async () => {
    const { browser, url } = await open();
    const page = await newPage(browser);
    await page.evaluateOnNewDocument(() => {
      new MutationObserver(() => {
        const later = document.getElementById('later');
        /** @type {any} */ (globalThis).shown ??= later?.checkVisibility() ? performance.now() : undefined;
      }).observe(document, { subtree: true, attributes: true, childList: true });
    });
    await hold(page, panes);
    await visit(page, url);
    await page.waitForSelector('#why', { visible: true });
    const { painted, shown } = await page.evaluate(() => ({ painted: performance.getEntriesByName('first-contentful-paint')[0].startTime, shown: /** @type {any} */ (globalThis).shown }));
    assert.ok(painted <= shown, `the verdict ${painted}, the rest ${shown}`);
  });

  test('nothing moves, and the verdict is read out once', async () => {
    const { browser, url } = await open();
    const page = await newPage(browser);
    await page.evaluateOnNewDocument(() => {
      const here = /** @type {any} */ (globalThis);
      here.moved = [];
      here.spoken = [];
      new PerformanceObserver((list) => here.moved.push(...list.getEntries().flatMap((/** @type {any} */ { sources }) => sources.map((/** @type {any} */ { node, previousRect, currentRect }) => `${node?.nodeName} ${node?.id} ${[previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height].join())}`)))).observe({ type: 'layout-shift', buffered: true });
      new MutationObserver((changes) => {
        for (const { target } of changes) if (target instanceof Element && target.matches('[role="status"]') && target.textContent) here.spoken.push(target.textContent);
      }).observe(document, { subtree: true, childList: true });
    });
    await page.goto(url);
    await answered(page);
    await page.waitForSelector('html[data-editor]');
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).moved), []);
    const said = await textOf(page, '#verdict-say');
    const spoken = /** @type {string[]} */ (await page.evaluate(() => /** @type {any} */ (globalThis).spoken));
    assert.equal(spoken.filter((text) => text.startsWith(said)).length, 1);
  });

  test('it is the page that has nothing drawn ahead, once both are there', async () => {
    const { page, browser, url } = await open({ plain: true });
    await answered(page);
    const drawn = await page.evaluate(() => document.body.outerHTML);
    const other = await newPage(browser);
    const release = await hold(other, editor);
    await visit(other, `${url}#example/${opening.name}`);
    await answered(other);
    await other.evaluate(() => {
      for (const child of Array.from(document.getElementById('notice')?.querySelectorAll('p *,span') ?? [])) child.replaceChildren();
      document.getElementById('notice')?.setAttribute('hidden', '');
    });
    assert.equal(await other.evaluate(() => document.body.outerHTML), drawn);
    release(editor);
  });

  test('without JavaScript the page reads well, and names no element twice', async () => {
    const { browser, url } = await open();
    const page = await newPage(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(url);
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\. No rule lets https:\/\/www\.example\.com PUT\.$/);
    const text = await visibleText(page);
    for (const words of ['needs its script', 'Rule 1', 'S3 accepts it', 'What would let it pass']) assert.ok(text.includes(words), words);
    assert.ok(!text.includes(waiting));
    const ids = await page.$$eval('[id]', (elements) => elements.map(({ id }) => id));
    assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
  });

  for (const fragment of ['#example/public-read', '#1abc', '#example/nowhere']) {
    test(`nothing of it is seen where the address asks for ${fragment}`, async () => {
      const { browser, url } = await open();
      const page = await newPage(browser);
      const release = await hold(page, panes, module);
      await visit(page, url + fragment);
      const text = await visibleText(page);
      assert.ok(text.includes(waiting));
      for (const words of ['Blocked', 'example.com', 'Rule 1', 'S3 accepts']) assert.ok(!text.includes(words), words);
      assert.equal(await page.$eval('#source-text', (field) => field.checkVisibility()), false);
      release(panes);
      await page.waitForFunction(() => document.getElementById('waiting') === null);
      assert.equal(await textOf(page, '#verdict-say'), waiting);
      assert.equal(await textOf(page, '#why'), '');
      assert.equal(await textOf(page, '#config-bar'), '');
      release(module);
      await answered(page);
      assert.notEqual(await textOf(page, '#verdict-say'), waiting);
    });
  }

  test('an anchor of the page asks for nothing else, and leads there', async () => {
    const { browser, url } = await open();
    const page = await newPage(browser);
    const release = await hold(page, panes);
    await visit(page, `${url}#output`);
    assert.ok((await visibleText(page)).includes('Blocked.'));
    release(panes);
    await page.waitForFunction(() => scrollY > 0);
  });

  test('what is written before the panes are there stays, with caret and focus, and the verdict waits for its answer', async () => {
    const { browser, url } = await open();
    const page = await newPage(browser);
    /** @type {string[]} */
    const problems = [];
    watch(page, url, problems);
    const release = await hold(page, panes, module, editor);
    await visit(page, url);
    await page.focus('#source-text');
    await press(page, 'Control+a');
    await page.keyboard.sendCharacter('[{"AllowedOrigins": ["*"], "AllowedMethods": ["PUT"]}]');
    await page.keyboard.press('Home');
    await press(page, 'Shift+ArrowRight');
    release(panes);
    await says(page, new RegExp(`^${waiting}`));
    assert.equal(await sourceText(page), '[{"AllowedOrigins": ["*"], "AllowedMethods": ["PUT"]}]');
    assert.equal(await selectedSource(page), '[');
    assert.equal(await focused(page), 'Configuration source');
    assert.deepEqual(await page.$$eval('.src .line', (lines) => lines.map((line) => line.textContent)), ['[{"AllowedOrigins": ["*"], "AllowedMethods": ["PUT"]}]']);
    assert.equal(await textOf(page, '.trace'), '');
    assert.equal(await page.$('.src .off'), null);
    release(module);
    release(editor);
    await says(page, /^Blocked\. .*content-type/);
    assert.deepEqual(problems, []);
  });

  test('so does what is written into the form, and what is chosen there', async () => {
    const { browser, url } = await open();
    const page = await newPage(browser);
    const release = await hold(page, panes, module);
    await visit(page, url);
    await page.focus('#page');
    await page.$eval('#page', (field) => /** @type {HTMLInputElement} */ (field).select());
    await page.keyboard.type('https://app.example.com');
    await page.select('#method', 'POST');
    release(panes);
    await says(page, new RegExp(`^${waiting}`));
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'page');
    release(module);
    await says(page, /^Allowed\. .*https:\/\/app\.example\.com POST/);
  });

  test('an edit while the module is under way takes the answer off the page', async () => {
    const { browser, url } = await open();
    const { page, release } = await visitWithoutModule(browser, url);
    assert.ok((await visibleText(page)).includes('Blocked.'));
    await page.focus('#page');
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    const text = await visibleText(page);
    assert.ok(text.includes(waiting));
    for (const words of ['Blocked', 'Rule 1', 'S3 accepts', 'Sends a preflight', 'What would let it pass', 'setcors']) assert.ok(!text.includes(words), words);
    assert.equal(await page.$('.src .off'), null);
    release(module);
    await says(page, /^Blocked\. .*example\.comx/);
    await answered(page);
    assert.ok((await visibleText(page)).includes('Rule 1'));
  });

  test('a click that came before the module counts when it is there', async () => {
    const { browser, url } = await open();
    const { page, release } = await visitWithoutModule(browser, url);
    const label = await textOf(page, '#verdict-act .next');
    await page.click('#verdict-act .next');
    release(module);
    await says(page, /^Allowed\./);
    assert.equal(await textOf(page, '#announce'), `Done: ${label}. Undo takes it back.`);
  });

  test('the focus stays on what is drawn anew', async () => {
    const { browser, url } = await open();
    const { page, release } = await visitWithoutModule(browser, url);
    await page.focus('#suggestions .fixes li:nth-child(2) button');
    const name = await focused(page);
    release(module);
    await answered(page);
    assert.equal(await focused(page), name);
  });

  test('a reload brings nothing back into a field that would stand beside the answer to something else', async () => {
    const { browser, url } = await open();
    const page = await newPage(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(url);
    const read = () => page.$$eval('input,select,textarea', (fields) => fields.map((field) => /** @type {HTMLInputElement} */ (field).value));
    const before = await read();
    await page.focus('#source-text');
    await press(page, 'Control+a');
    await page.keyboard.sendCharacter('mine');
    await page.focus('#page');
    await page.keyboard.sendCharacter('mine');
    await page.select('#method', 'DELETE');
    await page.select('#format', 'terraform');
    await page.reload();
    assert.deepEqual(await read(), before);
  });
});
