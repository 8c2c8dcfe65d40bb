/**
 * Measures the page in Chromium: how long after a keystroke in the source the verdict is drawn, with all that belongs to it; and beside it
 * the same key in a code editor that does nothing else, which no page with one can be below. It does so twice: by what scripts can see, in
 * tenths of a millisecond, until the page has drawn the frame; and by the Event Timing API, whose figures are rounded to 8 milliseconds,
 * until the frame is on screen. It is for looking at, and no test: the figures are those of this machine and this minute, their ratio is ours.
 *
 *     node web/bench-keys.js [--profile]
 */

import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { buildPage } from './bundle/page.js';
import { built, serve } from './serve.js';
import { findChromium, flags } from './test/page/browser.js';

/** @typedef {{ times: { worked: number, painted: number }[], durations: number[] }} Keys */

const KEYS = 40;
/** What browsers tell the durations of events from, at least (Event Timing, "durationThreshold"); milliseconds. */
const LEAST_TOLD = 16;

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

/** A code editor alone: `edit(text)` makes one. */
async function bareEditor() {
  const { build } = await import('esbuild');
  const contents = `
    import { EditorView, lineNumbers } from '@codemirror/view';
    import { history } from '@codemirror/commands';
    globalThis.edit = (doc) => {
      const view = new EditorView({ doc, extensions: [lineNumbers(), history(), EditorView.lineWrapping, EditorView.contentAttributes.of({ id: 'source-text' })] });
      view.dom.style.height = '600px';
      document.body.append(view.dom);
    };`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) }, bundle: true, write: false, format: 'iife' });
  return outputFiles[0].text;
}

/**
 * Has the page note, for each key, how long it worked on it, and when the next frame was drawn; and what the browser says of the longer ones.
 *
 * @param {number} durationThreshold
 */
function note(durationThreshold) {
  /** @type {Keys} */
  const keys = { times: [], durations: [] };
  /** @type {any} */ (globalThis).keys = keys;
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
      keys.times.push(time);
    }));
  }, { capture: true });
  new PerformanceObserver((list) => {
    keys.durations.push(...list.getEntriesByName('keydown').map(({ duration }) => duration));
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold }));
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
  await page.waitForFunction((count) => /** @type {any} */ (globalThis).keys.times.length >= count, {}, KEYS);
  return page.evaluate(() => /** @type {Keys} */ (/** @type {any} */ (globalThis).keys));
}

/** @param {number[]} all */
function words(all) {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1).padStart(7);
  return `least ${at(0)}, median ${at(0.5)}, 90 % within ${at(0.9)}, longest ${at(1)}`;
}

/**
 * How many keys were on screen by which time. Those that the browser does not tell of were there sooner.
 *
 * @param {number[]} durations
 */
function onScreen(durations) {
  const within = (/** @type {number} */ time) => KEYS - durations.filter((duration) => duration > time).length;
  return [8, 16, 24, 32, 40, 48].map((time) => `${within(time)} within ${time}`).join(', ');
}

const profiled = process.argv.includes('--profile');
const script = await bareEditor();
const { files } = await buildPage({ development: profiled });
const site = await serve(0, built(files));
// What is outside of the window is not drawn.
const browser = await puppeteer.launch({ executablePath: findChromium(), args: [...flags, '--window-size=1440,1000'] });
try {
  for (const [rules, bytes] of [[10, 4_000], [100, 64_000]]) {
    const text = configuration(rules, bytes);
    console.log(`${rules} rules, ${(text.length / 1024).toFixed(1)} KB, milliseconds from the key`);
    const bare = await measure(async (page) => {
      await page.goto('data:text/html,<!doctype html>');
      await page.evaluate(script);
      await page.evaluate((doc) => /** @type {any} */ (globalThis).edit(doc), text);
    }, text);
    const own = await measure(async (page) => {
      await page.goto(site.url);
      await page.waitForSelector('html[data-editor]');
    }, text);
    console.log(`  until the page has done its work   ${words(own.times.map(({ worked }) => worked))}`);
    console.log(`  until the frame is drawn           ${words(own.times.map(({ painted }) => painted))}`);
    console.log(`  the same in a code editor alone    ${words(bare.times.map(({ painted }) => painted))}`);
    console.log(`  on screen, by the browser's own measure, of ${KEYS} keys: ${onScreen(own.durations)}`);
    console.log(`  the same in a code editor alone: ${onScreen(bare.durations)}`);
    console.log(`  of the processor for each key ${own.spent}, with all that waits until typing rests; in a code editor alone ${bare.spent}`);
    if (own.profile) report(own.profile);
  }
} finally {
  await browser.close();
  await site.close();
}

/**
 * Types into a page.
 *
 * @param {(page: import('puppeteer-core').Page) => Promise<void>} open
 * @param {string} text
 */
async function measure(open, text) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.evaluateOnNewDocument(note, LEAST_TOLD);
  await open(page);
  const session = await page.createCDPSession();
  // In ticks of the thread: what the processor spent, whoever else used it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const ticks = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1_000]));
  await put(page, text);
  if (profiled) {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
    await session.send('Profiler.start');
  }
  const begun = await ticks();
  const { times, durations } = await type(page);
  const done = await ticks();
  const each = (/** @type {string} */ name) => ((done[name] - begun[name]) / KEYS).toFixed(1);
  const profile = profiled ? (await session.send('Profiler.stop')).profile : null;
  await page.close();
  return { times, durations, profile, spent: `${each('TaskDuration')} (script ${each('ScriptDuration')}, layout ${each('LayoutDuration')}, style ${each('RecalcStyleDuration')})` };
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
