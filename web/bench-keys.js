/**
 * Measures the page in Chromium: how long after a keystroke in the source the verdict is on screen, with all that belongs to it. It is for
 * looking at, and no test: the figures are those of this machine.
 *
 *     node web/bench-keys.js [--profile]
 */

import puppeteer from 'puppeteer-core';
import { buildPage } from './bundle/page.js';
import { built, serve } from './serve.js';
import { findChromium, flags } from './test/page/browser.js';

const KEYS = 40;

/**
 * So many rules in about so many bytes.
 *
 * @param {number} rules
 * @param {number} bytes
 */
function configuration(rules, bytes) {
  const each = Math.floor(bytes / rules);
  const texts = Array.from({ length: rules }, (_, i) => {
    const head = `  <CORSRule>\n    <ID>rule-${i}</ID>\n`;
    const tail = '    <AllowedMethod>GET</AllowedMethod>\n    <AllowedMethod>PUT</AllowedMethod>\n    <AllowedHeader>content-type</AllowedHeader>\n    <AllowedHeader>x-amz-*</AllowedHeader>\n    <ExposeHeader>ETag</ExposeHeader>\n    <MaxAgeSeconds>600</MaxAgeSeconds>\n  </CORSRule>\n';
    let origins = '';
    for (let k = 0; head.length + origins.length + tail.length < each - 60; k++) origins += `    <AllowedOrigin>https://site-${i}-${k}.example.com</AllowedOrigin>\n`;
    return head + origins + tail;
  });
  return `<CORSConfiguration>\n${texts.join('')}</CORSConfiguration>\n`;
}

/** Has the page note, for each key, how long it worked on it, and when the next frame was on screen. */
function note() {
  /** @type {{ worked: number, painted: number }[]} */
  const times = [];
  /** @type {any} */ (globalThis).times = times;
  /** @param {() => void} task */
  const soon = (task) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = task;
    port2.postMessage(null);
  };
  addEventListener('keydown', ({ timeStamp }) => {
    const begun = performance.now();
    const time = { worked: 0, painted: 0 };
    soon(() => (time.worked = performance.now() - begun));
    requestAnimationFrame(() => soon(() => {
      time.painted = performance.now() - timeStamp;
      times.push(time);
    }));
  }, { capture: true });
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} text
 */
async function put(page, text) {
  await page.focus('#source-text');
  await page.evaluate((pasted) => {
    const { view } = /** @type {any} */ (document.querySelector('#source-text')).cmTile;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: pasted } });
    const at = pasted.indexOf('.example.com', pasted.length / 2);
    view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
  }, text);
  await new Promise((rested) => setTimeout(rested, 3_000));
}

/** @param {import('puppeteer-core').Page} page */
async function type(page) {
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press('x');
    await new Promise((rested) => setTimeout(rested, i % 8 === 7 ? 900 : 60));
  }
  await page.waitForFunction((count) => /** @type {any} */ (globalThis).times.length >= count, {}, KEYS);
  return page.evaluate(() => /** @type {{ worked: number, painted: number }[]} */ (/** @type {any} */ (globalThis).times));
}

/** @param {number[]} all */
function words(all) {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1).padStart(7);
  return `least ${at(0)}, median ${at(0.5)}, 90 % within ${at(0.9)}, longest ${at(1)}`;
}

const profiled = process.argv.includes('--profile');
const { files } = await buildPage({ development: profiled });
const site = await serve(0, built(files));
const browser = await puppeteer.launch({ executablePath: findChromium(), args: flags });
try {
  for (const [rules, bytes] of [[10, 4_000], [100, 64_000]]) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    await page.evaluateOnNewDocument(note);
    await page.goto(site.url);
    await page.waitForSelector('html[data-editor]');
    const session = await page.createCDPSession();
    // In ticks of the thread: what the processor spent, whoever else used it.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1_000]));
    const text = configuration(rules, bytes);
    await put(page, text);
    if (profiled) {
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 200 });
      await session.send('Profiler.start');
    }
    const begun = await spent();
    const times = await type(page);
    const done = await spent();
    const each = (/** @type {string} */ name) => ((done[name] - begun[name]) / KEYS).toFixed(1);
    console.log(`${rules} rules, ${(text.length / 1024).toFixed(1)} KB, milliseconds from the key`);
    console.log(`  until the page has done its work   ${words(times.map(({ worked }) => worked))}`);
    console.log(`  until the frame is on screen       ${words(times.map(({ painted }) => painted))}`);
    console.log(`  of the processor for each key ${each('TaskDuration')}: script ${each('ScriptDuration')}, layout ${each('LayoutDuration')}, style ${each('RecalcStyleDuration')}, with all that waits until typing rests`);
    if (profiled) report((await session.send('Profiler.stop')).profile);
    await page.close();
  }
} finally {
  await browser.close();
  await site.close();
}

/**
 * Where the time went: the files and the functions that took most of it themselves.
 *
 * @param {import('puppeteer-core').Protocol.Profiler.Profile} profile
 */
function report({ nodes, samples = [], timeDeltas = [] }) {
  const frames = new Map(nodes.map(({ id, callFrame: { functionName, url } }) => {
    const file = url === '' ? 'the browser' : url.replace(/.*\//, '');
    return [id, { file, name: file.endsWith('.wasm') ? '(wasm)' : `${functionName || '(anonymous)'} ${file}` }];
  }));
  /** @type {Map<string, number>} */
  const spent = new Map();
  samples.forEach((id, i) => {
    const frame = frames.get(id);
    for (const name of frame ? [`in ${frame.file}`, frame.name] : []) spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[i] ?? 0) / 1_000);
  });
  for (const [name, milliseconds] of [...spent].sort((a, b) => b[1] - a[1]).slice(0, 25)) console.log(`${(milliseconds / KEYS).toFixed(2).padStart(9)} ms a key  ${name}`);
}
