/** The table of testdata/paste/console-lines.json, through the API. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { load } from '../../s3cors.js';

const s3cors = await load();
const { cases } = JSON.parse(readFileSync(new URL('../../../testdata/paste/console-lines.json', import.meta.url), 'utf8'));

describe('explain, of lines of earlier releases, cut lines and lines beside others', () => {
  for (const { name, text, expect } of cases) {
    it(name, async () => {
      const explanation = /** @type {any} */ (await s3cors.explain(text));
      const { values, ...members } = expect;
      for (const [member, value] of Object.entries(members)) assert.deepEqual(explanation[member], value, member);
      for (const [value, wanted] of Object.entries(values ?? {})) assert.equal(explanation.values[value], wanted, value);
      assert.ok(explanation.meaning !== '' && explanation.next.length > 0);
    });
  }
});
