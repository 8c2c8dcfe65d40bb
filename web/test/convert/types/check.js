/** Checks the types of programs by TypeScript's own compiler. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const web = fileURLToPath(new URL('../../..', import.meta.url));
const options = {
  target: 'ES2022', module: 'ESNext', moduleResolution: 'Bundler', lib: ['ES2023'], types: [], allowJs: true, checkJs: true, strict: true,
  noEmit: true, skipLibCheck: true, noUnusedLocals: true,
};

/** What convert is asked for here: as much as a rule can hold, and as little. */
export const examples = [
  {
    ID: "it's", AllowedOrigins: ['https://a.example', '${a}`"'], AllowedMethods: ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'], AllowedHeaders: ['*'],
    ExposeHeaders: Array.from({ length: 30 }, (_, index) => `x-amz-meta-${index}`), MaxAgeSeconds: 5,
  },
  { AllowedOrigins: ['*'], AllowedMethods: ['GET'] },
];

/** The formats that are programs with types, with the names of their files. */
export const typed = /** @type {const} */ (['sdk-js', 'cdk', 'pulumi']);

/**
 * What the compiler objects to in a program; '' for nothing.
 *
 * @param {string} name of its file
 * @param {string} text
 * @param {{ modules?: string, declarations?: string[] }} [place] the folder of packages, and files of declarations
 */
export async function objections(name, text, { modules = join(web, 'node_modules'), declarations = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-types-'));
  try {
    await symlink(modules, join(folder, 'node_modules'));
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: [name, ...declarations] }));
    await promisify(execFile)(join(web, 'node_modules/.bin/tsc'), ['--project', folder], { maxBuffer: 1 << 26 });
    return '';
  } catch (error) {
    return /** @type {{ stdout?: string }} */ (error).stdout || String(error);
  } finally {
    await rm(folder, { recursive: true });
  }
}
