/**
 * Applies what convert writes as its user does: the text is saved under its name, and the command run beside it.
 */

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { environment } from '../clients/programs.js';

/** @typedef {import('../../s3cors.js').Written} Written */

const installed = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * A folder in which commands run.
 *
 * @param {Record<string, string>} files by name; those in bin/ can be run, and are found first
 */
export async function openFolder(files = {}) {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-convert-'));
  await mkdir(join(folder, 'bin'));
  await symlink(installed, join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text, { mode: name.startsWith('bin/') ? 0o755 : 0o644 });
  return {
    folder,
    /**
     * @param {Written} written
     * @param {{ path?: string, more?: Record<string, string> }} [options] a folder in which programs are found first, and more of the environment
     */
    async apply({ text, filename, command }, { path = '', more = {} } = {}) {
      if (text === null) throw new Error('there is no text');
      await writeFile(join(folder, filename), text);
      const PATH = [join(folder, 'bin'), path, process.env.PATH].filter(Boolean).join(':');
      return runShell(command, folder, { ...environment, HOME: folder, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1', PYENV_ROOT: process.env.PYENV_ROOT ?? '', ...more, PATH });
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/**
 * @param {string} command
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
function runShell(command, cwd, env) {
  return new Promise((ended, failed) => {
    const child = spawn('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', failed);
    child.on('close', (status) => ended({ status, stdout, stderr }));
  });
}
