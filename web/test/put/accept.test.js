/**
 * acceptPut against testdata/put: answers to whole requests, and what clients send.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';

import { load } from '../../s3cors.js';
import { withoutEmpty } from '../clients/configurations.js';
import { clientOf, recorded, recordings } from '../clients/wire.js';

/** @typedef {import('../../s3cors.js').PutFacts} PutFacts */
/** @typedef {[name: string, value: string][]} Pairs */
/** @typedef {{ status: number, error?: { code: string, message: string }, assumptions?: string[] }} Expectation */
/** @typedef {{ name: string, source: string, headers: Pairs, body?: string, bytes?: number, facts?: PutFacts, expect: Expectation }} PutCase */

/** @type {import('../../s3cors.js').S3CORS} */
let s3cors;
before(async () => {
  s3cors = await load();
});

const answers = /** @type {{ document: string, cases: PutCase[] }} */ (
  JSON.parse(readFileSync(new URL('../../../testdata/put/answers.json', import.meta.url), 'utf8'))
);
const document = answers.document;
const digest = /** @type {Pairs} */ (answers.cases[0].headers);
const rule = { AllowedOrigins: ['*'], AllowedMethods: ['GET'] };

describe('answers', () => {
  for (const { name, source, headers, body = document, bytes = 0, facts, expect } of answers.cases) {
    it(name, async () => {
      const answer = await s3cors.acceptPut(body.padEnd(bytes, '\n'), headers, facts);
      assert.deepEqual(answer.response, { status: expect.status, error: expect.error ?? null }, source);
      assert.equal(answer.accepted, expect.status === 200);
      assert.deepEqual(answer.assumptions.map(({ code }) => code), expect.assumptions ?? []);
      for (const { message } of answer.assumptions) assert.match(message, /\.$/);
    });
  }
});

describe('what clients send', () => {
  for (const recording of recordings) {
    const { configuration, request } = recording;
    const { headers, body } = request;
    const name = clientOf(recording);
    it(`${name}, ${configuration}: is accepted, by acceptPut and as a request`, async () => {
      const { accepted, response, diagnostics } = await s3cors.acceptPut(body, headers);
      assert.deepEqual({ accepted, response, diagnostics }, { accepted: true, response: { status: 200, error: null }, diagnostics: [] });
      assert.equal(s3cors.simulateRequest(null, request, { resource: 'bucket' }).response?.status, 200);
    });
    it(`${name}, ${configuration}: says what the client was told`, () => {
      assert.deepEqual(s3cors.parse(body).configuration, withoutEmpty(recorded[configuration]));
    });
    it(`${name}, ${configuration}: is BadDigest with one byte changed, wherever`, async () => {
      const bytes = Buffer.from(body);
      for (let at = 0; at < bytes.length; at += 23) {
        if (bytes[at] > 0x7f) continue; // with a part of a character changed it would be no text
        const changed = Buffer.from(bytes);
        changed[at] ^= 1;
        const { accepted, response } = await s3cors.acceptPut(changed.toString(), headers);
        assert.equal(accepted, false);
        assert.deepEqual([response?.status, response?.error?.code], [400, 'BadDigest'], `byte ${at}`);
      }
    });
  }
  it('cannot be a byte longer or shorter either', async () => {
    const { headers, body } = recordings[0].request;
    for (const other of [`${body} `, body.slice(0, -1), `\ufeff${body}`, '']) {
      assert.equal((await s3cors.acceptPut(other, headers)).response?.error?.code, 'BadDigest');
    }
  });
});

