import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import { bundle } from '../bundle/page.js';
import { usedWasmExec } from '../bundle/wasm-exec.js';
import { load } from '../s3cors.js';
import { build } from './build.js';

/** @typedef {import('../s3cors.js').S3CORS} S3CORS */
/** @typedef {Record<'panic' | 'panicAtIndex' | 'overflow' | 'exit' | 'trap' | 'fixes', () => any>} Failing */

const built = await build({ tags: 'panictest' });
const wasm = await readFile(built.file);
after(built.remove);

/** As the page has it, with no more of wasm_exec.js than the module asks for. @returns {Promise<{ load: typeof load }>} */
async function bundled() {
  const { outputFiles: [script] } = await bundle({ s3cors: 's3cors.js' }, false, [usedWasmExec()], false);
  const file = built.file.replace(/wasm$/, 'mjs');
  await writeFile(file, script.contents);
  return import(pathToFileURL(file).href);
}

const text = '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]';
const request = { origin: 'https://a.example', method: 'GET' };
const answer = [{ allowed: true, rule: 0, status: 200 }];

/** @type {[name: string, s3cors: S3CORS][]} */
const both = [['as it is', await load({ wasm })], ['in a bundle', await (await bundled()).load({ wasm })]];

for (const [name, s3cors] of both) {
  const failing = /** @type {Failing} */ (/** @type {unknown} */ (s3cors));

  describe(`${name}, a defect on purpose costs one call`, () => {
    /** @type {[keyof typeof failing, RegExp][]} */
    const cases = [
      ['panic', /^s3cors\.panic: the module failed \(on purpose\)\. This is a defect of s3cors; the next call works\.$/],
      ['panicAtIndex', /^s3cors\.panicAtIndex: the module failed \(runtime error: index out of range \[0\] with length 0\)/],
      ['overflow', /^s3cors: the module has stopped \(Maximum call stack size exceeded\)/],
      ['exit', /^s3cors: the module has stopped \(fatal error: sync: unlock of unlocked mutex\)/],
      ['trap', /^s3cors: the module has stopped \(unreachable\)\. This is a defect of s3cors; the next call works\.$/],
    ];
    for (const [name, message] of cases) {
      it(`${name}: the call throws, and the next ones work, with sources that were kept before and new ones`, () => {
        for (let round = 0; round < 3; round++) {
          assert.deepEqual(s3cors.simulateMany(text, [request]), answer);
          assert.throws(failing[name], { name: 'Error', message });
          assert.deepEqual(s3cors.simulateMany(text, [request]), answer);
          assert.deepEqual(s3cors.simulateMany(`${text}${' '.repeat(round)}`, [request]), answer);
        }
      });
    }

    for (const name of /** @type {const} */ (['panic', 'overflow', 'exit', 'trap'])) {
      it(`${name}: what a fix of an earlier answer changes can still be read`, () => {
        const source = { text: text.replace('*', '${origin}'), values: { '${origin}': 'https://a.example' } };
        const [fix] = s3cors.validate(source).diagnostics.flatMap(({ fixes = [] }) => fixes);
        assert.equal(fix.title, 'Add HEAD');
        assert.throws(failing[name]);
        assert.deepEqual(fix.configuration, { CORSRules: [{ AllowedOrigins: ['https://a.example'], AllowedMethods: ['GET', 'HEAD'] }] });
        assert.throws(failing[name]);
        assert.equal(fix.edits?.[0].text, ', "HEAD"');
      });
    }

    it('and where the caller has used up the stack, the API works again when there is room', () => {
      /** @returns {unknown} */
      const dive = () => {
        try {
          return dive();
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          return s3cors.simulateMany(text, [request]);
        }
      };
      try {
        dive();
      } catch (error) {
        assert.ok(error instanceof Error);
      }
      assert.deepEqual(s3cors.simulateMany(text, [request]), answer);
    });
  });

  describe(`${name}, the configurations of fixes`, () => {
    const { diagnostics } = failing.fixes();
    const configurations = diagnostics[0].fixes.map((/** @type {import('../s3cors.js').Fix} */ fix) => fix.configuration);
    it('are whole, whatever the fix changes', () => {
      const ids = configurations.map((/** @type {import('../s3cors.js').CORSConfiguration} */ { CORSRules }) => CORSRules.map(({ ID }) => ID).join(' '));
      assert.deepEqual(ids, [
        'a b c d', '', 'new', 'b c d', 'a b c', 'a d', 'd c b a',
        'new a b c d', 'a b new c d', 'a b c d new', 'a new c d', 'a a',
      ]);
    });
    it('share the rules that they leave as they are', () => {
      assert.equal(configurations[3].CORSRules[0], configurations[0].CORSRules[1]);
    });
  });
}
