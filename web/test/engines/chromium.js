/**
 * Chromium, driven by puppeteer over the DevTools protocol.
 */

import puppeteer from 'puppeteer-core';
import { findProgram } from './programs.js';

/** @typedef {import('./engine.js').Engine} Engine */

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @returns {string | undefined} */
export const findChromium = () => findProgram(process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);

/** @returns {Promise<Engine>} */
export async function startChromium() {
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: flags });
  const page = await browser.newPage();
  /** @type {{ text: string, url: string }[]} */
  let lines = [];
  page.on('console', (message) => lines.push({ text: message.text().trimEnd(), url: message.location().url ?? '' }));
  return {
    browser: 'chrome',
    version: await browser.version(),
    async run(url, calls) {
      await page.goto(url);
      return page.evaluate((all) => /** @type {any} */ (window).perform(all), calls);
    },
    async consoleLines() {
      // Lines come in the order of the protocol, so whatever was printed before this answer is here.
      await page.evaluate(() => 0);
      return lines.splice(0);
    },
    stop: () => browser.close(),
  };
}
