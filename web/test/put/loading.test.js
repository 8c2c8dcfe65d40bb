/** What is loaded, and when: a page that only reads configurations fetches neither the put nor the hash functions. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bareFolder } from '../bare-folder.js';

const { folder: copy, run: runProgram } = bareFolder('put');

/** What every program does first, and its lines. @param {string} body */
const run = (body) => runProgram(`
const rules = [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }];
console.log(s3cors.validate(rules).accepted, s3cors.simulateMany(rules, [{ origin: 'https://a.example', method: 'GET' }])[0].allowed);
${body}
`).split('\n');

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
