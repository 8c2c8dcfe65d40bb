/** What is loaded, and when: a page that reads no HAR file and asks for no presets does not fetch what does. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bareFolder } from '../bare-folder.js';

const { folder: copy, run } = bareFolder('paste', 'presets');

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
