/** What is loaded, and when: a page that pastes nothing does not fetch what reads pasted text. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bareFolder } from '../bare-folder.js';

const { folder: copy, run } = bareFolder('paste');

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
