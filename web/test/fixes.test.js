/** The fixes of diagnostics, which are read from the module when they are asked for, and are to be as if they had been there all along. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { load } from '../s3cors.js';
import { startRecording } from './record.js';

/** @typedef {import('../s3cors.js').Fix} Fix */
/** @typedef {import('../s3cors.js').Source} Source */
/** @typedef {import('../s3cors.js').Validation} Validation */

const s3cors = await load();

const rules = [
  { ID: 'first', AllowedOrigins: ['https://a.example'], AllowedMethods: ['GET', 'HEAD'] },
  { ID: 'second', AllowedOrigins: ['https://b.example/', 'https://c.example'], AllowedMethods: ['GET', 'HEAD'] },
  { ID: 'third', AllowedOrigins: ['https://d.example/', 'https://e.example'], AllowedMethods: ['GET', 'HEAD'] },
];
const text = JSON.stringify(rules);
/** What `Write https://b.example` is, as it would be if all of it had crossed. */
const whole = {
  title: 'Write https://b.example',
  configuration: { CORSRules: [rules[0], { ...rules[1], AllowedOrigins: ['https://b.example', 'https://c.example'] }, rules[2]] },
  edits: [{ span: { start: text.indexOf('"https://b.example/"'), end: text.indexOf('"https://b.example/"') + 20 }, text: '"https://b.example"' }],
};

/**
 * @param {Pick<Validation, 'diagnostics'>} answer
 * @returns {Fix[]}
 */
const fixesOf = ({ diagnostics }) => diagnostics.flatMap(({ fixes = [] }) => fixes);

/** @param {Source} [source] */
const fresh = (source = text) => fixesOf(s3cors.validate(source));

/** Nine other sources take the room of all that were kept. */
function evict() {
  for (let i = 0; i < 9; i++) s3cors.parse(`${text}${' '.repeat(i + 1)}`);
}

describe('a fix is, before anything of it was read, what it would be if all of it had been there', () => {
  it('written as JSON', () => {
    assert.equal(JSON.stringify(fresh()[0]), JSON.stringify(whole));
    assert.equal(JSON.stringify(s3cors.validate(text).diagnostics[0].fixes), JSON.stringify([whole]));
  });
  it('cloned', () => assert.deepEqual(structuredClone(fresh()[0]), whole));
  it('spread', () => {
    const copy = { ...fresh()[0] };
    assert.deepEqual(Object.values(Object.getOwnPropertyDescriptors(copy)).map(({ value }) => value), Object.values(whole));
  });
  it('assigned to another object', () => assert.deepEqual(Object.assign({}, fresh()[0]), whole));
  it('compared', () => assert.deepStrictEqual(fresh()[0], whole));
  it('listed, in the order of its members', () => {
    assert.deepEqual(Object.keys(fresh()[0]), ['title', 'configuration', 'edits']);
    assert.deepEqual(Object.entries(fresh()[0]), Object.entries(whole));
  });
  it('with no edits where there is no text', () => {
    const [fix] = fresh(rules);
    assert.deepEqual([Object.keys(fix), 'edits' in fix, fix.edits], [['title', 'configuration'], false, undefined]);
    assert.deepStrictEqual(fix, { title: whole.title, configuration: whole.configuration });
  });
  it('with no edits where the text is not known to take them', () => {
    const terraform = JSON.stringify({ resource: { aws_s3_bucket_cors_configuration: { a: { bucket: 'b', cors_rule: [{ allowed_methods: ['GET', 'PUT'], allowed_origins: ['https://a.example/'] }] } } } });
    const listed = fresh(terraform).map((fix) => [fix.title, Object.keys(fix).length]);
    assert.deepEqual(Object.fromEntries(listed), { 'Add ETag': 2, 'Add HEAD': 3, 'Add POST': 3, 'Add content-type, x-amz-*': 2, 'Write 3600': 2, 'Write https://a.example': 3 });
    for (const fix of fresh(terraform)) assert.equal('edits' in fix, fix.edits !== undefined, fix.title);
  });
  it('in the answers of parse and validate alike', () => {
    const misspelled = text.replace('AllowedOrigins', 'AllowedOrigin');
    const [fix] = fixesOf(s3cors.parse(misspelled));
    assert.equal(fix.title, 'Rename it to AllowedOrigins');
    assert.deepEqual(fix, { title: fix.title, configuration: { CORSRules: rules }, edits: [{ span: { start: 16, end: 29 }, text: 'AllowedOrigins' }] });
    assert.deepEqual(fresh(misspelled).find(({ title }) => title === fix.title), fix);
  });
});

