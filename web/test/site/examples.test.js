import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { examplesIn, readInfo } from '../../bundle/doc-fences.js';
import { markdown } from '../../bundle/docs.js';
import { readDocs } from '../../bundle/site.js';
import { load } from '../../s3cors.js';

/** @import { Exchange, FetchCall } from '../../s3cors.js' */

const s3cors = await load();
const docs = await readDocs();
let count = 0;

for (const [name, text] of docs) {
  const tokens = markdown.parse(text, {});
  for (const { configuration, call, info: { options }, line } of examplesIn(tokens)) {
    count++;
    test(`${name}.md, line ${line}: the example is ${options.expect}`, async () => {
      const { accepted, response } = s3cors.validate(configuration);
      if (call === null) return assert.equal(options.expect, accepted ? 'accepted' : `refused/${response.error?.code}`);
      assert.ok(accepted, 'S3 takes the configuration');
      const exchange = s3cors.simulateFetch(await callOf(call, options.page), { cors: configuration, headers: { ETag: '"fba9dede5f27731c9771645a39863328"' }, cache: /** @type {any} */ (options.cache) ?? 'none' });
      assert.equal(`${exchange.outcome}/${exchange.reason}`, options.expect);
      assertHeaders(exchange, options);
    });
  }
  for (const token of tokens) {
    const info = readInfo(token.info);
    if (token.type === 'fence' && info.language === 'sh' && /^curl /.test(token.content)) {
      count++;
      test(`${name}.md, line ${(token.map?.[0] ?? 0) + 1}: the curl command is read`, async () => assert.ok((await s3cors.readCall(token.content)).call));
    }
    if (token.type === 'fence' && info.language === 'js' && info.words.includes('run')) {
      count++;
      test(`${name}.md, line ${(token.map?.[0] ?? 0) + 1}: the program prints what it says`, () => assertPrinted(token.content));
    }
  }
}

test('there are examples', () => assert.ok(count > 10));

/**
 * @param {string} text
 * @param {string | undefined} page
 * @returns {Promise<FetchCall>}
 */
async function callOf(text, page = '') {
  const call = /^\s*\{/.test(text) ? JSON.parse(text) : (await s3cors.readCall(text)).call;
  assert.ok(call, 'the call is read');
  return { ...call, page: call.page || page };
}

/**
 * @param {Exchange} exchange
 * @param {Record<string, string>} options
 */
function assertHeaders({ readableHeaders, hiddenHeaders }, { reads, hidden }) {
  if (reads) assert.ok(readableHeaders.includes(reads), `script reads ${reads}`);
  if (hidden) assert.ok(hiddenHeaders.includes(hidden), `script does not read ${hidden}`);
}

/**
 * What stands behind each console.log is what it prints.
 *
 * @param {string} program
 */
async function assertPrinted(program) {
  const said = Array.from(program.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm), ([, printed]) => printed);
  const whole = `import { load } from '${new URL('../../s3cors.js', import.meta.url)}';\n${program}`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', whole]);
  assert.deepEqual(stdout.trim().split('\n'), said);
}