describe('acceptPut', () => {
  it('takes a text as the body itself, not as a configuration in any format', async () => {
    const text = JSON.stringify([rule]);
    assert.equal(s3cors.validate(text).accepted, true);
    const prepared = await s3cors.preparePut([rule]);
    assert.equal((await s3cors.acceptPut(text, prepared.request?.headers ?? [])).response?.error?.code, 'BadDigest');
  });
  it('writes a value as toXML does', async () => {
    const { request } = await s3cors.preparePut([rule], { checksumAlgorithm: 'CRC64NVME' });
    for (const source of [[rule], { CORSRules: [rule] }, { text: JSON.stringify([rule]) }]) {
      assert.equal((await s3cors.acceptPut(source, request?.headers ?? [])).accepted, true);
      assert.equal((await s3cors.acceptPut([{ ...rule, ID: 'x' }], request?.headers ?? [])).accepted, false);
    }
  });
  it('has no response for a value that cannot be read, and says why', async () => {
    const { accepted, response, diagnostics } = await s3cors.acceptPut({ text: 'prose' }, digest);
    assert.deepEqual([accepted, response], [false, null]);
    assert.ok(diagnostics.length > 0);
  });
  it('shows the errors of the document, with their places, whatever the first refusal is', async () => {
    const body = document.replace('<CORSRule>', '<CORSRule><ID>é😀</ID>').replace('GET', 'PATCH');
    const { response, diagnostics } = await s3cors.acceptPut(body, []);
    assert.equal(response?.error?.message, 'Missing required header for this request: Content-MD5');
    assert.deepEqual(diagnostics.map(({ code, span }) => [code, body.slice(span?.start, span?.end)]), [['unsupported-method', 'PATCH']]);
  });
  it('leaves warnings to validate', async () => {
    const { request } = await s3cors.preparePut([{ ...rule, ID: 'a' }, { ...rule, ID: 'a' }]);
    assert.ok(request && s3cors.validate(request.body).diagnostics.length > 0);
    assert.deepEqual((await s3cors.acceptPut(request.body, request.headers)).diagnostics, []);
  });
  it('reads headers from an object, pairs, Headers or a Map', async () => {
    for (const headers of [digest, Object.fromEntries(digest), new Headers(digest), new Map(digest)]) {
      assert.equal((await s3cors.acceptPut(document, /** @type {any} */ (headers))).accepted, true);
    }
  });
  it('sends a lone surrogate as U+FFFD, as UTF-8 does', async () => {
    const { request } = await s3cors.preparePut([{ ...rule, ID: '\ufffd' }]);
    assert.ok(request);
    assert.equal((await s3cors.acceptPut(request.body.replace('\ufffd', '\ud800'), request.headers)).accepted, true);
  });
  it('takes facts that are left out, undefined, null or empty as the defaults', async () => {
    for (const facts of [undefined, {}, { bucket: undefined, bucketOwner: null, service: '' }]) {
      assert.equal((await s3cors.acceptPut(document, digest, /** @type {any} */ (facts))).accepted, true);
    }
  });
});

describe('misuse of acceptPut rejects with what is wanted', () => {
  /** @type {[unknown[], RegExp][]} */
  const cases = [
    [[document], /headers must be an object of names and values, or an array of pairs, not null/],
    [[document, 'Content-MD5: x'], /headers must be an object of names and values, or an array of pairs, not the string/],
    [[document, ['Content-MD5']], /headers\[0\] must be a pair of strings, the name and the value/],
    [[document, { 'Content-MD5': 5 }], /headers\[0\] must be/],
    [[document, digest, null], /facts must be an object, not null/],
    [[document, digest, { bucket: 'gone' }], /facts\.bucket must be 'exists' or 'missing', not the string 'gone'/],
    [[document, digest, { bucketOwner: 5 }], /facts\.bucketOwner must be a string/],
    [[document, digest, { service: 'minio' }], /facts\.service must be 's3' or 'ibm-cos'/],
    [[undefined, digest], /source is missing/],
    [[5, digest], /source must be/],
  ];
  for (const [values, message] of cases) {
    it(String(message), async () => {
      await assert.rejects(/** @type {any} */ (s3cors).acceptPut(...values), (/** @type {Error} */ error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, /^s3cors\.acceptPut: /);
        assert.match(error.message, message);
        return true;
      });
    });
  }
});
