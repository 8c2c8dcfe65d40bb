/** The npm package: packed, installed in an empty folder, and used from there in all the ways in which it may be. */

import assert from 'node:assert/strict';
import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { copyProject, install, pack, run } from './packed.js';

const webFolder = new URL('../../', import.meta.url);

/** @type {Awaited<ReturnType<typeof copyProject>>} */
let project;
/** @type {Awaited<ReturnType<typeof install>>} */
let visitor;
/** @type {string[]} */
let files = [];

before(async () => {
  project = await copyProject();
  const packed = await pack(project.folder);
  files = packed.files;
  visitor = await install(packed.archive);
});
after(async () => {
  await visitor?.remove();
  await project?.remove();
});

/** @param {string} path */
const installed = (path) => readFile(join(visitor.folder, 'node_modules/s3cors', path), 'utf8');

/**
 * Writes a program beside the installed package and runs it.
 *
 * @param {string} name
 * @param {string} text
 */
async function runProgram(name, text) {
  const file = join(visitor.folder, name);
  await writeFile(file, text);
  return (await run(process.execPath, [file], { cwd: visitor.folder })).stdout;
}

const question = `
  const cors = '[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]';
  const { allowed } = s3cors.simulatePreflight(cors, { origin: 'https://a.example', method: 'GET' });
  console.log(s3cors.version, allowed, (await s3cors.explain('403 Forbidden')).cors !== undefined);`;

describe('what is in the package', () => {
  it('has the module, the types, the README and the licences', () => {
    for (const name of ['s3cors.js', 's3cors.cjs', 's3cors.d.ts', 's3cors.d.cts', 's3cors.wasm', 'wasm_exec.js', 'cli/s3cors.js', 'README.md', 'LICENSE', 'CHANGELOG.md', 'licences.txt', 'docs/cli.md']) {
      assert.ok(files.includes(name), `${name} is in the package`);
    }
  });

  it('has no tests, no pages and nothing of what builds them', () => {
    assert.deepEqual(files.filter((name) => /^(test|node_modules|bundle|build)|\.(sh|html|png|tgz)$|lock|prepack|bench|^serve|\.test\.js$/.test(name)), []);
  });

  it('has every module that its entries lead to, and these import nothing else but modules of Node', async () => {
    const { exports: entries, bin } = JSON.parse(await installed('package.json'));
    const targets = [bin, entries].flatMap(leaves).filter((target) => /\.c?js$/.test(target));
    const reached = new Set(targets.map((target) => posix.normalize(target)));
    for (const name of reached) {
      assert.ok(files.includes(name), `${name} is in the package`);
      for (const from of importsOf(await installed(name))) {
        assert.ok(from.startsWith('.'), `${name} imports ${from}, which is not in the package`);
        reached.add(posix.join(posix.dirname(name), from));
      }
    }
    assert.ok(reached.has('wasm_exec.js') && reached.has('paste/explain.js') && reached.has('cli/compare.js'), [...reached].join(' '));
  });

  it('has the licences of Go and of the hash functions, which are in it', async () => {
    const text = await installed('licences.txt');
    assert.match(text, /The Go Authors/);
    assert.match(text, /@noble\/hashes/);
    assert.equal(await installed('LICENSE'), await readFile(new URL('../LICENSE', webFolder), 'utf8'));
  });

  it('runs nothing when it is installed, and needs no other package', async () => {
    const { scripts, dependencies } = JSON.parse(await installed('package.json'));
    assert.deepEqual(Object.keys(scripts).filter((name) => /install|^prepare$/.test(name)), []);
    assert.equal(dependencies, undefined);
  });

  it('names the types first, and files that are there', async () => {
    const { exports: entries, bin } = JSON.parse(await installed('package.json'));
    for (const conditions of Object.values(entries['.'])) {
      assert.equal(Object.keys(/** @type {object} */ (conditions))[0], 'types');
      for (const target of Object.values(/** @type {object} */ (conditions))) assert.ok(files.includes(target.slice('./'.length)), target);
    }
    assert.ok(files.includes(bin.s3cors), bin.s3cors);
  });
});

