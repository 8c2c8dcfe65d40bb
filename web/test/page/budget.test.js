import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack } from '../../bundle/pack.js';
import { buildPage } from '../../bundle/page.js';

const { files, first, sources } = await buildPage();
const packed = await pack(files);

/** Bytes on the wire. @param {string[]} paths */
const size = (paths) => paths.reduce((sum, path) => sum + (packed.get(path) ?? files.get(path) ?? assert.fail(path)).length, 0);

/** What is made of sources in these places alone. @param {RegExp} place */
const madeOf = (place) => [...files.keys()].filter((path) => {
  const inputs = sources.get(path) ?? [];
  return inputs.length > 0 && inputs.every((input) => place.test(input));
});

/** The code editor, and the parts of the API that are loaded when they are first called. */
const editor = madeOf(/^(?:page\/|node_modules\/)/).filter((path) => sources.get(path)?.some((input) => /codemirror/.test(input)));
const library = madeOf(/^(?:loader|paste|presets|put)\//).filter((path) => !first.includes(path));
const own = [...files.keys()].filter((path) => /\.(?:html|css|js)$/.test(path) && !editor.includes(path) && !library.includes(path));

test('the page’s own HTML, CSS and JS are at most 60 KB, packed', (t) => {
  assert.equal(editor.length, 1, 'the code editor is one file');
  assert.ok(!first.includes(editor[0]), 'and loaded later');
  t.diagnostic(`${size(own)} bytes; the code editor ${size(editor)}, the parts of the API that are loaded when they are called ${size(library)}`);
  assert.ok(size(own) <= 60_000, `${size(own)} bytes`);
});

test('all that is loaded up to the first verdict is at most 620 KB, packed', (t) => {
  t.diagnostic(`${size(first)} bytes, of which the module ${size(first.filter((path) => path.endsWith('.wasm')))}`);
  assert.ok(size(first) <= 620_000, `${size(first)} bytes`);
});

test('what is called seldom is loaded when it is called', () => {
  const sourcesOfFirst = first.flatMap((path) => sources.get(path) ?? []);
  for (const later of [/^page\/examples/, /^page\/editor\//, /^paste\/explain/, /^put\/hashes/, /codemirror/]) {
    assert.deepEqual(sourcesOfFirst.filter((source) => later.test(source)), []);
  }
});
