/**
 * Builds the site into build/site, for any server of static files and any folder of it.
 *
 *     node web/build-site.js [https://cors.example/where/it/will/be/]
 *
 * With its address it can be found by oEmbed, and links to it get a card; everything else needs none.
 */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSite } from './bundle/site.js';

const folder = new URL('../build/site/', import.meta.url);

const files = await buildSite({ base: process.argv[2] });
await rm(folder, { recursive: true, force: true });
for (const [path, content] of files) {
  const file = new URL(path, folder);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, content);
}
console.log(`${files.size} files are in ${fileURLToPath(folder)}`);
