/**
 * Chromium for the page's tests, and the page in it. Whatever goes wrong unseen fails the test: an exception, an error on
 * the console, a violation of the content security policy, a request that is not answered or goes elsewhere.
 */

import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, beforeEach, describe } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../serve.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Browser} Browser */

/**
 * @typedef {object} Visit
 * @property {Page} page
 * @property {string} url
 * @property {Browser} browser
 */

/**
 * @typedef {object} Look
 * @property {number} [width]
 * @property {'light' | 'dark'} [scheme]
 */

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Where Chromium is: the program named in CHROMIUM, or one on the PATH. */
function findChromium() {
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
 * A group of tests in one browser. Each test opens the page anew with `open`, as a first visit.
 *
 * @param {string} name
 * @param {(open: (look?: Look) => Promise<Visit>) => void} tests
 */
export function inBrowser(name, tests) {
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
      site = await serve(0);
      browser = await puppeteer.launch({ executablePath: chromium, args: flags });
    });
    beforeEach(async (context) => {
      problems = [];
      /** @type {import('node:test').TestContext} */ (context).after(async () => {
        for (const page of (await browser.pages()).slice(1)) await page.close();
        assert.deepEqual(problems, [], 'the page reported problems');
      });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });
    tests(async (look = {}) => {
      const page = await browser.newPage();
      watch(page, site.url, problems);
      await page.setViewport({ width: look.width ?? 1280, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme ?? 'light' }]);
      await page.goto(site.url);
      await page.waitForSelector('html[data-ready]');
      return { page, url: site.url, browser };
    });
  });
}

/**
 * @param {Page} page
 * @param {string} url
 * @param {string[]} problems
 */
function watch(page, url, problems) {
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
 * Puts a text in the source as a paste does, in place of what is there.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function pasteSource(page, text) {
  await page.focus('#source-text');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  if (text === '') await page.keyboard.press('Backspace');
  else await page.keyboard.sendCharacter(text);
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
 * The text of what a selector finds first, in one line.
 *
 * @param {Page} page
 * @param {string} selector
 */
export async function textOf(page, selector) {
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/**
 * @param {Page} page
 * @param {string} selector
 */
export async function textsOf(page, selector) {
  return page.$$eval(selector, (elements) => elements.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()));
}

/** @param {Page} page */
export async function sourceText(page) {
  return page.$eval('#source-text', (field) => /** @type {HTMLTextAreaElement} */ (field).value);
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