describe('what a fix changes is read', () => {
  it('once, by what is asked for first, and both are data then', async () => {
    const { api, crossings } = await startRecording();
    for (const first of /** @type {const} */ (['configuration', 'edits'])) {
      const [fix, other] = fixesOf(api.validate(text));
      const before = crossings.length;
      assert.equal(fix.title, whole.title);
      assert.equal(crossings.length, before, 'a title is there');
      assert.deepEqual(fix[first], whole[first]);
      assert.equal(crossings.length, before + 1);
      assert.deepEqual(fix, whole);
      assert.equal(fix.configuration, fix.configuration);
      assert.equal(crossings.length, before + 1);
      assert.deepEqual(Object.getOwnPropertyDescriptor(fix, 'edits'), { value: whole.edits, writable: true, enumerable: true, configurable: true });
      assert.equal(other.configuration.CORSRules.length, 3);
      assert.equal(crossings.length, before + 2);
    }
  });
  it('late, when nine other sources have taken the room of its own', () => {
    const [fix, other] = fresh();
    evict();
    assert.deepEqual(fix, whole);
    evict();
    assert.deepEqual(other.configuration.CORSRules.map(({ AllowedOrigins }) => AllowedOrigins[0]), ['https://a.example', 'https://b.example/', 'https://d.example']);
  });
  it('late, of what was chosen of a text, with the values that were given', () => {
    const two = `${text}\n\n[{"AllowedOrigins": ["\${origin}", "https://x.example/"], "AllowedMethods": ["GET", "HEAD"]}]`;
    const source = { text: two, candidate: 1, values: { '${origin}': 'https://given.example' } };
    const fixes = fresh(source);
    evict();
    s3cors.parse(two);
    s3cors.parse({ ...source, values: { '${origin}': 'https://other.example' } });
    assert.deepEqual(fixes.map(({ title }) => title), ['Write https://x.example']);
    assert.deepEqual(fixes[0].configuration.CORSRules, [{ AllowedOrigins: ['https://given.example', 'https://x.example'], AllowedMethods: ['GET', 'HEAD'] }]);
    assert.equal(fixes[0].edits?.length, 1);
  });
  it('late, of a value that was changed after it was validated', () => {
    const changing = structuredClone(rules);
    const [fix] = fresh(changing);
    changing.length = 0;
    evict();
    assert.deepEqual(fix.configuration, whole.configuration);
  });
  it('of all fixes of many sources, the last first', () => {
    const origins = Array.from({ length: 20 }, (_, i) => `https://site${i}.example`);
    const answers = origins.map((origin) => s3cors.validate(text.replace('https://b.example/', `${origin}/`)));
    for (let i = answers.length - 1; i >= 0; i--) assert.equal(fixesOf(answers[i])[0].configuration.CORSRules[1].AllowedOrigins[0], origins[i]);
  });
});

describe('the rules that a fix leaves as they are', () => {
  it('are the same objects in all fixes of an answer and in its configuration', () => {
    const validation = s3cors.validate(text);
    const [fix, other] = fixesOf(validation);
    assert.equal(fix.configuration.CORSRules[0], validation.configuration?.CORSRules[0]);
    assert.equal(fix.configuration.CORSRules[0], other.configuration.CORSRules[0]);
    assert.equal(fix.configuration.CORSRules[2], validation.configuration?.CORSRules[2]);
    assert.notEqual(fix.configuration.CORSRules[1], validation.configuration?.CORSRules[1]);
  });
  it('are there when the host has emptied the configuration of the answer', () => {
    const validation = s3cors.validate(text);
    validation.configuration?.CORSRules.splice(0);
    assert.deepEqual(fixesOf(validation)[0], whole);
  });
});

describe('the members of a fix can be', () => {
  it('written before they are read, and stay what was written', () => {
    const [fix] = fresh();
    fix.configuration = { CORSRules: [] };
    assert.deepEqual(fix.edits, whole.edits);
    assert.deepEqual(fix, { ...whole, configuration: { CORSRules: [] } });
  });
  it('written after they were read', () => {
    const [fix] = fresh();
    assert.ok(fix.edits);
    fix.edits = [];
    assert.deepEqual(fix, { ...whole, edits: [] });
  });
  it('deleted', () => {
    const [fix] = fresh();
    delete fix.edits;
    assert.deepEqual(fix.configuration, whole.configuration);
    assert.deepEqual(Object.keys(fix), ['title', 'configuration']);
  });
  it('read of a fix that is frozen, and not written', () => {
    const [fix] = fresh().map(Object.freeze);
    assert.deepEqual(fix, whole);
    assert.equal(fix.configuration, fix.configuration);
    assert.throws(() => (/** @type {any} */ (fix).configuration = null), TypeError);
  });
  it('read and written of an object that inherits from the fix', () => {
    const [fix] = fresh();
    const heir = Object.create(fix);
    heir.configuration = 'its own';
    assert.deepEqual([heir.configuration, heir.edits, Object.keys(heir)], ['its own', whole.edits, ['configuration']]);
    assert.deepEqual(fix, whole);
  });
});
