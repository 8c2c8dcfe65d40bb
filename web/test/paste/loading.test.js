/** What is loaded, and when: a page that pastes nothing does not fetch what reads pasted text. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../', import.meta.url));
const parts = ['s3cors.js', 's3cors.wasm', 'wasm_exec.js', 'loader', 'paste', 'package.json'];
const copy = mkdtempSync(join(tmpdir(), 's3cors-loading-'));
before(() => parts.forEach((part) => cpSync(join(web, part), join(copy, part), { recursive: true })));
after(() => rmSync(copy, { recursive: true }));

/**
 * Runs a program in the copy, where nothing is installed.
 *
 * @param {string} body
 */
function run(body) {
  const input = `import { load } from './s3cors.js';\nconst s3cors = await load();\n${body}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-'], { cwd: copy, input });
  return `${stdout}${stderr}`.trim();
}

describe('a folder with nothing installed', () => {
  it('reads pasted text', () => {
    assert.equal(run("console.log((await s3cors.readCall('curl https://a.example/x')).call.url)"), 'https://a.example/x');
    assert.equal(run("console.log((await s3cors.readResponse('HTTP/2 204')).response.status)"), '204');
    assert.equal(run("console.log((await s3cors.explain('NoSuchKey: x')).cors)"), 'no');
  });
  it('does without what reads it until it is asked for', () => {
    rmSync(join(copy, 'paste'), { recursive: true });
    assert.equal(run("console.log(s3cors.validate([{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }]).accepted)"), 'true');
    for (const name of ['readCall', 'readResponse', 'explain']) assert.equal(run(`s3cors.${name}('').catch((error) => console.log(error.code))`), 'ERR_MODULE_NOT_FOUND');
  });
});
