/** What is loaded, and when: a page that only reads configurations fetches neither the put nor the hash functions. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../', import.meta.url));
const parts = ['s3cors.js', 's3cors.wasm', 'wasm_exec.js', 'loader', 'put', 'package.json'];
const copy = mkdtempSync(join(tmpdir(), 's3cors-loading-'));
before(() => parts.forEach((part) => cpSync(join(web, part), join(copy, part), { recursive: true })));
after(() => rmSync(copy, { recursive: true }));

const program = (/** @type {string} */ body) => `
import { load } from './s3cors.js';
const s3cors = await load();
const rules = [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }];
console.log(s3cors.validate(rules).accepted, s3cors.simulateMany(rules, [{ origin: 'https://a.example', method: 'GET' }])[0].allowed);
${body}
`;

/**
 * Runs a program in the copy, where nothing is installed.
 *
 * @param {string} body
 */
function run(body) {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-'], { cwd: copy, input: program(body) });
  return `${stdout}${stderr}`.trim().split('\n');
}

describe('a folder with nothing installed', () => {
  it('has the put', () => {
    assert.deepEqual(run("console.log((await s3cors.preparePut(rules)).request.headers[1][0])"), ['true true', 'Content-MD5']);
  });
  it('does without the hash functions until one is needed', () => {
    rmSync(join(copy, 'put/hashes.js'));
    const sum = "[['x-amz-checksum-crc32', 'AAAAAA==']]";
    assert.deepEqual(run(`console.log((await s3cors.acceptPut('', ${sum})).response.error.code)`), ['true true', 'MalformedXML']);
    assert.deepEqual(run('s3cors.preparePut(rules).catch((error) => console.log(error.code))'), ['true true', 'ERR_MODULE_NOT_FOUND']);
  });
  it('does without the put until it is asked for', () => {
    rmSync(join(copy, 'put'), { recursive: true });
    assert.deepEqual(run('s3cors.preparePut(rules).catch((error) => console.log(error.code))'), ['true true', 'ERR_MODULE_NOT_FOUND']);
    assert.deepEqual(run("s3cors.acceptPut('', []).catch((error) => console.log(error.code))"), ['true true', 'ERR_MODULE_NOT_FOUND']);
  });
});
