/**
 * The programs of README.md, run as one, as a reader would paste them one after the other. What they are said to print is in
 * their comments: behind a console.log, or on lines of their own below it. "..." stands for the rest of what is printed.
 */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
const blocks = Array.from(readme.matchAll(/^```js\n(.*?)^```$/gms), ([, block]) => block);

/** Stands after what each console.log prints, and how it is written in a program. */
const mark = '\0';
const escaped = '\\0';

test('the programs of README.md print what it says', async () => {
  assert.ok(blocks.length > 0);
  const said = blocks.flatMap(printed);
  const calls = blocks.join('').match(/^console\.log\(/gm) ?? [];
  assert.equal(said.length, calls.length, 'each console.log has a comment with what it prints');
  const program = `const { log } = console; console.log = (...values) => log(...values, '\\n${escaped}');\n${blocks.join('\n')}`
    .replaceAll("'./web/s3cors.js'", `'${new URL('../s3cors.js', import.meta.url)}'`);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  const shown = stdout.split(` \n${mark}\n`).slice(0, -1);
  assert.equal(shown.length, said.length);
  shown.forEach((text, index) => {
    const start = said[index].replace(/ ?\.\.\.$/, '');
    assert.equal(start === said[index] ? text : text.slice(0, start.length), start);
  });
});

/**
 * What the comments of a program say that each console.log prints.
 *
 * @param {string} block
 */
function printed(block) {
  return Array.from(block.matchAll(/^console\.log\(.*\);(?:[ \t]*\/\/ (.*)|((?:\n\/\/ .*)+))$/gm), ([, behind, below]) =>
    behind ?? below.trim().split('\n').map((line) => line.slice('// '.length)).join('\n'));
}
