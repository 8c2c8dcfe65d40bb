/** The program itself: what it says of bad arguments and of files that cannot be read, and what it does in a pipe. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { commands } from '../../cli/main.js';
import { inFolder, s3cors } from './terminal.js';

const program = fileURLToPath(new URL('../../cli/s3cors.js', import.meta.url));
const good = '[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]';

const refused = good.replace('GET', 'get');

const place = inFolder({
  'cors.json': good,
  'latin1.xml': Buffer.from('<a>\n<b>caf\xe9</b></a>', 'latin1'),
  'utf16le.json': Buffer.from(`\ufeff${refused}`, 'utf16le'),
  'utf16be.json': Buffer.from(`\ufeff${refused}`, 'utf16le').swap16(),
  'utf8-mark.json': `\ufeff${refused}`,
  'huge.xml': Buffer.alloc((32 << 20) + 1, 0x20),
});

/** @type {[string, RegExp, RegExp][]} */
const wrong = [
  ['valdate cors.json', /there is no command "valdate"/, /Write validate\./],
  ['frobnicate', /there is no command "frobnicate"/, /Write one of validate, convert, /],
  ['--format json', /--format stands where a command is expected/, /Write s3cors validate --format \.\.\./],
  ['validate', /validate needs a file/, /such as: s3cors validate cors\.xml/],
  ['validate --fromat json cors.json', /validate has no option --fromat/, /Write --format\./],
  ['validate --format yaml cors.json', /--format cannot be "yaml"/, /Write one of text, json, sarif\./],
  ['validate cors.json --format', /--format needs a value/, /Write --format text, --format json, --format sarif\./],
  ['validate cors.json --help=yes', /--help takes no value/, /Write --help alone\./],
  ['validate cors.json --format json --format text', /--format is given twice/, /Give it once\./],
  ['validate cors.json --candidate 0', /--candidate cannot be "0"/, /Write a number from 1 to/],
  ['validate cors.json --value x', /--value cannot be "x"/, /Write NAME=VALUE/],
  ['compare cors.json', /compare needs two files/, /Write s3cors compare BEFORE AFTER/],
  ['compare cors.json cors.json cors.json', /compare does not know what to do with "cors\.json"/, /Write s3cors compare BEFORE AFTER\./],
  ['compare cors.json cors.json --fail-on widen', /--fail-on cannot be "widen"/, /Write --fail-on wider\./],
  ['compare - -', /standard input can be read once only/, /Write - in one place/],
  ['convert cors.json --to tearraform', /--to cannot be "tearraform"/, /Write --to terraform\./],
  ['simulate cors.json --origin https://a.example', /a preflight needs --method/, /Write --method GET/],
  ['simulate cors.json --page https://a.example/', /a call needs --url/, /Write --url/],
  ['validate cros.json', /there is no file cros\.json/, /Write cors\.json\./],
  ['validate nowhere/cors.json', /there is no file nowhere\/cors\.json/, /Check the path/],
  ['validate .', /\. is a directory/, /Name the files in it/],
  ['validate latin1.xml', /latin1\.xml is not UTF-8: line 2 has other bytes/, /Save the file as UTF-8\./],
  ['validate huge.xml', /huge\.xml has more than 32 MB; S3 takes 64 KB/, /Name the file that holds/],
];

describe('a command that cannot be carried out', () => {
  for (const [line, message, advice] of wrong) {
    it(`exits with 2, says what is wrong and what to write: s3cors ${line}`, async () => {
      const { code, stdout, stderr } = await s3cors(line);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
      assert.match(stderr, advice);
      assert.match(stderr, /^error: [^\n]*[^.\n]\n {2}= help: [^\n]+\.?\n$/);
    });
  }

  it('takes a word behind -- for a file, whatever it looks like', async () => {
    assert.match((await s3cors('validate -- --help')).stderr, /there is no file --help/);
  });

  it('shows the commands where none is given', async () => {
    const { code, stdout, stderr } = await s3cors([]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /\nCommands:\n {2}validate /);
  });
});

describe('the encodings of a file', () => {
  for (const name of ['utf16le.json', 'utf16be.json', 'utf8-mark.json']) {
    it(`may have a byte order mark: ${name}`, async () => {
      const { code, stdout } = await s3cors(`validate ${name} --format json`);
      assert.equal(code, 1);
      const [{ diagnostics }] = JSON.parse(stdout).files;
      assert.deepEqual(diagnostics.find((/** @type {any} */ each) => each.code === 'unsupported-method').start, { line: 1, column: 64 });
    });
  }
});

describe('--help', () => {
  it('has each command in the whole', async () => {
    const { code, stdout } = await s3cors('--help');
    assert.equal(code, 0);
    for (const { name, summary } of commands) assert.ok(stdout.includes(`${name.padEnd(10)}${summary}`), name);
    assert.equal((await s3cors('help')).stdout, stdout);
  });

  for (const command of commands) {
    it(`tells every option of ${command.name}, when it exits with 1, and examples`, async () => {
      const { code, stdout } = await s3cors(`${command.name} --help`);
      assert.equal(code, 0);
      for (const { name } of command.options) assert.match(stdout, new RegExp(`\\n {2}(-\\w, )?--${name} `));
      assert.ok(stdout.includes(`\n  1  ${command.exits}\n`));
      assert.ok(stdout.includes(`\nExamples:\n  ${command.examples[0].command}\n`));
      for (const line of stdout.split('\n')) assert.ok(line.length <= 175, line);
      assert.equal((await s3cors(`help ${command.name}`)).stdout, stdout);
      assert.equal((await s3cors(`${command.name} -h`)).stdout, stdout);
    });
  }
});

/**
 * Runs the program, and gives what it wrote and how it ended.
 *
 * @param {string[]} words
 * @param {(child: import('node:child_process').ChildProcessWithoutNullStreams) => void} act
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string }>}
 */
function start(words, act) {
  const child = spawn(process.execPath, [program, ...words], { cwd: place.folder });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => (written.stdout += part));
  child.stderr.on('data', (part) => (written.stderr += part));
  child.stdin.on('error', () => {});
  act(child);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...written })));
}

describe('the program in a pipe', () => {
  it('reads what is piped in, and exits with its code', async () => {
    const { code, stdout, stderr } = await start(['validate', '-'], (child) => child.stdin.end(refused));
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(stdout, /stdin:1:64/);
  });

  it('says nothing when the reader has seen enough', async () => {
    const many = JSON.stringify(Array.from({ length: 90 }, (_, i) => ({ AllowedOrigins: [`https://*.*${i}.example`], AllowedMethods: ['GET'] })));
    const { code, stderr } = await start(['validate', '-'], (child) => {
      child.stdout.destroy();
      child.stdin.end(many);
    });
    assert.deepEqual([code, stderr], [1, '']);
  });

  it('does not wait for standard input that it has no use for', async () => {
    const { code } = await start(['validate', 'cors.json'], () => {});
    assert.equal(code, 0);
  });

  it('never shows a stack', async () => {
    mkdirSync('folder');
    for (const words of [['validate', 'folder'], ['test', 'cors.json'], ['validate', 'x'.repeat(5000)]]) {
      const { code, stderr } = await start(words, (child) => child.stdin.end());
      assert.equal(code, 2);
      assert.doesNotMatch(stderr, /\n {4}at /);
    }
  });
});
