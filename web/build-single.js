/**
 * Builds the page as one file, build/s3cors.html, which opens without a server and without a network.
 *
 *     node web/build-single.js
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSingle } from './bundle/single.js';

const file = new URL('../build/s3cors.html', import.meta.url);
const html = await buildSingle();
await mkdir(new URL('.', file), { recursive: true });
await writeFile(file, html);
console.log(`The page is in ${fileURLToPath(file)}, ${Buffer.byteLength(html)} bytes.`);
