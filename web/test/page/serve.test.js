import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { buildPage } from '../../bundle/page.js';
import { pack } from '../../bundle/pack.js';
import { built, contentSecurityPolicy, serve, unbuilt } from '../../serve.js';

const { files, first } = await buildPage();
const site = await serve(0, built(files, await pack(files)));
const modules = await serve(0, unbuilt());
after(() => Promise.all([site.close(), modules.close()]));

/**
 * @param {string} url
 * @param {string} [accepted]
 * @returns {Promise<{ status: number | undefined, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function ask(url, accepted = 'gzip, deflate, br, zstd') {
  return new Promise((answered, failed) => {
    // The path as it is: what climbs out of the folder must reach the server.
    const { origin, port, hostname } = new URL(url);
    get({ hostname, port, path: url.slice(origin.length), headers: { 'Accept-Encoding': accepted } }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
    }).on('error', failed);
  });
}

test('each file has its type and the policy, and comes packed to those who take brotli', async () => {
  for (const [path, type] of /** @type {const} */ ([
    ['', 'text/html; charset=utf-8'], ['sw.js', 'text/javascript; charset=utf-8'], [first.find((name) => name.endsWith('.wasm')), 'application/wasm'],
    [first.find((name) => name.endsWith('.css')), 'text/css; charset=utf-8'], ['favicon.svg', 'image/svg+xml'], ['licences.txt', 'text/plain; charset=utf-8'],
  ])) {
    const { status, headers, body } = await ask(site.url + path);
    assert.deepEqual([status, headers['content-type'], headers['content-encoding'], headers.vary], [200, type, 'br', 'Accept-Encoding'], path);
    assert.equal(headers['content-security-policy'], contentSecurityPolicy);
    assert.ok(brotliDecompressSync(body).equals(files.get(path || 'index.html') ?? assert.fail()));
    assert.equal(headers['cache-control'], /-\w{8,10}\./.test(path ?? '') ? 'max-age=31536000, immutable' : 'no-cache');
  }
});

for (const [accepted, packed] of /** @type {const} */ ([['', false], ['gzip', false], ['br;q=0', false], ['br;q=0.0', false], ['gzip, br;q=0.5', true], ['BR', true], ['brotli', false]])) {
  test(`"${accepted}" is ${packed ? 'answered' : 'not answered'} with brotli`, async () => {
    const { headers, body } = await ask(site.url, accepted);
    assert.equal(headers['content-encoding'], packed ? 'br' : undefined);
    assert.ok((packed ? brotliDecompressSync(body) : body).equals(files.get('index.html') ?? assert.fail()));
  });
}

test('nothing else is handed out', async () => {
  for (const path of ['../package.json', '..%2fpackage.json', '.npmrc', 'page/', '%', '%00', 'index.html/', 'constructor']) {
    assert.equal((await ask(site.url + path)).status, 404, path);
  }
  for (const path of ['../go.mod', '..%2fgo.mod', '.npmrc', 'node_modules/esbuild/package.json', 'page', '%', 'a%00']) {
    assert.equal((await ask(modules.url + path)).status, 404, path);
  }
  assert.equal((await ask(`${modules.url}page/main.js`)).status, 200);
});

test('a visitor can only look', async () => {
  const response = await fetch(site.url, { method: 'POST', body: 'x' });
  assert.deepEqual([response.status, response.headers.get('allow')], [405, 'GET, HEAD']);
  const head = await fetch(site.url, { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
});
