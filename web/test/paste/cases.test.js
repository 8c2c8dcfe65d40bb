/** The tables in testdata/paste, through the API. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { load } from '../../s3cors.js';

const s3cors = await load();
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../../testdata/paste/${name}.json`, import.meta.url), 'utf8'));

/** @param {import('../../s3cors.js').Diagnostic[]} diagnostics */
const codes = (diagnostics) => diagnostics.map(({ code }) => code);

describe('readCall', () => {
  for (const { name, text, expect } of read('calls').cases) {
    it(name, async () => {
      const { call, format, diagnostics } = await s3cors.readCall(text);
      assert.deepEqual({ call, format, diagnostics: codes(diagnostics) }, expect);
    });
  }
});

describe('readResponse', () => {
  for (const { name, text, expect } of read('responses').cases) {
    it(name, async () => {
      const { diagnostics, ...rest } = await s3cors.readResponse(text);
      assert.deepEqual({ ...rest, diagnostics: codes(diagnostics) }, expect);
    });
  }
});

describe('explain', () => {
  for (const { name, text, expect } of read('explanations').cases) {
    it(name, async () => {
      const explanation = /** @type {any} */ (await s3cors.explain(text));
      const { hidden, values, ...members } = expect;
      for (const [member, value] of Object.entries(members)) assert.deepEqual(explanation[member], value, member);
      for (const [value, wanted] of Object.entries(values ?? {})) assert.equal(explanation.values[value], wanted, value);
      if (hidden) assert.match(explanation.shownAsCORS, /browser/);
      assert.ok(explanation.meaning !== '' && explanation.next.length > 0);
    });
  }
});
