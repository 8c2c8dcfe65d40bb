/**
 * Chromium for the page's tests, and the page in it. Whatever goes wrong unseen fails the test: an exception, an error on
 * the console, a violation of the content security policy, a request that is not answered or goes elsewhere.
 */

import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, beforeEach, describe } from 'node:test';
import puppeteer from 'puppeteer-core';
import { buildPage } from '../../bundle/page.js';
import { built, serve, unbuilt } from '../../serve.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Browser} Browser */

/**
 * @typedef {object} Visit
 * @property {Page} page
 * @property {string} url
 * @property {Browser} browser
 * @property {() => Promise<unknown>} letEditorIn
 */

/**
 * @typedef {object} Look
 * @property {number} [width]
 * @property {'light' | 'dark'} [scheme]
 * @property {string} [fragment]  Of the address, with "#".
 * @property {boolean} [plain]  Keeps the code editor away until it is let in, so that the source is plain text.
 */

export const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Where Chromium is: the program named in CHROMIUM, or one on the PATH. */
export function findChromium() {
  const names = process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * A group of tests in one browser. Each test opens the page anew with `open`, as a first visit: it is the page as it is built, or its
 * modules as they are written.
 *
 * @param {string} name
 * @param {(open: (look?: Look) => Promise<Visit>) => void} tests
 * @param {{ isBuilt?: boolean }} [options]
 */
export function inBrowser(name, tests, { isBuilt = true } = {}) {
  const chromium = findChromium();
  if (!chromium && process.env.CI) throw new Error('There is no Chromium for the tests of the page. Install it, or name it in CHROMIUM.');
  if (!chromium) console.error(`NOT TESTED, for want of Chromium: ${name}. Install it, or name it in CHROMIUM.`);
  describe(name, { skip: chromium ? false : 'there is no Chromium' }, () => {
    /** @type {Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let site;
    /** @type {string[]} */
    let problems = [];
    before(async () => {
      site = await serve(0, isBuilt ? built((await buildPage()).files) : unbuilt());
      browser = await puppeteer.launch({ executablePath: chromium, args: flags });
    });
    beforeEach(async (context) => {
      problems = [];
      /** @type {import('node:test').TestContext} */ (context).after(async () => {
        for (const context of browser.browserContexts().slice(1)) await context.close();
        assert.deepEqual(problems, [], 'the page reported problems');
      });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });
    tests(async (look = {}) => {
      const page = await (await browser.createBrowserContext()).newPage();
      watch(page, site.url, problems);
      await page.setViewport({ width: look.width ?? 1280, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme ?? 'light' }]);
      const letEditorIn = look.plain ? await withoutEditor(page) : () => page.waitForSelector('html[data-editor]');
      await page.goto(site.url + (look.fragment ?? ''));
      await page.waitForSelector('html[data-ready]');
      if (isBuilt && !look.plain) await letEditorIn();
      return { page, url: site.url, browser, letEditorIn };
    });
  });
}

/**
 * @param {Page} page
 * @param {string} url
 * @param {string[]} problems
 */
export function watch(page, url, problems) {
  page.on('pageerror', (error) => problems.push(`exception: ${error instanceof Error ? error.message : error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') problems.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => problems.push(`request: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) problems.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`response: ${response.status()} ${response.url()}`);
  });
}

/**
 * Holds the code editor's file back; what it gives lets it go on.
 *
 * @param {Page} page
 */
async function withoutEditor(page) {
  let held = true;
  /** @type {(() => void)[]} */
  const waiting = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (held && /\/editor-\w+\.js$/.test(request.url())) waiting.push(() => void request.continue());
    else void request.continue();
  });
  return () => {
    held = false;
    for (const go of waiting) go();
    return page.waitForSelector('html[data-editor]');
  };
}

/**
 * Puts a text in the source as a paste does, in place of what is there.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function pasteSource(page, text) {
  await page.focus('#source-text');
  await press(page, 'Control+a');
  if (text === '') await page.keyboard.press('Backspace');
  else if (await page.$('textarea#source-text')) await page.keyboard.sendCharacter(text);
  else await pasteInto(page, '#source-text', text);
}

/**
 * Types into a field in place of what is there.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export async function fill(page, selector, text) {
  await page.focus(selector);
  await page.$eval(selector, (field) => /** @type {HTMLInputElement} */ (field).select());
  if (text === '') await page.keyboard.press('Backspace');
  else await page.keyboard.type(text);
}

