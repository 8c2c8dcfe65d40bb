/**
 * The three engines by one interface.
 */

import { findChromium, startChromium } from './chromium.js';
import { findFirefox, startFirefox } from './firefox.js';
import { findWebKit, startWebKit } from './webkit.js';

/** @typedef {import('../../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../../s3cors.js').Browser} Browser */

/**
 * What script saw of a call. `sent` is all that it learns of a beacon or a form.
 *
 * @typedef {object} Seen
 * @property {'readable' | 'opaque' | 'blocked' | 'threw' | 'sent' | 'timeout'} outcome
 * @property {number} [status]
 * @property {string[]} [headers] names of the response's headers that script can read, sorted
 * @property {string} [exception]
 */

/**
 * @typedef {object} Engine
 * @property {Browser} browser
 * @property {string} version
 * @property {(url: string, calls: [id: string, call: FetchCall][]) => Promise<[id: string, seen: Seen][]>} run opens a page, which makes all calls at once
 * @property {() => Promise<{ text: string, url: string }[]>} consoleLines what was printed since this was last asked; url where the engine names it apart from the text
 * @property {() => Promise<unknown>} stop
 */

/** @type {{ browser: Browser, name: string, find: () => string | undefined, start: () => Promise<Engine> }[]} */
export const engines = [
  { browser: 'chrome', name: 'Chromium', find: findChromium, start: startChromium },
  { browser: 'firefox', name: 'Firefox', find: findFirefox, start: startFirefox },
  { browser: 'safari', name: 'WebKitGTK', find: findWebKit, start: startWebKit },
];

/** The engines that are there. One that is missing fails under CI, and is named aloud elsewhere. */
export function presentEngines() {
  return engines.filter(({ name, find }) => {
    if (find()) return true;
    const message = `There is no ${name} for the tests of engines. web/install-engines.sh installs it on Debian.`;
    if (process.env.CI) throw new Error(message);
    console.error(`NOT TESTED: ${message}`);
    return false;
  });
}
