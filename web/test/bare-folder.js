/**
 * A folder with some parts of the project and with nothing installed, as a site has it that serves them.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../', import.meta.url));

/**
 * Makes the folder before the tests of the file, and takes it away after them.
 *
 * @param {...string} parts  What is copied besides the loader and the module.
 */
export function bareFolder(...parts) {
  const folder = mkdtempSync(join(tmpdir(), 's3cors-loading-'));
  before(() => ['s3cors.js', 's3cors.wasm', 'wasm_exec.js', 'loader', 'package.json', ...parts].forEach((part) => cpSync(join(web, part), join(folder, part), { recursive: true })));
  after(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    /**
     * Runs a program in the folder, with the API as `s3cors`, and gives what it prints.
     *
     * @param {string} body
     */
    run(body) {
      const input = `import { load } from './s3cors.js';\nconst s3cors = await load();\n${body}`;
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-'], { cwd: folder, input });
      return `${stdout}${stderr}`.trim();
    },
  };
}
