/** The texts of testdata/texts through the module: what a careful reader makes of each, by parse and validate. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';

import { load } from '../s3cors.js';

/** @typedef {import('../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../s3cors.js').CORSRule} CORSRule */
/** @typedef {import('../s3cors.js').Parsed} Parsed */
/**
 * @typedef {object} PastedText  testdata/README.md tells the members.
 * @property {string} file
 * @property {string} name
 * @property {string | null} format
 * @property {string[]} [alternatives]
 * @property {CORSConfiguration | null} configuration
 * @property {boolean} [tolerant]
 * @property {string[]} [loose]
 * @property {string[]} [placeholders]
 * @property {string[]} [unknown]
 * @property {number} [candidates]
 * @property {string[]} [diagnostics]
 */

const folder = new URL('../../testdata/texts/', import.meta.url);
const read = (/** @type {string} */ file) => readFileSync(new URL(file, folder), 'utf8');

/** @type {PastedText[]} */
const texts = JSON.parse(read('texts.json')).texts;

const lists = /** @type {const} */ (['AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposeHeaders']);
const scalars = /** @type {const} */ (['ID', 'MaxAgeSeconds']);

/** @type {import('../s3cors.js').S3CORS} */
let s3cors;
let asExpected = 0;
/** @type {string[]} */
const failing = [];

before(async () => {
  s3cors = await load();
});
after(() => {
  if (failing.length > 0) console.log(`${asExpected} of ${texts.length} texts are read as expected; not: ${failing.join(' ')}`);
});

describe('what a careful reader makes of a text', () => {
  for (const expected of texts) {
    it(expected.name, () => {
      const text = read(expected.file);
      const found = differences(expected, text);
      if (found.length > 0) failing.push(expected.file);
      else asExpected++;
      assert.deepEqual(found, [], expected.file);
    });
  }
});

/**
 * @param {PastedText} expected
 * @param {string} text
 */
function differences(expected, text) {
  const parsed = s3cors.parse(text);
  const validation = s3cors.validate(text);
  const told = [...parsed.diagnostics, ...validation.diagnostics];
  const found = [];
  for (const member of /** @type {const} */ (['configuration', 'format', 'candidates', 'placeholders'])) {
    if (JSON.stringify(parsed[member]) !== JSON.stringify(validation[member])) found.push(`parse and validate differ in ${member}`);
  }
  if (!parsed.configuration) {
    if (!parsed.diagnostics.some(({ severity }) => severity === 'error')) found.push('no configuration, and no error says why');
    if (validation.accepted) found.push('accepted without a configuration');
    if (expected.tolerant) return found;
  }
  const formats = [expected.format, ...(expected.alternatives ?? [])];
  if (!formats.includes(parsed.format)) found.push(`format ${parsed.format}, not ${formats.join(' or ')}`);
  found.push(...configurationDifferences(expected, parsed));
  if (parsed.candidates.length !== (expected.candidates ?? 0)) found.push(`${parsed.candidates.length} candidates, not ${expected.candidates ?? 0}`);
  for (const code of expected.diagnostics ?? []) {
    if (!told.some((diagnostic) => diagnostic.code === code)) found.push(`${code} is not told`);
  }
  for (const path of expected.unknown ?? []) {
    const isRead = parsed.configuration?.CORSRules.some((rule, i) => Object.entries(rule).some(([member, value]) =>
      path === `CORSRules[${i}].${member}` && !(Array.isArray(value) && value.length === 0)));
    if (!isRead && !parsed.placeholders.some((placeholder) => placeholder.path === path)) found.push(`${path} is no placeholder`);
  }
  if (parsed.placeholders.length < (expected.placeholders ?? []).length) found.push(`${parsed.placeholders.length} placeholders`);
  for (const { span } of [...parsed.candidates, ...parsed.placeholders, ...told]) {
    if (span && !(span.start >= 0 && span.start <= span.end && span.end <= text.length)) found.push(`no span of the text: ${JSON.stringify(span)}`);
  }
  return found;
}

/**
 * @param {PastedText} expected
 * @param {Parsed} parsed
 */
function configurationDifferences(expected, { configuration }) {
  if (!expected.configuration || !configuration) {
    return expected.configuration === configuration ? [] : [`configuration ${JSON.stringify(configuration)}`];
  }
  const wanted = expected.configuration.CORSRules;
  const rules = configuration.CORSRules;
  if (rules.length !== wanted.length) return [`${rules.length} rules, not ${wanted.length}`];
  const found = [];
  for (const [i, rule] of rules.entries()) {
    const left = (/** @type {string} */ member) => expected.unknown?.includes(`CORSRules[${i}].${member}`);
    for (const member of lists) {
      const values = [wanted[i]?.[member] ?? [], rule[member] ?? []].map((list) => list.map((value) => undressed(expected, value)));
      const loose = expected.loose?.includes(member) || (left(member) && values[1]?.length === 0);
      if (!loose && JSON.stringify(values[0]) !== JSON.stringify(values[1])) {
        found.push(`rule ${i}, ${member}: ${values[1]}, not ${values[0]}`);
      }
    }
    for (const member of scalars) {
      const loose = (expected.loose?.includes(member) || left(member)) && (member === 'ID' || rule[member] === undefined);
      if (rule[member] !== wanted[i]?.[member] && !loose) found.push(`rule ${i}, ${member}: ${rule[member]}, not ${wanted[i]?.[member]}`);
    }
  }
  return found;
}

/**
 * An expression without what a language puts around it; any other value as it is.
 *
 * @param {PastedText} expected
 * @param {string} value
 */
function undressed(expected, value) {
  const bare = (/** @type {string} */ text) => text.replaceAll(/"?Ref"?\s*:|"?Fn::\w+"?\s*:|![A-Z]\w*|[\s"'`{}$<>]/g, '');
  return expected.placeholders?.some((each) => bare(each) === bare(value)) ? bare(value) : value;
}
