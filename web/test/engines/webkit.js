/**
 * WebKitGTK's MiniBrowser, on a screen that Xvfb makes up. It is not driven by WebKitWebDriver: a browser under automation
 * keeps its console to itself. Instead the page asks a port of ours for its work, and MiniBrowser prints the console.
 */

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { findProgram } from './programs.js';
import { findScreen, firstLine, openScreen } from './screen.js';

/** @typedef {import('./engine.js').Engine} Engine */

/** MiniBrowser, if Xvfb is there too. Debian keeps it among the libraries: /usr/lib/ARCHITECTURE/webkit2gtk-VERSION/MiniBrowser. */
export function findWebKit() {
  if (!findScreen()) return undefined;
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

/** @returns {Promise<Engine>} */
export async function startWebKit() {
  const program = /** @type {string} */ (findWebKit());
  const screen = await openScreen();
  const { env } = screen;
  const office = await openOffice();
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
      await office.close();
      screen.close();
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
