/**
 * Writes put/hashes.js: MD5, SHA-1 and SHA-256 of @noble/hashes as one module, so that nothing has to be installed
 * where s3cors runs.
 *
 *     node web/bundle-hashes.js
 *
 * The same version of the library and of esbuild gives the same bytes, and a test holds the file against them.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const file = new URL('./put/hashes.js', import.meta.url);
const folder = new URL('./node_modules/@noble/hashes/', import.meta.url);

const entry = `export { md5, sha1 } from '@noble/hashes/legacy.js';
export { sha256 } from '@noble/hashes/sha2.js';
`;

/** @returns {Promise<string>} the text of the module, with the library's licence before it */
export async function bundleHashes() {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'));
  const licence = (await readFile(new URL('LICENSE', folder), 'utf8')).trim();
  const notice = [`@noble/hashes ${version}, made by \`make hashes\``, '', ...licence.split('\n')];
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none', // the whole licence stands above
    banner: { js: `/*!\n${notice.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */` },
  });
  return outputFiles[0].text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(file, await bundleHashes());
