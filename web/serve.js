/**
 * Serves the page to the machine that it runs on, under the content security policy that it is made for.
 *
 *     node web/serve.js [--source] [port]
 *
 * The page is built first; with --source it is built anew for each visit, not minified and with source maps, for work on its modules.
 * It is for looking at the page while working on it, and for its tests: any server of static files serves build/page as well.
 */

import { createServer } from 'node:http';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileIn } from './bundle/folder.js';
import { pack } from './bundle/pack.js';
import { buildPage } from './bundle/page.js';

const web = fileURLToPath(new URL('.', import.meta.url)).replace(/[/\\]$/, '');

/**
 * Nothing from elsewhere, no inline script or style, no markup from strings; 'wasm-unsafe-eval' lets the module be
 * compiled. index.html has the same for other servers, but for frame-ancestors, which a <meta> cannot carry.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types s3cors',
  "frame-ancestors 'none'",
].join('; ');

/** @type {Record<string, string>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** @typedef {{ content: Buffer, packed?: Buffer, lasts?: boolean }} Found  A file, and it packed with brotli; whether its name changes with it. */
/** @typedef {(path: string) => Promise<Found | null>} Find  What a path names: "index.html", "page/main.js". */

/**
 * Finds what was built.
 *
 * @param {import('./bundle/page.js').Files} files
 * @param {import('./bundle/page.js').Files} [packed]
 * @returns {Find}
 */
export function built(files, packed) {
  return async (path) => {
    const content = files.get(path);
    return content === undefined ? null : { content, packed: packed?.get(path), lasts: /-\w{8,10}\.\w+$/.test(path) };
  };
}

/**
 * Finds the modules as they are written, which need no build: all but the code editor works so.
 *
 * @returns {Find}
 */
export function unbuilt() {
  return async (path) => {
    const content = await fileIn(web, path);
    return content && { content };
  };
}

/**
 * Builds anew when the page is asked for.
 *
 * @returns {Find}
 */
function rebuilt() {
  let site = buildPage({ development: true });
  return async (path) => {
    if (path === 'index.html') site = buildPage({ development: true });
    const content = (await site).files.get(path);
    return content === undefined ? null : { content };
  };
}

/** @param {string} url */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') ? `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}` : '';
  } catch {
    return '';
  }
}

/**
 * @param {Find} find
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(find, request, response) {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const path = pathOf(request.url ?? '/');
  const found = await find(path);
  if (found === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such file.\n');
    return;
  }
  response.setHeader('Cache-Control', found.lasts ? 'max-age=31536000, immutable' : 'no-cache');
  const takesPacked = found.packed !== undefined && takesBrotli(request.headers['accept-encoding'] ?? '');
  const body = takesPacked && found.packed ? found.packed : found.content;
  if (found.packed) response.setHeader('Vary', 'Accept-Encoding');
  if (takesPacked) response.setHeader('Content-Encoding', 'br');
  response.writeHead(200, { 'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream', 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Whether brotli is among the codings, and not with a weight of nothing (RFC 9110, section 12.5.3).
 *
 * @param {string} accepted
 */
function takesBrotli(accepted) {
  return accepted.split(',').some((coding) => /^\s*br\s*(?:;\s*q=(?:0?\.0*[1-9]\d*|1(?:\.0*)?)\s*)?$/i.test(coding));
}

/**
 * Serves files on 127.0.0.1, at this port or the next free one. Port 0 is any free one.
 *
 * @param {number} port
 * @param {Find} find
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve(port, find) {
  const server = createServer((request, response) => {
    answer(find, request, response).catch(() => response.destroy());
  });
  return new Promise((started, failed) => {
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || port >= 65535) return failed(error);
      port += 1;
      server.listen(port, '127.0.0.1');
    });
    server.on('listening', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      started({
        url: `http://127.0.0.1:${address.port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
    server.listen(port, '127.0.0.1');
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const port = words.find((word) => /^\d+$/.test(word));
  const { url } = await serve(port === undefined ? 8080 : Number(port), words.includes('--source') ? rebuilt() : await buildAll());
  console.log(`s3cors is at ${url} (Ctrl+C stops it)`);
}

async function buildAll() {
  const { files } = await buildPage();
  return built(files, await pack(files));
}
