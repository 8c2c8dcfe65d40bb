import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { moduleEnvironment, moduleFlags } from './flags.js';

test('what the tests build has the flags and the environment of `make wasm`', async () => {
  const makefile = await readFile(new URL('../../Makefile', import.meta.url), 'utf8');
  const [, line] = /^\t(.*\bgo build\b.*-o web\/s3cors\.wasm \.\/wasm)$/m.exec(makefile) ?? assert.fail('the Makefile has no line that builds web/s3cors.wasm');
  const words = await wordsOf(line);
  const go = words.indexOf('go');
  assert.deepEqual(Object.fromEntries(words.slice(0, go).map((word) => word.split('='))), moduleEnvironment);
  assert.deepEqual(words.slice(go), ['go', 'build', ...moduleFlags, '-o', 'web/s3cors.wasm', './wasm']);
});

/**
 * The words of a command, as the shell has them.
 *
 * @param {string} command
 */
async function wordsOf(command) {
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', `printf '%s\\n' ${command}`]);
  return stdout.trimEnd().split('\n');
}
