/** The types of the installed package, as TypeScript finds them in each of its ways. */

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { copyProject, install, pack, run } from './packed.js';

const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

/** @type {Awaited<ReturnType<typeof copyProject>>} */
let project;
/** @type {Awaited<ReturnType<typeof install>>} */
let visitor;

before(async () => {
  project = await copyProject();
  visitor = await install((await pack(project.folder)).archive);
});
after(async () => {
  await visitor?.remove();
  await project?.remove();
});

const use = `
  const cors: CORSConfiguration = { CORSRules: [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }] };
  export const accepted: Promise<boolean> = load().then((s3cors) => s3cors.validate(cors).accepted);
`;
const misuse = `
  export const answer: Promise<number> = load().then((s3cors) => s3cors.validate([]).accepted);
  load({ wsm: 'module.wasm' });
  export const rule: CORSRule = { AllowedOrigins: ['*'], AllowedMethods: 'GET' };
`;

const ways = [
  { name: 'bundler, a module', compiler: { module: 'preserve', moduleResolution: 'bundler' }, file: 'program.ts', head: "import { load, type CORSConfiguration, type CORSRule } from 's3cors';" },
  { name: 'node16, a module', compiler: { module: 'node16', moduleResolution: 'node16' }, file: 'program.mts', head: "import { load, type CORSConfiguration, type CORSRule } from 's3cors';" },
  { name: 'node16, CommonJS with import', compiler: { module: 'node16', moduleResolution: 'node16' }, file: 'program.cts', head: "import { load, type CORSConfiguration, type CORSRule } from 's3cors';" },
  { name: 'node16, CommonJS with import = require', compiler: { module: 'node16', moduleResolution: 'node16' }, file: 'required.cts', head: "import s3cors = require('s3cors');\nconst { load } = s3cors;\ntype CORSConfiguration = s3cors.CORSConfiguration;\ntype CORSRule = s3cors.CORSRule;" },
];

describe('TypeScript, strict and with the types of libraries checked', () => {
  for (const way of ways) {
    it(`takes a program that is right, and sees each line that is wrong: ${way.name}`, async () => {
      const told = await check(way);
      const start = way.head.split('\n').length;
      const lines = Array.from(told.matchAll(/^(\S+)\((\d+),\d+\): error TS/gm), ([, file, line]) => `${file}:${line}`);
      assert.deepEqual(lines, [1, 2, 3].map((line) => `wrong-${way.file}:${start + line}`), told);
    });
  }
});

/**
 * What the compiler says of a program that is right and of one that is wrong.
 *
 * @param {(typeof ways)[number]} way
 */
async function check({ compiler, file, head }) {
  const folder = join(visitor.folder, `${compiler.moduleResolution}-${file}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), `${head}${use}`);
  await writeFile(join(folder, `wrong-${file}`), `${head}${misuse}`);
  const compilerOptions = { ...compiler, target: 'es2022', lib: ['es2022', 'dom'], types: [], strict: true, skipLibCheck: false, noEmit: true };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file, `wrong-${file}`] }));
  const { stdout } = await run(process.execPath, [tsc, '--pretty', 'false', '-p', folder], { cwd: folder }).catch((error) => error);
  return stdout;
}
