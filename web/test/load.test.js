import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

import { load } from '../s3cors.js';

const script = new URL('../s3cors.js', import.meta.url);
const url = new URL('../s3cors.wasm', import.meta.url);
const bytes = await readFile(url);
const options = (/** @type {unknown} */ wasm) => /** @type {import('../s3cors.js').LoadOptions} */ ({ wasm });

/** @param {import('../s3cors.js').S3CORS} s3cors */
function works(s3cors) {
  assert.deepEqual(s3cors.simulateMany(null, [{ origin: 'https://a.example', method: 'GET' }]), [
    { allowed: false, rule: null, status: 403 },
  ]);
}

describe('load', () => {
  it('finds the module beside the script', async () => works(await load()));
  it('takes a URL', async () => works(await load({ wasm: new URL(url) })));
  it('takes a file: URL as a string', async () => works(await load({ wasm: url.href })));
  it('takes a path, in Node', async () => works(await load({ wasm: fileURLToPath(url) })));
  it('takes a path from the working directory, in Node', async () => {
    works(await load({ wasm: relative(process.cwd(), fileURLToPath(url)) }));
  });
  it('takes bytes as a Uint8Array', async () => works(await load({ wasm: new Uint8Array(bytes) })));
  it('takes bytes as an ArrayBuffer', async () => works(await load({ wasm: new Uint8Array(bytes).buffer })));
  it('takes bytes as a DataView', async () => works(await load({ wasm: new DataView(new Uint8Array(bytes).buffer) })));
  it('takes a module', async () => works(await load({ wasm: await WebAssembly.compile(bytes) })));
  it('takes a response with the media type', async () => {
    works(await load({ wasm: new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } }) }));
  });
  it('takes a response without the media type', async () => {
    works(await load({ wasm: new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream' } }) }));
  });

  for (const [name, wasm] of /** @type {[string, unknown][]} */ ([
    ['a number', 5],
    ['an object', {}],
    ['an array', []],
    ['a promise', Promise.resolve()],
  ])) {
    it(`refuses ${name}`, async () => {
      await assert.rejects(load(options(wasm)), {
        name: 'TypeError',
        message: 's3cors.load: wasm must be a URL, a string, bytes, a Response or a WebAssembly.Module',
      });
    });
  }

  it('starts once for concurrent calls, and gives later calls the same API', async () => {
    const started = await Promise.all([load(), load(), load({ wasm: url.href }), load({ wasm: url })]);
    assert.equal(new Set([...started, await load()]).size, 1);
  });
  it('starts anew for another module', async () => {
    const [one, other] = await Promise.all([load(), load({ wasm: new Uint8Array(bytes) })]);
    assert.notEqual(one, other);
    works(one);
    works(other);
  });

  it('says what is wrong with bytes that are no module', async () => {
    await assert.rejects(load({ wasm: new Uint8Array([1, 2, 3]) }), /s3cors could not be started: WebAssembly\.compile/);
  });
  it('says that another module is not its own', async () => {
    const other = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    await assert.rejects(load({ wasm: other }), /it does not export mem, so it is not the module of s3cors/);
  });
  it('says which file is missing', async () => {
    await assert.rejects(load({ wasm: '/nowhere/s3cors.wasm' }), /s3cors could not be started from file:\/\/\/nowhere\/s3cors\.wasm: ENOENT/);
  });
});

describe('load over HTTP', () => {
  /** @type {string[]} */
  const asked = [];
  let broken = true;
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    if (request.url === '/late.wasm' && broken) response.writeHead(503).end();
    else response.writeHead(200, { 'Content-Type': request.url === '/plain.wasm' ? 'text/plain' : 'application/wasm' }).end(bytes);
  });
  let base = '';
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  it('compiles while it arrives', async () => works(await load({ wasm: `${base}/s3cors.wasm` })));
  it('does without the media type', async () => works(await load({ wasm: new URL(`${base}/plain.wasm`) })));
  it('asks once for concurrent calls', async () => {
    await Promise.all([load({ wasm: `${base}/once.wasm` }), load({ wasm: `${base}/once.wasm` })]);
    assert.equal(asked.filter((path) => path === '/once.wasm').length, 1);
  });
  it('can be tried again after a start that failed', async () => {
    const wasm = `${base}/late.wasm`;
    const failures = await Promise.allSettled([load({ wasm }), load({ wasm })]);
    assert.deepEqual(failures.map(({ status }) => status), ['rejected', 'rejected']);
    await assert.rejects(load({ wasm }), /late\.wasm has status 503/);
    broken = false;
    works(await load({ wasm }));
  });
});

describe('the surroundings', () => {
  it('are left as they were: no global is added, changed or dropped', async () => {
    const program = `
      const look = () => [
        ...Reflect.ownKeys(globalThis),
        ...['Go', 'fs', 'path', 'process'].flatMap((name) => Object.values(Object.getOwnPropertyDescriptor(globalThis, name) ?? {})),
      ];
      const before = look();
      const { load } = await import('${script}');
      (await load()).simulateMany(null, []);
      const now = look();
      console.log(now.length === before.length && now.every((part, index) => Object.is(part, before[index])));`;
    assert.equal(await run(program), 'true\n');
  });
  it('keep their own Go, fs and path', async () => {
    const own = "globalThis.Go = 'go'; globalThis.fs = 'fs'; globalThis.path = 0;";
    const look = 'console.log(JSON.stringify([Go, fs, path, s3cors.simulateMany(null, [])]))';
    assert.equal(await run(`${own} const { load } = await import('${script}'); const s3cors = await load(); ${look}`), '["go","fs",0,[]]\n');
  });
  it('may import the script twice, under two addresses', async () => {
    const again = await import(`${script}?again`);
    assert.notEqual(again.load, load);
    works(await again.load());
  });
  it('end by themselves: a process is not kept alive', async () => {
    const program = `import { load } from '${script}'; const s = await load(); console.log(s.parse('[]').format);`;
    assert.equal(await run(program), 'json\n');
  });
  it('may be a worker thread', async () => {
    const program = `import { parentPort } from 'node:worker_threads'; import { load } from '${script}';
      parentPort.postMessage((await load()).simulateMany(null, [{}]));`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
    // Both are listened for at once: a worker that ends soon tells both in one turn.
    const [[answers], [code]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
    assert.deepEqual(answers, [{ allowed: false, rule: null, status: 400 }]);
    assert.equal(code, 0);
  });
});

/** @param {string} program */
async function run(program) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { timeout: 20_000 });
  return stdout;
}
