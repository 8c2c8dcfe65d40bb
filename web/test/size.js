/**
 * The size of the module beside that of an empty program of the same compiler: what is ours to keep small is the
 * difference.
 */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { moduleEnvironment, moduleFlags, overlay } from './flags.js';

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size  In bytes. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const emptyProgram = 'package main\n\nfunc main() { select {} }\n';

const plainFlags = ['-trimpath', '-ldflags=-s -w'];
const plainEnvironment = { GOOS: 'js', GOARCH: 'wasm' };

/**
 * The sizes of the module, of an empty program built with -trimpath and -ldflags='-s -w' alone, and of one built and
 * stripped as the module is.
 *
 * @returns {Promise<{ module: Size, empty: Size, emptyAlike: Size }>}
 */
export async function measureSize() {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-size-'));
  try {
    await writeFile(join(folder, 'main.go'), emptyProgram);
    const empty = await build(folder, plainFlags, plainEnvironment);
    await promisify(execFile)('go', ['run', './wasm/strip/overlay', overlay], { cwd: root });
    const emptyAlike = await build(folder, moduleFlags, moduleEnvironment, true);
    return { module: await sizeOf(await readFile(new URL('../s3cors.wasm', import.meta.url))), empty, emptyAlike };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @param {string[]} flags
 * @param {Record<string, string>} environment
 * @param {boolean} [stripped]
 */
async function build(folder, flags, environment, stripped = false) {
  const file = join(folder, 'empty.wasm');
  const env = { ...process.env, ...environment };
  await promisify(execFile)('go', ['build', ...flags, '-o', file, join(folder, 'main.go')], { cwd: root, env });
  if (stripped) await promisify(execFile)('go', ['run', './wasm/strip', file, join(overlay, 'overlay.json')], { cwd: root });
  return sizeOf(await readFile(file));
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
