/**
 * WebKitGTK's MiniBrowser, on a screen that Xvfb makes up. It is not driven by WebKitWebDriver: a browser under automation
 * keeps its console to itself. Instead the page asks a port of ours for its work, and MiniBrowser prints the console.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findProgram } from './programs.js';

/** @typedef {import('./engine.js').Engine} Engine */

const screenProgram = () => findProgram(['Xvfb']);

/** MiniBrowser, if Xvfb is there too. Debian keeps it among the libraries: /usr/lib/ARCHITECTURE/webkit2gtk-VERSION/MiniBrowser. */
export function findWebKit() {
  if (!screenProgram()) return undefined;
  if (process.env.MINIBROWSER) return findProgram([process.env.MINIBROWSER]);
  const folders = ['/usr/lib', ...list('/usr/lib')].flatMap(list).filter((path) => /\/webkit2?gtk-[\d.]+$/.test(path));
  return findProgram(folders.map((folder) => `${folder}/MiniBrowser`));
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

const settings = {
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
};

/** @returns {Promise<Engine>} */
export async function startWebKit() {
  const program = /** @type {string} */ (findWebKit());
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const screen = spawn(/** @type {string} */ (screenProgram()), ['-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await firstLine(/** @type {NodeJS.ReadableStream} */ (screen.stdio[3]));
  const office = await openOffice();
  const env = { ...process.env, ...settings, DISPLAY: `:${display}`, HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const version = await versionOf(program, env);
  // For all its name, the option has the console printed on stderr.
  const browser = spawn(program, ['--enable-write-console-messages-to-stdout=true', `http://127.0.0.1:${office.port}/#${office.port}`], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  /** @type {{ text: string, url: string }[]} */
  let lines = [];
  let last = '';
  createInterface({ input: browser.stderr }).on('line', (line) => {
    const text = /CONSOLE (?:\w+ )?ERROR (.*)$/.exec(line)?.[1];
    if (text) lines.push({ text, url: '' });
    else last = line;
  });
  return {
    browser: 'safari',
    version: `WebKitGTK/${version}`,
    async run(url, calls) {
      office.give({ url });
      office.give({ calls });
      return Promise.race([office.done(), ended.then(() => Promise.reject(new Error(`MiniBrowser has ended: ${last}`)))]);
    },
    async consoleLines() {
      return lines.splice(0);
    },
    async stop() {
      browser.kill();
      await ended;
      screen.kill();
      await office.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Where the page comes for work: a URL to go to, or calls to make; and where it brings what it saw.
 */
async function openOffice() {
  /** @type {object[]} */
  const work = [];
  /** @type {import('node:http').ServerResponse | undefined} */
  let waiting;
  /** @type {(seen: any) => void} */
  let done = () => {};
  const hand = () => {
    if (waiting === undefined || work.length === 0) return;
    waiting.end(JSON.stringify(work.shift()));
    waiting = undefined;
  };
  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    if (request.url === '/work') {
      waiting = response;
      hand();
    } else if (request.url === '/done') {
      let text = '';
      for await (const part of request) text += part;
      response.end();
      done(JSON.parse(text));
    } else {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><script>fetch('/work').then((answer) => answer.json()).then((work) => { location.href = work.url + location.hash; });</script>`);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  return {
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    /** @param {object} task */
    give(task) {
      work.push(task);
      hand();
    },
    /** @returns {Promise<any>} */
    done: () => new Promise((resolve) => { done = resolve; }),
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
async function versionOf(program, env) {
  const child = spawn(program, ['--version'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  return /[\d.]+/.exec(await firstLine(child.stdout))?.[0] ?? 'unknown';
}

/**
 * @param {NodeJS.ReadableStream} stream
 * @returns {Promise<string>}
 */
function firstLine(stream) {
  return new Promise((resolve) => createInterface({ input: stream }).once('line', resolve).once('close', () => resolve('')));
}
