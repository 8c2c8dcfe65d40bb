import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { load } from '../s3cors.js';
import { build } from './build.js';
import { answerNatively, startRecording } from './record.js';

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
  for (const cors of [null, ...Object.values(sources)]) {
    const call = { page: 'https://a.example/é😀\ud800', url: 'http://b.example/é😀?x', method: 'PUT', headers: [['x-é', '\ud800']], body: { type: 'x/😀' } };
    for (const asked of [call, { ...call, headers: {} }, { ...call, headers: {}, body: 'bytes' }]) list.push({ call: 'simulateFetch', arguments: [asked, { cors, status: 403 }] });
  }
  for (const source of Object.values(sources)) {
    const headers = [['Content-MD5', '1B2M2Y8AsgTpgAmY7PhCfg=='], ['é😀\ud800', '\ud800']];
    for (const facts of [undefined, { bucket: 'missing', service: 'ibm-cos', bucketOwner: '😀' }]) list.push({ call: 'acceptPut', arguments: [source, headers, facts] });
  }
  return list;
}

describe('the native build', () => {
  it('answers with the same bytes as the module', async () => {
    const { api, crossings } = await startRecording();
    const list = calls();
    for (const { call, arguments: values } of list) await /** @type {any} */ (api)[call](...values);
    assert.ok(crossings.length > list.length, 'every call crosses, and so does every source');
    const answers = await answerNatively(built.file, crossings);
    assert.equal(answers.length, crossings.length);
    crossings.forEach(({ operation, payload, answer }, index) => assert.equal(answers[index], answer, `${operation} ${payload}`));
  });
});
