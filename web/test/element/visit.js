/**
 * Pages of other people in Chromium, under the policies that they have. Whatever goes wrong unseen fails the test, as in the
 * tests of the page.
 */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe } from 'node:test';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { fileIn } from '../../bundle/folder.js';
import { findChromium, flags, watch } from '../page/browser.js';

/** @import { Browser, Page } from 'puppeteer-core' */

/** The strictest policy that a page with the element can have. */
export const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/** @typedef {(path: string) => Promise<Buffer | null> | Buffer | null} Find */
/** @typedef {{ url: string, requests: string[], close: () => Promise<void> }} Served */
/** @typedef {{ browser: Browser, problems: string[], open: (url: string, look?: Look) => Promise<Page>, serve: (find: Find, policy?: string | ((path: string) => string)) => Promise<Served> }} Visitor */
/** @typedef {{ width?: number, height?: number, scheme?: 'light' | 'dark', within?: string[] }} Look  `within` lists the other addresses that the page may ask. */

const web = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Record<string, string>} */
const mediaTypes = { '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm', '.woff2': 'font/woff2', '.xml': 'application/xml', '.png': 'image/png' };

/**
 * Finds pages that are given, and beside them the modules as they are written.
 *
 * @param {Record<string, string>} pages
 * @returns {Find}
 */
export function pagesBeside(pages) {
  return (path) => (path in pages ? Buffer.from(pages[path]) : fileIn(web, path));
}

/**
 * @param {string} body
 * @param {string} script  Of the modules as they are written.
 */
export function pageWith(body, script = 'element/define.js') {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title><link rel="icon" href="favicon.svg"><script type="module" src="${script}"></script><body>${body}</body></html>`;
}

/**
 * @param {Find} find
 * @param {string | ((path: string) => string)} [policy]
 * @returns {Promise<Served>}
 */
async function serve(find, policy = strict) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    requests.push(path);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const content = await find(file);
    if (content === null) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': typeof policy === 'string' ? policy : policy(path), 'Cache-Control': 'no-store' });
    response.end(content);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}

/**
 * A group of tests in one browser, each with its own servers and its own context.
 *
 * @param {string} name
 * @param {(visitor: () => Visitor) => void} tests
 */
export function visiting(name, tests) {
  const chromium = findChromium();
  if (!chromium && process.env.CI) throw new Error('There is no Chromium for the tests. Install it, or name it in CHROMIUM.');
  describe(name, { skip: chromium ? false : 'there is no Chromium' }, () => {
    /** @type {Browser} */
    let browser;
    /** @type {Visitor} */
    let visitor;
    before(async () => {
      browser = await puppeteer.launch({ executablePath: chromium, args: flags });
    });
    after(() => browser?.close());
    beforeEach(async (context) => {
      /** @type {Served[]} */
      const servers = [];
      /** @type {string[]} */
      const problems = [];
      visitor = {
        browser,
        problems,
        async open(url, look = {}) {
          const page = await (await browser.createBrowserContext()).newPage();
          watch(page, new URL('/', url).href, problems);
          await page.setViewport({ width: look.width ?? 1280, height: look.height ?? 900 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme ?? 'light' }]);
          await page.goto(url);
          return page;
        },
        async serve(find, policy) {
          servers.push(await serve(find, policy));
          return servers[servers.length - 1];
        },
      };
      /** @type {import('node:test').TestContext} */ (context).after(async () => {
        for (const other of browser.browserContexts().slice(1)) await other.close();
        for (const server of servers) await server.close();
        assert.deepEqual(problems, [], 'the page reported problems');
      });
    });
    tests(() => visitor);
  });
}

/**
 * Waits for the verdict of an element, and gives it.
 *
 * @param {Page} page
 * @param {string} [selector]
 * @param {RegExp} [wanted]
 */
export async function verdictOf(page, selector = 's3-cors-editor', wanted = /./) {
  const found = await page.waitForFunction((selector, wanted) => {
    const text = document.querySelector(selector)?.shadowRoot?.querySelector('.verdict .say')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    return new RegExp(wanted).test(text) ? text : null;
  }, {}, selector, wanted.source);
  return String(await found.jsonValue());
}
