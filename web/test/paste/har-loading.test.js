/** What is loaded, and when: a page that reads no HAR file and asks for no presets does not fetch what does. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../', import.meta.url));
const parts = ['s3cors.js', 's3cors.wasm', 'wasm_exec.js', 'loader', 'paste', 'presets', 'package.json'];
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
  it('reads HAR files and has presets', () => {
    assert.equal(run("console.log((await s3cors.readHAR('{}')).diagnostics[0].code)"), 'har-not-found');
    assert.equal(run('console.log((await s3cors.presets())[0].name)'), 'sdk-js-upload');
  });
  it('does without what reads them until it is asked for', () => {
    ['har.js', 'har-entry.js', 'har-notes.js', 'har-preflights.js', 'har-text.js'].forEach((name) => rmSync(join(copy, 'paste', name)));
    rmSync(join(copy, 'presets'), { recursive: true });
    assert.equal(run("console.log((await s3cors.readCall('https://a.example/x')).call.url)"), 'https://a.example/x');
    assert.equal(run("console.log(s3cors.infer([]).configuration.CORSRules.length)"), '0');
    for (const name of ['readHAR', 'presets']) assert.equal(run(`s3cors.${name}('').catch((error) => console.log(error.code))`), 'ERR_MODULE_NOT_FOUND');
  });
});
