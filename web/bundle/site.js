/**
 * Builds the site: the page, the element and its frame for others, and the documentation. All that it holds refers to the rest of it by
 * relative URLs, so that any folder of any server can hold it.
 */

import { readFile, readdir } from 'node:fs/promises';
import { apiDocument } from './api-doc.js';
import { documentOf, renderPage } from './docs.js';
import { buildElement } from './element.js';
import { buildPage } from './page.js';

/** @import { Files } from './page.js' */

const root = new URL('../../', import.meta.url);

/** The contents: what stands under which heading, in which order. A page that is not there is left out. */
const contents = [
  { title: 'Something fails', pages: ['blocked', 'presigned-put', 'multipart', 'fonts', 'credentials', 'wildcards', 'caches', 'other-stores'] },
  { title: 'Using s3cors', pages: ['embedding', 'cli', 'api'] },
  { title: 'Reference', pages: ['s3', 'findings'] },
];

/**
 * @param {{ base?: string }} [options]  The address at which the site will be, for what cannot do without: oEmbed.
 * @returns {Promise<Files>}
 */
export async function buildSite({ base } = {}) {
  const { files } = await buildPage({ address: base && folderOf(base), documentation: 'docs/' });
  const wasm = [...files.keys()].find((name) => name.endsWith('.wasm'));
  if (wasm === undefined) throw new Error('the page has no module');
  for (const [name, content] of await buildElement(wasm)) files.set(name, content);
  for (const [name, content] of await buildDocs()) files.set(`docs/${name}`, content);
  if (base !== undefined) addOEmbed(files, base);
  return files;
}

/**
 * The sources of the documentation, by the names of their pages.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function readDocs() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const folder of ['docs/', 'web/docs/']) {
    for (const file of await readdir(new URL(folder, root)).catch(() => [])) {
      if (file.endsWith('.md')) texts.set(file.slice(0, -3), await readFile(new URL(folder + file, root), 'utf8'));
    }
  }
  const s3 = texts.get('s3');
  if (s3 !== undefined) texts.set('s3', `${s3}\n${assumptionTable(await readFile(new URL('core/s3/assumptions.go', root), 'utf8'))}`);
  texts.set('api', apiDocument(await readFile(new URL('web/s3cors.d.ts', root), 'utf8')));
  return texts;
}

/**
 * The readings that S3's simulation takes, from the table that it has of them.
 *
 * @param {string} source  core/s3/assumptions.go
 */
function assumptionTable(source) {
  const rows = Array.from(source.matchAll(/\{"([a-z0-9-]+)", ((?:"(?:[^"\\]|\\.)*"(?:\s*\+\s*)?)+)\}/g), ([, code, parts]) => {
    const message = Array.from(parts.matchAll(/"(?:[^"\\]|\\.)*"/g), ([part]) => JSON.parse(part)).join('');
    return `| \`${code}\` | ${message.replace(/[\\|*_<`]/g, '\\$&')} |`;
  });
  if (rows.length === 0) throw new Error('core/s3/assumptions.go has no table of readings');
  return ['| Code | The reading, and on what ground |', '|---|---|', ...rows].join('\n');
}

/** @returns {Promise<Files>} */
async function buildDocs() {
  const pages = new Map(Array.from(await readDocs(), ([name, text]) => [name, renderPage(name, text)]));
  const groups = contents.map(({ title, pages: names }) => ({ title, pages: names.flatMap((name) => pages.get(name) ?? []) }));
  const listed = new Set([...contents.flatMap(({ pages: names }) => names), 'index']);
  const forgotten = [...pages.keys()].filter((name) => !listed.has(name));
  if (forgotten.length > 0) throw new Error(`the contents of the documentation lack ${forgotten.join(', ')}`);
  /** @type {Files} */
  const files = new Map();
  for (const page of pages.values()) files.set(`${page.name}.html`, Buffer.from(documentOf(page, groups)));
  files.set('docs.css', await readFile(new URL('docs/docs.css', root)));
  return files;
}

/** @param {string} base */
function folderOf(base) {
  return base.endsWith('/') ? base : `${base}/`;
}

/**
 * What oEmbed's consumers ask for (oembed.com, sections 2.3.4.4 and 4), which wants whole URLs.
 *
 * @param {Files} files
 * @param {string} base
 */
function addOEmbed(files, base) {
  const at = new URL(folderOf(base));
  const frame = new URL('embed.html', at).href;
  const width = 800;
  const height = 600;
  files.set('oembed.json', Buffer.from(`${JSON.stringify({
    version: '1.0',
    type: 'rich',
    title: 's3cors: a CORS configuration of an S3 bucket, and what becomes of a call',
    provider_name: 's3cors',
    provider_url: at.href,
    html: `<iframe src="${frame}" width="${width}" height="${height}" title="s3cors" loading="lazy"></iframe>`,
    width,
    height,
  }, null, 2)}\n`));
  const link = `<link rel="alternate" type="application/json+oembed" href="${new URL('oembed.json', at).href}" title="s3cors">`;
  const html = String(files.get('embed.html'));
  files.set('embed.html', Buffer.from(html.replace('</head>', `${link}\n</head>`)));
}
