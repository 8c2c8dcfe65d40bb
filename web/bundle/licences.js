/**
 * The licences of what is bundled, which ask to be handed on.
 */

import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const web = fileURLToPath(new URL('..', import.meta.url));

/** Bundled into a file of the project, and so named in no list of inputs. */
const within = ['@noble/hashes'];

/**
 * @param {Record<string, unknown>} inputs  By their paths from this project's web folder.
 * @returns {Promise<string>}
 */
export async function licences(inputs) {
  const packages = new Set(within);
  for (const path of Object.keys(inputs)) {
    const [, name] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    if (name !== undefined) packages.add(name);
  }
  const parts = [`s3cors is under the Apache License 2.0. It holds parts of these:`, await goLicence()];
  for (const name of [...packages].sort()) parts.push(await licenceOf(name));
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** @param {string} name */
async function licenceOf(name) {
  const folder = join(web, 'node_modules', name);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence beside it`);
  return `${name} ${version}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}`;
}

/** Of Go's runtime, which is in the module. Debian's package keeps it elsewhere. */
async function goLicence() {
  const { stdout } = await promisify(execFile)('go', ['env', 'GOROOT', 'GOVERSION']);
  const [root, version] = stdout.trim().split('\n');
  for (const file of [join(root, 'LICENSE'), '/usr/share/doc/golang-go/copyright']) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return `${version}\n\n${text.trim()}`;
  }
  return `${version}\n\nBSD-3-Clause, https://go.dev/LICENSE`;
}
