/**
 * Measures how soon the page says its first verdict, in Chromium, from this machine, with nothing kept: from navigation until it is
 * painted. The bare page has it drawn ahead, until the module answers; a link waits for the module. Beside them a page that loads and
 * compiles the same module and does nothing else: the ratio depends less on the machine than the times.
 *
 *     node web/bench-page.js [rounds]
 */

import puppeteer from 'puppeteer-core';
import { pack } from './bundle/pack.js';
import { buildPage } from './bundle/page.js';
import { built, serve } from './serve.js';
import { examples } from './page/examples.js';
import { writeLink } from './page/link.js';
import { findChromium, flags } from './test/page/browser.js';

/** Milliseconds in which a new window of the browser loads what it is itself made of: that is no part of a visit. */
const SETTLING = 1_500;

const rounds = Number(process.argv[2] ?? 9);
const { files, first } = await buildPage();
const wasm = first.find((path) => path.endsWith('.wasm'));
files.set('bare.js', Buffer.from(`await WebAssembly.compileStreaming(fetch('${wasm}')); document.documentElement.dataset.ready = 'true';`));
files.set('bare.html', Buffer.from(`<!doctype html><link rel="preload" href="${wasm}" as="fetch" crossorigin><script type="module" src="bare.js"></script>`));
const site = await serve(0, built(files, await pack(files)));
const browser = await puppeteer.launch({ executablePath: findChromium(), args: flags });

const link = await writeLink({ ...examples[1].state, configTab: 'source', answerTab: 'why', format: 'xml' });
/** @type {Record<string, number[]>} */
const times = {};
/** @param {string} words @param {number} time */
const note = (words, time) => (times[words] ??= []).push(time);
for (let round = -1; round < rounds; round++) {
  const page = await visit('');
  const linked = await visit(link ?? '');
  const bare = await visit('bare.html');
  if (round < 0) continue; // the browser itself starts
  note('the page: its verdict is painted', page.seen);
  note('the page: the module has answered', page.ready);
  note('a link: all scripts are there', linked.scripts);
  note('a link: the module is there', linked.module);
  note('a link: its verdict is in the document', linked.ready);
  note('a link: its verdict is painted', linked.painted);
  note('a page that only compiles the module', bare.ready);
}
await browser.close();
await site.close();

const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[values.length >> 1];
console.log(`ms from navigation, cold, ${rounds} visits        median    least`);
for (const [words, all] of Object.entries(times)) console.log(`${words.padEnd(42)}${median(all).toFixed(0).padStart(8)}${Math.min(...all).toFixed(0).padStart(9)}`);
console.log(`the verdict of a link, times the page that only compiles ${(median(times['a link: its verdict is in the document']) / median(times['a page that only compiles the module'])).toFixed(2)}`);

/** @param {string} path */
async function visit(path) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(() => {
    const here = /** @type {any} */ (globalThis);
    here.watched = new Promise((done) => {
      new MutationObserver((_, observer) => {
        const { ready, shown } = document.documentElement?.dataset ?? {};
        // A link's verdict takes the place of the words that wait; what is drawn ahead is followed by all that the module has to say.
        const face = document.getElementById('verdict')?.className ?? 'verdict plain';
        const isLink = location.hash !== '';
        if (ready !== 'true' && (!isLink || shown !== 'all' || face === 'verdict plain')) return;
        observer.disconnect();
        const at = performance.now();
        requestAnimationFrame(() => {
          const channel = new MessageChannel(); // the task after the frame
          channel.port1.onmessage = () => done({ ready: at, painted: performance.now() });
          channel.port2.postMessage(0);
        });
      }).observe(document, { subtree: true, attributes: true, childList: true });
    });
  });
  await new Promise((rested) => setTimeout(rested, SETTLING));
  await page.goto(site.url + path);
  const result = await page.evaluate(async () => {
    const { ready, painted } = await /** @type {any} */ (globalThis).watched;
    const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
    const end = (/** @type {RegExp} */ name) => Math.max(0, ...entries.filter((entry) => name.test(entry.name) && entry.startTime < ready && entry.responseEnd <= ready).map((entry) => entry.responseEnd));
    const seen = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return { ready, painted, seen, scripts: end(/\.js$/), module: end(/\.wasm$/) };
  });
  await context.close();
  return result;
}
