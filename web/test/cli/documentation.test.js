/** docs/cli.md: what its examples print, its workflow, and what it says of the package. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';

import { commands } from '../../cli/main.js';
import { inFolder, s3cors } from './terminal.js';

const folder = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docs/cli.md', folder), 'utf8');
const blocks = Array.from(text.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms), ([, language, name, body]) => ({ language, name, body }));

inFolder(Object.fromEntries(blocks.filter(({ language, name }) => name && language !== 'yaml').map(({ name, body }) => [name, body])));

describe('docs/cli.md', () => {
  const examples = blocks.filter(({ language }) => language === 'console');
  for (const { body } of examples) {
    const [first, ...rest] = body.split('\n');
    it(`shows what is printed: ${first}`, async () => {
      const { stdout, stderr } = await s3cors(first.replace(/^\$ s3cors /, ''));
      assert.equal(stderr, '');
      assert.equal(stdout, rest.join('\n'));
    });
  }

  it('names every command', () => {
    assert.ok(examples.length >= 4);
    for (const { name } of commands) assert.match(text, new RegExp(`^\\| \`${name} `, 'm'));
  });

  it('has a workflow whose commands are those of this version', () => {
    const [{ body }] = blocks.filter(({ language }) => language === 'yaml');
    const document = parseDocument(body, { strict: true, uniqueKeys: true });
    assert.deepEqual([document.errors, document.warnings], [[], []]);
    const { on, jobs } = document.toJS();
    assert.ok('pull_request' in on);
    const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
    const runs = jobs.cors.steps.map((/** @type {{ run?: string }} */ { run }) => run).filter((/** @type {string} */ run) => run?.includes('s3cors'));
    assert.equal(runs.length, 2);
    for (const run of runs) {
      const [, asked, command] = /npx --yes s3cors@(\S+) (\w+)/.exec(run) ?? [];
      assert.equal(asked, version);
      assert.ok(commands.some(({ name }) => name === command), command);
    }
  });

  it('is right about what the workflow does: SARIF, and 1 where access became wider', async () => {
    const { code, stdout } = await s3cors('compare old.json new.tf --fail-on wider --format sarif');
    assert.equal(code, 1);
    assert.equal(JSON.parse(stdout).runs[0].results[0].level, 'error');
    assert.equal((await s3cors('compare old.json old.json --fail-on wider --format sarif')).code, 0);
  });
});