/**
 * The call of the form, its headers anew.
 *
 * @param {Page} page
 * @param {{ page?: string, method?: string, headers?: string[] }} request
 */
export async function ask(page, request) {
  if (request.page !== undefined) await fill(page, '#page', request.page);
  if (request.method !== undefined) await page.select('#method', request.method);
  if (request.headers === undefined) return;
  await page.focus('#request-form input.add');
  for (let chips = await page.$$('#request-form .chip'); chips.length > 0; chips = await page.$$('#request-form .chip')) await page.keyboard.press('Backspace');
  for (const header of request.headers) {
    await page.keyboard.type(header);
    await page.keyboard.press('Enter');
  }
}

/**
 * Pastes a text into the field that a selector finds.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export async function pasteInto(page, selector, text) {
  await page.focus(selector);
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/**
 * Pastes into the box for what was copied, and waits until it is said what was read.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function pasteCopied(page, text) {
  await page.evaluate(() => document.getElementById('pasted')?.replaceChildren());
  await pasteInto(page, '#paste', text);
  await page.waitForSelector('#pasted > *');
}

/**
 * Lets the page do what it has begun: letters that come faster than it works are answered together, in the task behind them.
 *
 * @param {Page} page
 */
async function settled(page) {
  if (page.isJavaScriptEnabled()) await page.evaluate(() => new Promise((done) => setTimeout(done)));
}

/**
 * The text of what a selector finds first, in one line.
 *
 * @param {Page} page
 * @param {string} selector
 */
export async function textOf(page, selector) {
  await settled(page);
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/**
 * @param {Page} page
 * @param {string} selector
 */
export async function textsOf(page, selector) {
  await settled(page);
  return page.$$eval(selector, (elements) => elements.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()));
}

/**
 * The text of the source. The code editor draws what is in view alone, so it is asked for all of it.
 *
 * @param {Page} page
 */
export async function sourceText(page) {
  return page.$eval('#source-text', (field) => field instanceof HTMLTextAreaElement ? field.value : String(/** @type {any} */ (field).cmTile.view.state.doc));
}

/** @param {Page} page */
export async function selectedSource(page) {
  return page.$eval('#source-text', (field) => {
    if (field instanceof HTMLTextAreaElement) return field.value.slice(field.selectionStart, field.selectionEnd);
    const { state } = /** @type {any} */ (field).cmTile.view;
    return /** @type {string} */ (state.sliceDoc(state.selection.main.from, state.selection.main.to));
  });
}

/**
 * Puts the caret into the source, or selects there.
 *
 * @param {Page} page
 * @param {number} start
 * @param {number} [end]
 */
export async function selectSource(page, start, end = start) {
  await page.focus('#source-text');
  await page.$eval('#source-text', (field, from, to) => {
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(from, to);
    else /** @type {any} */ (field).cmTile.view.dispatch({ selection: { anchor: from, head: to } });
  }, start, end);
}

/**
 * Waits until the address holds these texts, and gives its fragment.
 *
 * @param {Page} page
 * @param {...string} parts
 * @returns {Promise<string>}
 */
export async function written(page, ...parts) {
  await page.waitForFunction(async (wanted) => {
    if (!location.hash.startsWith('#1')) return false;
    const packed = Uint8Array.from(atob(location.hash.slice(2).replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const json = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text().catch(() => '');
    return wanted.every((part) => json.includes(part));
  }, {}, parts);
  return page.evaluate(() => location.hash);
}

/**
 * What has the focus, as a user of a screen reader would hear it: its label or its text.
 *
 * @param {Page} page
 */
export async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLElement && 'labels' in element ? /** @type {HTMLInputElement} */ (element).labels?.[0]?.textContent : null;
    const titled = element?.getAttribute('aria-labelledby');
    return element?.getAttribute('aria-label') ?? label ?? (titled ? document.getElementById(titled)?.textContent : null) ?? element?.textContent?.trim() ?? '';
  });
}

/**
 * @param {Page} page
 * @param {string} keys  "Control+Enter"
 */
export async function press(page, keys) {
  const all = /** @type {import('puppeteer-core').KeyInput[]} */ (keys.split('+'));
  for (const key of all.slice(0, -1)) await page.keyboard.down(key);
  await page.keyboard.press(all[all.length - 1]);
  for (const key of all.slice(0, -1)) await page.keyboard.up(key);
}
