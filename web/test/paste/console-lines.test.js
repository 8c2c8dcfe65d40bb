/** The table of console lines: it is that of testdata/console, and each line is found and told apart from all others. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { consoleLines } from '../../paste/console-lines.js';
import { load } from '../../s3cors.js';

const s3cors = await load();
const root = new URL('../../../testdata/', import.meta.url);
const recorded = JSON.parse(readFileSync(new URL('console/lines.json', root), 'utf8'));
const browsers = /** @type {const} */ (['chrome', 'firefox', 'safari']);

/** @type {Record<string, string>} */
const values = {
  kind: 'fetch', url: "https://my-bucket.s3.amazonaws.com/it's.jpg?a=1", redirected: " (redirected from 'https://api.example.com/')", origin: 'https://app.example.com',
  acao: 'https://a.example, https://b.example', acac: 'True', method: 'PATCH', header: 'x-amz-acl', schemes: 'http, https', address_space: 'loopback', value: 'false, x', scheme: 'ftp',
  status: '403', token: 'a b', location: 'https://me:pw@a.example/', reason: 'redirection failed', page: 'https://app.example.com/',
};

for (const browser of browsers) {
  it(`has the lines of ${browser} with their reasons`, () => {
    const reasons = (/** @type {any[]} */ lines) => lines.map(({ code, message, text, reason }) => [code, message ?? text, [reason].flat()[0]]);
    assert.deepEqual(reasons(consoleLines[browser]), reasons(recorded[browser]));
  });
  it(`has an authority for each line of ${browser}`, () => {
    for (const { code, source, confidence } of recorded[browser]) assert.ok(source || confidence === 'general-knowledge', code);
  });
}

describe('each line is found by its own name, with its values, in the middle of a text', () => {
  for (const browser of browsers) {
    for (const { code, text, reason } of consoleLines[browser]) {
      // That of Safari's inspector repeats another; Chrome's has a name for all errors of the network; and the exception is weak.
      if (code === 'summary-resource' || code === 'network-resource') continue;
      it(`${browser} ${code}`, async () => {
        const line = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
        const before = 'main.js:1 😀 ';
        const explanation = await s3cors.explain(`${before}${line}\n    at upload (main.js:2)`);
        assert.deepEqual([explanation.browser, explanation.code], [browser, code]);
        const wanted = reason === 'header-not-allowed' ? `${reason}:x-amz-acl` : (reason ?? null);
        assert.equal(explanation.reason, wanted);
        for (const [, name] of text.matchAll(/\{(\w+)\}/g)) {
          if (text[0] !== '{' && name !== 'redirected') assert.equal(explanation.values[name], values[name], name);
        }
        if (text[0] !== '{') assert.deepEqual(explanation.span, { start: before.length, end: before.length + line.length });
      });
    }
  }
});

describe('what the simulation of browsers prints is understood', () => {
  const { cases } = JSON.parse(readFileSync(new URL('browser/consoles.json', root), 'utf8'));
  for (const { name, expect } of cases) {
    for (const browser of browsers) {
      const printed = expect.console?.[browser];
      if (!Array.isArray(printed) || printed.length === 0) continue;
      const known = expect.differences?.[browser]?.reason ?? expect.reason;
      it(`${name}, in ${browser}`, async () => {
        const { kind, reason } = await s3cors.explain(printed.join('\n'));
        assert.equal(kind, 'console');
        const isMissingInSafari = browser === 'safari' && known === 'acao-mismatch' && reason === 'acao-missing'; // Safari does not tell them apart
        if (reason !== null && !isMissingInSafari && /^(?:ac|header|method|preflight)/.test(known)) assert.equal(reason, known);
      });
    }
  }
});
