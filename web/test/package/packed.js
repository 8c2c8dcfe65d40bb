/** The package as npm packs it, from a copy of the project, so that nothing here is written beside the source. */

import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const web = join(root, 'web');

/** What of web/ has no part in packing. */
const left = ['node_modules', 'test'];

export const run = promisify(execFile);

/** Copies the project, with the module newer than its source. */
export async function copyProject() {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-package-'));
  for (const name of ['Makefile', 'go.mod', 'go.sum', 'LICENSE', 'CHANGELOG.md', 'core', 'wasm']) {
    await cp(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  await cp(web, join(folder, 'web'), {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !left.includes(relative(web, path).split(sep)[0]),
  });
  await symlink(join(web, 'node_modules'), join(folder, 'web', 'node_modules'));
  const later = new Date(Date.now() + 60_000);
  for (const name of ['wasm_exec.js', 's3cors.wasm']) await utimes(join(folder, 'web', name), later, later);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Packs a copy, and gives the archive and the files in it.
 *
 * @param {string} folder
 * @returns {Promise<{ archive: string, files: string[] }>}
 */
export async function pack(folder) {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: join(folder, 'web'), maxBuffer: 1 << 24 });
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  return { archive: join(folder, filename), files: files.map((/** @type {{ path: string }} */ { path }) => path) };
}

/**
 * Installs an archive in an empty folder, from nowhere but this machine.
 *
 * @param {string} archive
 */
export async function install(archive) {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-installed-'));
  await writeFile(join(folder, 'package.json'), '{"name": "visitor", "version": "1.0.0", "private": true}');
  await run('npm', ['install', archive, '--offline', '--no-audit', '--no-fund'], { cwd: folder });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
