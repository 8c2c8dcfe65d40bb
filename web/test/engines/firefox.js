/**
 * Firefox, driven by puppeteer over WebDriver BiDi. BiDi does not report what is said about CORS on the console, but it
 * reaches Firefox's own scripts, which can read it.
 */

import puppeteer from 'puppeteer-core';
import { findProgram } from './programs.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {{ send(command: string, parameters: object): Promise<{ result: any }> }} Connection a session of BiDi, which puppeteer has but does not declare */

/** @returns {string | undefined} */
export const findFirefox = () => findProgram(process.env.FIREFOX ? [process.env.FIREFOX] : ['firefox-esr', 'firefox']);

const readConsole = `{
  const lines = Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError && message.category.startsWith('CORS'))
    .map((message) => ({ text: message.errorMessage, url: '' }));
  Services.console.reset();
  JSON.stringify(lines);
}`;

/** @returns {Promise<Engine>} */
export async function startFirefox() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), headless: true, args: ['--remote-allow-system-access'] });
  const page = await browser.newPage();
  const connection = /** @type {{ connection: Connection }} */ (/** @type {unknown} */ (browser)).connection;
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: result.contexts[0].context };
  return {
    browser: 'firefox',
    version: await browser.version(),
    async run(url, calls) {
      await page.goto(url);
      return page.evaluate((all) => /** @type {any} */ (window).perform(all), calls);
    },
    async consoleLines() {
      const answer = await connection.send('script.evaluate', { expression: readConsole, target, awaitPromise: false });
      return JSON.parse(answer.result.result.value);
    },
    stop: () => browser.close(),
  };
}
