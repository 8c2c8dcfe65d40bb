/**
 * Makes pages of Markdown: headings that can be linked to, links to other pages by their names on the site, and examples as elements.
 */

import MarkdownIt from 'markdown-it';
import { callBehind, elementOptions, readInfo } from './doc-fences.js';

/** @typedef {{ name: string, title: string, html: string, headings: { id: string, text: string, level: number }[], isLive: boolean }} Page */

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/** Markdown as the documentation is written in: CommonMark with tables; markup in it is text. */
export const markdown = new MarkdownIt({ html: false, linkify: false });

markdown.renderer.rules.fence = (tokens, at) => {
  const token = tokens[at];
  const { language, words, options } = readInfo(token.info);
  const block = `<pre tabindex="0"><code class="language-${escape(language || 'text')}">${escape(token.content)}</code></pre>\n`;
  if (words.includes('s3-cors-call')) return '';
  if (!words.includes('s3-cors')) return block;
  const call = callBehind(tokens, at);
  const attributes = elementOptions.flatMap((name) => (options[name] ? [` ${name}="${escape(options[name])}"`] : []));
  return `<s3-cors-editor${attributes.join('')}>${block}${call ? `<pre tabindex="0" class="s3-cors-call"><code>${escape(call.content)}</code></pre>\n` : ''}</s3-cors-editor>\n`;
};

markdown.renderer.rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

markdown.renderer.rules.link_open = (tokens, at, options, _, self) => {
  const href = String(tokens[at].attrGet('href'));
  if (!/^[a-z]+:/i.test(href)) tokens[at].attrSet('href', href.replace(/\.md(?=#|$)/, '.html'));
  else tokens[at].attrSet('rel', 'noopener');
  return self.renderToken(tokens, at, options);
};

/**
 * @param {string} name  Of the page, without ".html".
 * @param {string} text
 * @returns {Page}
 */
export function renderPage(name, text) {
  const tokens = markdown.parse(text, {});
  /** @type {Page['headings']} */
  const headings = [];
  const known = new Set();
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open') return;
    const said = (tokens[at + 1].children ?? []).map(({ content }) => content).join('');
    const id = slug(said, known);
    token.attrSet('id', id);
    headings.push({ id, text: said, level: Number(token.tag.slice(1)) });
  });
  const html = markdown.renderer.render(tokens, markdown.options, {});
  return { name, title: headings[0]?.text ?? name, html, headings, isLive: html.includes('<s3-cors-editor') };
}

/**
 * As GitHub makes the anchors of headings.
 *
 * @param {string} text
 * @param {Set<string>} known
 */
function slug(text, known) {
  const base = text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-') || 'section';
  let id = base;
  for (let count = 1; known.has(id); count++) id = `${base}-${count}`;
  known.add(id);
  return id;
}

/** @typedef {{ title: string, pages: { name: string, title: string }[] }} Group  Pages that stand together in the contents. */

/**
 * The whole document of a page.
 *
 * @param {Page} page
 * @param {Group[]} contents
 */
export function documentOf(page, contents) {
  const list = contents.map(({ title, pages }) => `<h2>${escape(title)}</h2>\n<ul>\n${pages.map((other) => `<li><a href="${other.name}.html"${other.name === page.name ? ' aria-current="page"' : ''}>${escape(other.title)}</a></li>`).join('\n')}\n</ul>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>${escape(page.title)} · s3cors</title>
<link rel="icon" href="../favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="docs.css">
${page.isLive ? '<script type="module" src="../s3-cors-editor.js"></script>\n' : ''}</head>
<body>
<header><a class="home" href="../">s3cors</a> <a href="index.html">Documentation</a></header>
<div class="columns">
<main>
${page.html}</main>
<nav aria-label="Contents">
${list}
</nav>
</div>
</body>
</html>
`;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
