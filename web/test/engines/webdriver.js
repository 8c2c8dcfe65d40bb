/**
 * WebKitGTK under WebDriver, as much of it as the tests of the page need (W3C, WebDriver Level 2). Puppeteer speaks to other browsers only.
 */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { findProgram } from './programs.js';
import { openScreen } from './screen.js';
import { findWebKit } from './webkit.js';

/** How long a condition may take to come true, and how long to wait before it is looked at again; milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 20;

/** The member that stands for an element (section 12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** What keys send (section 17.4.2). @type {Record<string, string>} */
const keys = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', F8: '\uE038',
};

const findDriver = () => findProgram([process.env.WEBKITWEBDRIVER ?? 'WebKitWebDriver']);

/** Whether WebKitGTK can be driven: MiniBrowser, Xvfb and WebKitWebDriver are there. */
export const canDriveWebKit = () => findWebKit() !== undefined && findDriver() !== undefined;

/** @typedef {Awaited<ReturnType<typeof driveWebKit>>} WebKit */
/** @typedef {Awaited<ReturnType<WebKit['open']>>} Window */

/**
 * Starts the driver, on a screen of its own.
 *
 * @param {{ width: number, height: number }} size  Of the screen.
 */
export async function driveWebKit(size) {
  const screen = await openScreen(size);
  const port = await freePort();
  return {
    /**
     * Opens a browser with a profile of its own, in a window as large as the screen. The driver has one at a time.
     *
     * @param {{ scheme?: 'light' | 'dark' }} [look]
     */
    async open({ scheme = 'light' } = {}) {
      const env = { ...screen.env, GTK_THEME: scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita' };
      const driver = spawn(/** @type {string} */ (findDriver()), [`--port=${port}`], { env, stdio: 'ignore' });
      const ended = new Promise((resolve) => driver.once('exit', resolve));
      const send = sender(`http://127.0.0.1:${port}`);
      await until(() => send('GET', '/status').then(({ ready }) => ready, () => false), 'the driver does not answer');
      const { sessionId } = await send('POST', '/session', { capabilities: { alwaysMatch: {
        'webkitgtk:browserOptions': { binary: findWebKit(), args: ['--automation'] },
        timeouts: { script: PATIENCE, pageLoad: PATIENCE, implicit: 0 },
      } } });
      const window = windowOf((method, path, body) => send(method, `/session/${sessionId}${path}`, body));
      await window.resize(size);
      return {
        ...window,
        async close() {
          await send('DELETE', `/session/${sessionId}`);
          driver.kill();
          await ended;
        },
      };
    },
    close: () => screen.close(),
  };
}

/** @typedef {(method: string, path: string, body?: object) => Promise<any>} Send */

/**
 * @param {string} url
 * @returns {Send}
 */
function sender(url) {
  return async (method, path, body) => {
    const response = await fetch(url + path, { method, ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
}

/** @param {Send} send */
function windowOf(send) {
  /** @param {string} selector @returns {Promise<string>} */
  const find = async (selector) => (await send('POST', '/element', { using: 'css selector', value: selector }))[ELEMENT];
  /** @param {string[]} down @param {string[]} up */
  const act = (down, up) => send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [
    ...down.map((value) => ({ type: 'keyDown', value })), ...up.map((value) => ({ type: 'keyUp', value })),
  ] }] });
  /**
   * What a function of the page gives; a promise is waited for.
   *
   * @template {unknown[]} Arguments
   * @template Result
   * @param {(...values: Arguments) => Result} work
   * @param {Arguments} values
   * @returns {Promise<Awaited<Result>>}
   */
  const run = (work, ...values) => send('POST', '/execute/sync', { script: `return (${work}).apply(null, arguments)`, args: values });

  return {
    run,
    /** @param {string} url */
    goto: (url) => send('POST', '/url', { url }),
    reload: () => send('POST', '/refresh', {}),
    back: () => send('POST', '/back', {}),
    /** @returns {Promise<string>} */
    url: () => send('GET', '/url'),
    /** @param {{ width: number, height: number }} size */
    resize: (size) => send('POST', '/window/rect', { x: 0, y: 0, ...size }),
    /**
     * Clicks in the middle of what a selector finds first, which has to be uncovered there. The driver does not scroll to what is near the
     * edge of the view.
     *
     * @param {string} selector
     */
    async click(selector) {
      const element = await find(selector);
      await run((sought) => document.querySelector(sought)?.scrollIntoView({ block: 'center' }), selector);
      await send('POST', `/element/${element}/click`, {});
    },
    /**
     * Focuses what a selector finds first, and types there.
     *
     * @param {string} selector
     * @param {string} text
     */
    type: async (selector, text) => send('POST', `/element/${await find(selector)}/value`, { text: text.replaceAll('\n', keys.Enter) }),
    /**
     * Presses keys, as "Control+z", where the focus is.
     *
     * @param {string} combination
     */
    async press(combination) {
      const down = combination.split('+').map((key) => keys[key] ?? key);
      await act(down, down.toReversed());
    },
    /**
     * Waits until a function of the page gives something true, and gives that.
     *
     * @template {unknown[]} Arguments
     * @template Result
     * @param {(...values: Arguments) => Result} work
     * @param {Arguments} values
     */
    waitFor: (work, ...values) => until(() => run(work, ...values), `${work} does not come true`),
    /** @returns {Promise<Buffer>} a PNG of what is seen */
    screenshot: async () => Buffer.from(await send('GET', '/screenshot'), 'base64'),
  };
}

/**
 * @template Result
 * @param {() => Promise<Result>} condition
 * @param {string} failure
 * @returns {Promise<Result>}
 */
async function until(condition, failure) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (Date.now() > end) throw new Error(failure);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** @returns {Promise<number>} */
function freePort() {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  }));
}
