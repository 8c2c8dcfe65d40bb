/**
 * The cases of testdata/findings through the module: each is told of at its place, and each fix does what it is for, as a configuration
 * and as edits of texts.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { before, describe, it } from 'node:test';

import { load } from '../s3cors.js';

/** @typedef {import('../s3cors.js').CORSRule} CORSRule */
/** @typedef {import('../s3cors.js').Diagnostic} Diagnostic */
/** @typedef {import('../s3cors.js').Fix} Fix */
/** @typedef {import('../s3cors.js').PreflightRequest} PreflightRequest */
/** @typedef {{ name: string, rules: CORSRule[], reports?: string, path?: string, severity?: string, witness?: PreflightRequest, answeredBy?: number | null, silentOn?: string }} Case */

const folder = new URL('../../testdata/findings/', import.meta.url);

/** @type {{ name: string, cases: Case[] }[]} */
const files = readdirSync(folder)
  .filter((name) => name !== 'good.json')
  .map((name) => ({ name: basename(name, '.json'), cases: JSON.parse(readFileSync(new URL(name, folder), 'utf8')).cases }));

/** @type {import('../s3cors.js').S3CORS} */
let s3cors;
before(async () => {
  s3cors = await load();
});

for (const { name, cases } of files) {
  describe(name, () => {
    for (const oneCase of cases) it(oneCase.name, () => run(oneCase));
  });
}

describe('texts, and what S3 refuses', () => {
  for (const name of ['texts', 'refused']) {
    /** @type {{ name: string, text: string, repeat?: string, times?: number, reports?: string, silentOn?: string }[]} */
    const cases = JSON.parse(readFileSync(new URL(`../reading/${name}.json`, folder), 'utf8')).cases;
    for (const { name: title, text, repeat = '', times, reports, silentOn } of cases) {
      it(`${title}: ${reports ?? `no ${silentOn}`}`, () => {
        const { diagnostics } = s3cors.validate(times ? text.replace('#', repeat.repeat(times)) : text);
        const codes = diagnostics.map(({ code }) => code);
        assert.equal(codes.includes(reports ?? silentOn ?? ''), reports !== undefined, codes.join());
      });
    }
  }
});

/** @param {Case} oneCase */
function run({ rules, reports, path, severity, witness, answeredBy, silentOn }) {
  const { diagnostics, accepted } = s3cors.validate(rules);
  if (silentOn !== undefined) {
    assert.ok(diagnostics.every(({ code }) => code !== silentOn));
    return;
  }
  const found = diagnostics.find((d) => d.code === reports && d.path === path);
  assert.ok(found, `${diagnostics.map((d) => `${d.code} ${d.path}`)}`);
  if (severity) assert.equal(found.severity, severity);
  if (witness) {
    assert.deepEqual(found.witness, witness);
    assert.equal(s3cors.simulatePreflight(rules, witness).rule, answeredBy);
  }
  assert.equal(accepted, true);
  for (const fix of found.fixes ?? []) checkFix(fix, found, diagnostics);
  for (const text of [s3cors.toXML(rules).text, JSON.stringify(rules, null, 2), JSON.stringify({ CORSRules: rules })]) {
    assert.ok(text !== null);
    checkEdits(text, found);
  }
}

/** What was told is gone, S3 accepts the configuration, and no warning is new.
 *
 * @param {Fix} fix
 * @param {Diagnostic} found
 * @param {Diagnostic[]} diagnostics
 */
function checkFix(fix, found, diagnostics) {
  const after = s3cors.validate(fix.configuration);
  assert.equal(after.accepted, true, fix.title);
  /** @param {Diagnostic[]} list */
  const count = (list) => list.filter(({ code }) => code === found.code).length;
  assert.ok(count(after.diagnostics) < count(diagnostics), `${found.code} is gone after "${fix.title}"`);
  for (const { severity, code } of after.diagnostics) {
    assert.ok(severity !== 'warning' || diagnostics.some((d) => d.code === code), `${code} is new after "${fix.title}"`);
  }
}

/** The edits of each fix make its configuration of the text.
 *
 * @param {string} text
 * @param {Diagnostic} found
 */
function checkEdits(text, found) {
  const again = s3cors.validate(text).diagnostics.find((d) => d.code === found.code && d.path === found.path);
  assert.ok(again?.span, text);
  assert.equal(again.message, found.message);
  assert.deepEqual(again.fixes?.map(({ title }) => title), found.fixes?.map(({ title }) => title));
  for (const { title, edits, configuration } of again.fixes ?? []) {
    assert.ok(edits && edits.length > 0, title);
    let edited = text;
    for (const { span, text: inserted } of [...edits].reverse()) edited = edited.slice(0, span.start) + inserted + edited.slice(span.end);
    assert.deepEqual(s3cors.parse(edited).configuration, configuration, `${title}:\n${edited}`);
  }
}
