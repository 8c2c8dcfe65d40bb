/**
 * Builds the page into build/page, each file beside its packed form, for any server of static files.
 *
 *     node web/build-page.js [address]
 *
 * The address is that which it will have, https://example.com/s3cors/ for one: the card for links needs it.
 */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pack } from './bundle/pack.js';
import { buildPage } from './bundle/page.js';

const folder = new URL('../build/page/', import.meta.url);

const { files, first } = await buildPage({ address: process.argv[2] });
const packed = await pack(files);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [path, content] of files) await writeFile(new URL(path, folder), content);
for (const [path, content] of packed) await writeFile(new URL(`${path}.br`, folder), content);

for (const [path, content] of files) {
  console.log(`${path.padEnd(32)}${String(content.length).padStart(9)}${String(packed.get(path)?.length ?? '').padStart(9)}${first.includes(path) ? '  first' : ''}`);
}
console.log(`The page is in ${fileURLToPath(folder)}`);
