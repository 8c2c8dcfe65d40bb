/**
 * What npm runs before it packs: the package gets the licences, and is refused where its module is missing or older than its source.
 */

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { licences } from './bundle/licences.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const missing = ['s3cors.wasm', 'wasm_exec.js'].filter((name) => !existsSync(new URL(name, import.meta.url)));
if (missing.length > 0) refuse(`web/${missing.join(' and web/')} is not there`);
try {
  execFileSync('make', ['--question', '--silent', 'wasm'], { cwd: root, stdio: 'ignore' });
} catch (error) {
  const { status, code } = /** @type {{ status?: number, code?: string }} */ (error);
  refuse(status === 1 ? 'web/s3cors.wasm is older than its source' : `make cannot say whether web/s3cors.wasm is new: ${code ?? `it exits with ${status}`}`);
}
copyFileSync(new URL('../LICENSE', import.meta.url), new URL('LICENSE', import.meta.url));
copyFileSync(new URL('../CHANGELOG.md', import.meta.url), new URL('CHANGELOG.md', import.meta.url));
writeFileSync(new URL('licences.txt', import.meta.url), await licences({}));

/** @param {string} reason */
function refuse(reason) {
  console.error(`\n${reason}: nothing is packed.\nRun make wasm in ${root} and pack again.\n`);
  process.exit(1);
}
