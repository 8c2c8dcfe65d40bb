/**
 * The size of the module beside that of an empty program that the same compiler builds with the same flags: what is
 * ours to keep small is the difference.
 */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size  In bytes. */

const emptyProgram = 'package main\n\nfunc main() { select {} }\n';

/** @returns {Promise<{ module: Size, empty: Size }>} */
export async function measureSize() {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-size-'));
  try {
    await writeFile(join(folder, 'main.go'), emptyProgram);
    await promisify(execFile)(
      'go',
      ['build', '-trimpath', '-ldflags=-s -w -buildid=', '-buildvcs=false', '-o', 'empty.wasm', 'main.go'],
      { cwd: folder, env: { ...process.env, GOOS: 'js', GOARCH: 'wasm' } },
    );
    const [module, empty] = await Promise.all([
      sizeOf(await readFile(new URL('../s3cors.wasm', import.meta.url))),
      sizeOf(await readFile(join(folder, 'empty.wasm'))),
    ]);
    return { module, empty };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {Buffer} bytes
 * @returns {Promise<Size>}
 */
async function sizeOf(bytes) {
  const [zipped, packed] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
    }),
  ]);
  return { raw: bytes.length, gzip: zipped.length, brotli: packed.length };
}
