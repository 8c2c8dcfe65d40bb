import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { S3CORSEditor } from '../../element/element.js';
import { inBox } from '../../element/sheet.js';

const web = new URL('../../', import.meta.url);
/** @param {string} name */
const text = (name) => readFile(new URL(name, web), 'utf8');
const manifest = JSON.parse(await text('custom-elements.json'));
const declared = manifest.modules[0].declarations[0];

test('the manifest is one by its published schema', async () => {
  const schema = JSON.parse(await text('node_modules/custom-elements-manifest/schema.json'));
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 1));
  assert.equal(validate({ schemaVersion: '2.1.0', modules: [{ kind: 'javascript-module' }] }), false);
});

test('the manifest lists the attributes, properties and events that the class has', async () => {
  /** @param {{ name: string }[]} entries */
  const names = (entries) => entries.map(({ name }) => name).sort();
  assert.deepEqual(names(declared.attributes), S3CORSEditor.observedAttributes.toSorted());
  const callbacks = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'];
  const own = [...Object.getOwnPropertyNames(S3CORSEditor.prototype).filter((name) => !callbacks.includes(name)), 'assets'];
  assert.deepEqual(names(declared.members), own.toSorted());
  const source = await text('element/element.js');
  assert.deepEqual(names(declared.events), [...new Set(source.match(/s3cors-[a-z]+/g))].sort());
  for (const { path } of manifest.modules) await text(path);
});

test('the manifest lists the parts that are drawn, and properties that the style sheet reads', async () => {
  const drawn = `${await text('element/view.js')}${await text('element/verdict.js')}`;
  assert.deepEqual(declared.cssParts.map((/** @type {{ name: string }} */ { name }) => name).sort(), [...new Set(Array.from(drawn.matchAll(/part: '([a-z]+)'/g), ([, name]) => name))].sort());
  const sheet = `${inBox(await text('page/style.css'))}${await text('element/box.js')}`;
  for (const { name } of declared.cssProperties) assert.ok(sheet.includes(`var(${name},`), name);
});

test('the icons of the element are those of the page', async () => {
  const page = await text('index.html');
  const icons = await text('element/icons.js');
  for (const name of ['no', 'ok', 'note', 'warn', 'error', 'wait', 'x', 'plus', 'tick']) {
    const [, inner = ''] = new RegExp(`<symbol id="i-${name}"[^>]*>(.*?)</symbol>`).exec(page) ?? [];
    const [, drawn = ''] = new RegExp(`^  ${name}: (.*),$`, 'm').exec(icons) ?? [];
    const paths = Array.from(inner.matchAll(/ d="([^"]*)"/g), ([, d]) => d);
    assert.deepEqual(Array.from(drawn.matchAll(/path\('([^']*)'\)/g), ([, d]) => d), paths, name);
    assert.ok(inner !== '' && drawn !== '', name);
  }
});

test('the style sheet of the page holds for a box: no rule is left for its root, its body or its window', async () => {
  const sheet = inBox(await text('page/style.css'));
  assert.doesNotMatch(sheet, /:root|(?:^|[}{,]\s*)(?:html|body|main)\s*[{,]|@media\s*\([^)]*width/);
  assert.match(sheet, /--ink:var\(--s3cors-ink,light-dark\(#1a1b1e,#e9e9eb\)\)/);
  assert.equal(sheet.split('{').length, sheet.split('}').length);
});

test('where there is no DOM, all modules of the element can be imported', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', `
    const all = await Promise.all(['element', 'define', 'auto'].map((name) => import(new URL(name + '.js', '${new URL('element/', web)}'))));
    console.log(all.every(({ S3CORSEditor }) => typeof S3CORSEditor === 'function'));`], { cwd: fileURLToPath(web) });
  assert.equal(stdout.trim(), 'true');
});
