/** Builds variants of the module, and the native command, for tests. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { moduleEnvironment, moduleFlags, overlay } from './flags.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds ./wasm into a folder of its own, and gives the file and a way to remove it.
 *
 * @param {{ native?: boolean, tags?: string }} options
 */
export async function build({ native = false, tags = '' }) {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-build-'));
  const file = join(folder, native ? 's3cors' : 's3cors.wasm');
  const env = native ? process.env : { ...process.env, ...moduleEnvironment };
  const args = ['build', ...(native ? [] : moduleFlags), `-tags=${tags}`, '-o', file, './wasm'];
  if (!native) await promisify(execFile)('go', ['run', './wasm/strip/overlay', overlay], { cwd: root });
  await promisify(execFile)('go', args, { cwd: root, env });
  if (!native) await promisify(execFile)('go', ['run', './wasm/strip', file, join(overlay, 'overlay.json')], { cwd: root });
  return { file, remove: () => rm(folder, { recursive: true }) };
}