describe('from Node', () => {
  it('import gives the API', async () => {
    assert.equal(await runProgram('esm.mjs', `import { load } from 's3cors'; const s3cors = await load(); ${question}`), `${await version()} true true\n`);
  });

  it('require gives the API', async () => {
    const program = `const { load } = require('s3cors'); (async () => { const s3cors = await load(); ${question} })();`;
    assert.equal(await runProgram('cjs.cjs', program), `${await version()} true true\n`);
  });

  it('require and import give one and the same module', async () => {
    const program = `const { load } = require('s3cors');
      (async () => console.log(await load() === await (await import('s3cors')).load()))();`;
    assert.equal(await runProgram('both.cjs', program), 'true\n');
  });

  it('the program of README.md prints what it says', async () => {
    const [, program] = /^```js\n(.*?)^```$/ms.exec(await installed('README.md')) ?? [];
    const said = Array.from(program.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm), ([, text]) => text);
    assert.equal(said.length, 2);
    assert.equal(await runProgram('readme.mjs', program), `${said.join('\n')}\n`);
  });

  it('the module and the schemas have addresses of their own', async () => {
    const program = `import { statSync } from 'node:fs';
      console.log(statSync(new URL(import.meta.resolve('s3cors/s3cors.wasm'))).size > 1e6);
      console.log(statSync(new URL(import.meta.resolve('s3cors/schemas/suite.json'))).size > 1000);`;
    assert.equal(await runProgram('addresses.mjs', program), 'true\ntrue\n');
  });

  it('the command is there, and has the version of the package', async () => {
    const { stdout } = await run(join(visitor.folder, 'node_modules/.bin/s3cors'), ['--version']);
    assert.equal(stdout, `${await version()}\n`);
  });
});

describe('npm pack', () => {
  /** @param {RegExp} reason */
  const isRefused = (reason) => assert.rejects(pack(project.folder), (/** @type {any} */ error) => {
    assert.match(error.stderr, reason);
    assert.match(error.stderr, /Run make wasm/);
    return true;
  });

  it('is refused when a source of the module is newer than the module', async () => {
    const source = join(project.folder, 'core/pattern.go');
    const [later, earlier] = [new Date(Date.now() + 3_600_000), new Date(Date.now() - 3_600_000)];
    await utimes(source, later, later);
    await isRefused(/web\/s3cors\.wasm is older than its source/);
    await utimes(source, earlier, earlier);
    await pack(project.folder);
  });

  it('is refused when there is no module', async () => {
    const module = join(project.folder, 'web/s3cors.wasm');
    await rename(module, `${module}.away`);
    await isRefused(/web\/s3cors\.wasm is not there/);
    await rename(`${module}.away`, module);
  });
});

describe('the version', () => {
  it('is carried over to the module by make version', async () => {
    const file = join(project.folder, 'web/package.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/"version": "[^"]+"/, '"version": "9.8.7-beta.6"'));
    await run('make', ['version'], { cwd: project.folder });
    assert.match(await readFile(join(project.folder, 'wasm/version.go'), 'utf8'), /const version = "9\.8\.7-beta\.6"\n$/);
    await writeFile(file, text);
  });

  it('has a heading in CHANGELOG.md', async () => {
    const text = await readFile(new URL('../CHANGELOG.md', webFolder), 'utf8');
    assert.ok(text.includes(`\n## [${await version()}]`));
    assert.match(text, /\n## \[Unreleased\]\n/);
  });
});

async function version() {
  return JSON.parse(await readFile(new URL('package.json', webFolder), 'utf8')).version;
}

/**
 * The texts in a value.
 *
 * @param {unknown} value
 * @returns {string[]}
 */
function leaves(value) {
  return typeof value === 'string' ? [value] : Object.values(/** @type {object} */ (value)).flatMap(leaves);
}

/**
 * What a module imports, but for Node's own, and for the types that its comments name.
 *
 * @param {string} text
 */
function importsOf(text) {
  const code = text.replace(/^\s*\/?\*.*$|\/\*\*.*?\*\//gm, '');
  return Array.from(code.matchAll(/(?:\bfrom|^import|\bimport\() ?'([^']+)'/gm), ([, from]) => from).filter((from) => !from.startsWith('node:'));
}
