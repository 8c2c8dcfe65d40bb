import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';

import { load } from '../s3cors.js';
import { build } from './build.js';

/** @typedef {{ call: string, arguments: unknown[] }} Call */

const s3cors = /** @type {any} */ (await load());
const built = await build({ native: true });
after(built.remove);

const rule = { AllowedOrigins: ['https://a.example', 'http://*.example'], AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['x-*'], ExposeHeaders: ['ETag'] };
const rules = [rule, { ...rule, ID: 'é\ud800😀\0', MaxAgeSeconds: 3000 }, { ...rule, AllowedOrigins: ['*'], MaxAgeSeconds: 2 ** 53 }];
const xml = s3cors.toXML([rule]).text;
const sources = {
  'rules': rules,
  'a configuration': { CORSRules: rules },
  'JSON': JSON.stringify(rules),
  'JSON with comments': `// é😀\n${JSON.stringify(rules, null, 2)}`,
  'XML': xml,
  'XML with mistakes': xml.replace('PUT', 'FETCH').replace('https://a.example', 'https://é😀*/*'),
  'a text with values': { text: xml, candidate: 0, values: { a: 'b' } },
  'a large number': [{ ...rule, MaxAgeSeconds: 9223372036854775807 }],
  'wrong types': [{ AllowedOrigins: 5, AllowedMethods: 'GET', MaxAgeSeconds: '5' }, null],
  'wrong keys': '[{"allowedOrigin": "*", "AllowedMethod": ["GET"], "MaxAge": 5}]',
  'nothing': '',
  'prose': 'blocked by CORS policy',
  'truncated XML': xml.slice(0, -30),
  'NUL bytes': '\0\0',
  'lone surrogates': '<CORSConfiguration>\udc00\ud800</CORSConfiguration>',
  'many mistakes': JSON.stringify(Array.from({ length: 120 }, (_, i) => ({ AllowedOrigins: [`https://*.*${i}.example`], AllowedMethods: ['OPTIONS'] }))),
};
const preflights = [{}, { origin: 'https://a.example', method: 'GET' }, { origin: 'http://é😀.example', method: 'PUT', headers: ['X-A', 'y'] }, { origin: 'null', method: 'get', headers: 'x-\u0001' }];
const targets = [undefined, { bucket: 'missing' }, { resource: 'bucket' }, { resource: 'service' }, { status: 404, headers: [['Content-Type', 'text/plain']] }];

/** @returns {Call[]} */
function calls() {
  const list = [];
  for (const source of Object.values(sources)) {
    for (const call of ['parse', 'validate', 'toXML']) list.push({ call, arguments: [source] });
  }
  for (const source of [null, ...Object.values(sources)]) {
    for (const target of targets) {
      const rest = target === undefined ? [] : [target];
      list.push({ call: 'simulateMany', arguments: [source, preflights, ...rest] });
      for (const request of preflights) list.push({ call: 'simulatePreflight', arguments: [source, request, ...rest] });
      const headers = { Origin: 'https://a.example' };
      list.push({ call: 'simulateRequest', arguments: [source, { method: 'GET', url: '/key?x=😀', headers }, ...rest] });
      list.push({ call: 'simulateRequest', arguments: [source, { method: 'PUT', url: '/?cors', headers: [['Origin', 'http://b.example']], body: xml }, ...rest] });
    }
  }
  list.push({ call: 'parse', arguments: [5] }, { call: 'simulatePreflight', arguments: [null, { origin: 5 }] }, { call: 'simulateMany', arguments: [null] });
  return list;
}

/** @param {Call} call */
function answerOf({ call, arguments: values }) {
  try {
    return JSON.stringify({ result: s3cors[call](...values) });
  } catch (error) {
    return JSON.stringify({ misuse: /** @type {Error} */ (error).message.replace(`s3cors.${call}: `, '') });
  }
}

describe('the native build', () => {
  it('answers with the same bytes as the module', async () => {
    const child = spawn(built.file, { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    const list = calls();
    child.stdin.end(list.map((call) => `${JSON.stringify(call)}\n`).join(''));
    assert.deepEqual(await once(child, 'close'), [0, null]);
    const answers = output.split('\n');
    assert.equal(answers.length, list.length + 1);
    list.forEach((call, index) => assert.equal(answers[index], answerOf(call), JSON.stringify(call)));
  });
});
