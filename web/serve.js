/**
 * Serves this folder to the machine that it runs on, under the content security policy that the page is made for.
 *
 *     node web/serve.js [port]
 *
 * It is for looking at the page while working on it, and for its tests: any server of static files serves
 * it as well.
 */

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[/\\]$/, '');

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
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "frame-ancestors 'none'",
].join('; ');

/** @type {Record<string, string>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * The file that a path of a URL names, or null where it names none in this folder.
 *
 * @param {string} url
 * @returns {Promise<string | null>}
 */
async function find(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return null;
    if (path.split('/').some((name) => name.startsWith('.'))) return null;
    const file = await realpath(join(root, path.endsWith('/') ? `${path}index.html` : path));
    // A link may lead out of the folder, so it is the real path that counts.
    const inside = relative(await realpath(root), file);
    if (inside.startsWith('..') || resolve(inside) === inside) return null;
    if (inside.split(sep)[0] === 'node_modules') return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await find(request.url ?? '/');
  if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such file.\n');
    return;
  }
  const { size } = await stat(file);
  response.writeHead(200, {
    'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
    'Content-Length': size,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

/**
 * Serves the folder on 127.0.0.1, at this port or the next free one. Port 0 is any free one.
 *
 * @param {number} [port]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve(port = 8080) {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
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
  const { url } = await serve(process.argv[2] === undefined ? undefined : Number(process.argv[2]));
  console.log(`s3cors is at ${url} (Ctrl+C stops it)`);
}
