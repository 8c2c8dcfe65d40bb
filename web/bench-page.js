/**
 * Measures how soon the page says its first verdict, in Chromium, from this machine, with nothing kept: from navigation until the
 * verdict is in the document, and until it is painted. Beside it a page that loads and compiles the same module and does nothing else:
 * the ratio depends less on the machine than the times.
 *
 *     node web/bench-page.js [rounds]
 */

import puppeteer from 'puppeteer-core';
import { pack } from './bundle/pack.js';
import { buildPage } from './bundle/page.js';
import { built, serve } from './serve.js';
import { findChromium, flags } from './test/page/browser.js';

const rounds = Number(process.argv[2] ?? 9);
const { files, first } = await buildPage();
const wasm = first.find((path) => path.endsWith('.wasm'));
files.set('bare.js', Buffer.from(`await WebAssembly.compileStreaming(fetch('${wasm}')); document.documentElement.dataset.ready = 'true';`));
files.set('bare.html', Buffer.from(`<!doctype html><link rel="preload" href="${wasm}" as="fetch" crossorigin><script type="module" src="bare.js"></script>`));
const site = await serve(0, built(files, await pack(files)));
const browser = await puppeteer.launch({ executablePath: findChromium(), args: flags });

/** @type {Record<string, number[]>} */
const times = { verdict: [], painted: [], bare: [], scripts: [], module: [] };
for (let round = -1; round < rounds; round++) {
  const page = await visit('');
  const bare = await visit('bare.html');
  if (round < 0) continue; // the browser itself starts
  times.verdict.push(page.ready);
  times.painted.push(page.painted);
  times.bare.push(bare.ready);
  times.scripts.push(page.scripts);
  times.module.push(page.module);
}
await browser.close();
await site.close();

const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[values.length >> 1];
console.log(`ms from navigation, cold, ${rounds} visits        median    least`);
for (const [name, words] of Object.entries({ scripts: 'all scripts are there', module: 'the module is there', verdict: 'the verdict is in the document', painted: 'the verdict is painted', bare: 'a page that only compiles the module' })) {
  console.log(`${words.padEnd(42)}${median(times[name]).toFixed(0).padStart(8)}${Math.min(...times[name]).toFixed(0).padStart(9)}`);
}
console.log(`the verdict, times the page that only compiles ${(median(times.verdict) / median(times.bare)).toFixed(2).padStart(8)}`);

/** @param {string} path */
async function visit(path) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(() => {
    const here = /** @type {any} */ (globalThis);
    here.watched = new Promise((done) => {
      new MutationObserver((_, observer) => {
        const verdict = document.getElementById('verdict');
        if (document.documentElement?.dataset.ready !== 'true' && (verdict?.className ?? 'verdict plain') === 'verdict plain') return;
        observer.disconnect();
        const ready = performance.now();
        requestAnimationFrame(() => {
          const channel = new MessageChannel(); // the task after the frame
          channel.port1.onmessage = () => done({ ready, painted: performance.now() });
          channel.port2.postMessage(0);
        });
      }).observe(document, { subtree: true, attributes: true, childList: true });
    });
  });
  await page.goto(site.url + path);
  const result = await page.evaluate(async () => {
    const { ready, painted } = await /** @type {any} */ (globalThis).watched;
    const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
    const end = (/** @type {RegExp} */ name) => Math.max(0, ...entries.filter((entry) => name.test(entry.name) && entry.startTime < ready && entry.responseEnd <= ready).map((entry) => entry.responseEnd));
    return { ready, painted, scripts: end(/\.js$/), module: end(/\.wasm$/) };
  });
  await context.close();
  return result;
}
