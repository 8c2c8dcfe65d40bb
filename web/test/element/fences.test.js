import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pagesBeside, pageWith, visiting } from './visit.js';

const json = '[\n  {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}\n]';
const lines = json.split('\n');

/** The same fence as generators write it; the comment says what the author wrote. @type {Record<string, string>} */
const fences = {
  'CommonMark, ```s3-cors': `<pre><code class="language-s3-cors">${json}\n</code></pre>`,
  'mdBook, ```json,s3-cors': `<pre><code class="language-json s3-cors hljs"><span class="hljs-punctuation">[</span>${json.slice(1)}\n</code></pre>`,
  'markdown-it, ```json,s3-cors': `<pre><code class="language-json,s3-cors">${json}\n</code></pre>`,
  'VitePress, ```s3-cors': `<div class="language-s3-cors vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">s3-cors</span><pre class="shiki" v-pre=""><code>${lines.map((line) => `<span class="line"><span>${line}</span></span>`).join('\n')}</code></pre><div class="line-numbers-wrapper" aria-hidden="true"><span class="line-number">1</span></div></div>`,
  'Docusaurus, ```s3-cors': `<div class="language-s3-cors codeBlockContainer_x"><div class="codeBlockContent_y"><pre class="prism-code language-s3-cors"><code class="codeBlockLines_z">${lines.map((line) => `<span class="token-line"><span class="token plain">${line}</span><br></span>`).join('')}</code></pre><div class="buttonGroup"><button type="button">Copy</button></div></div></div>`,
  'Hugo, ```s3-cors': `<pre tabindex="0"><code class="language-s3-cors" data-lang="s3-cors">${json}\n</code></pre>`,
  'Hugo with numbers, ```json {class="s3-cors"}': `<div class="highlight s3-cors"><div class="chroma"><table class="lntable"><tbody><tr><td class="lntd"><pre tabindex="0" class="chroma"><code><span class="lnt">1\n</span><span class="lnt">2\n</span></code></pre></td><td class="lntd"><pre tabindex="0" class="chroma"><code class="language-json" data-lang="json">${lines.map((line) => `<span class="line"><span class="cl">${line}\n</span></span>`).join('')}</code></pre></td></tr></tbody></table></div></div>`,
  'MkDocs, ``` { .json .s3-cors }': `<div class="language-json s3-cors highlight"><pre><span></span><code>${lines.map((line, at) => `<a id="c-${at}" name="c-${at}" href="#c-${at}"></a>${line}`).join('\n')}\n</code></pre></div>`,
  'MkDocs, custom fence s3-cors': `<pre class="s3-cors"><code>${json}</code></pre>`,
  'Jekyll, {: .s3-cors}': `<div class="language-json s3-cors highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${json}\n</code></pre></div></div>`,
  'Sphinx, :class: s3-cors': `<div class="s3-cors highlight-json notranslate"><div class="highlight"><pre><span></span>${json}\n</pre></div></div>`,
  'Asciidoctor, [source.s3-cors,json]': `<div class="listingblock s3-cors"><div class="content"><pre class="highlight"><code class="language-json" data-lang="json">${json}</code></pre></div></div>`,
  'Astro, ```s3-cors': `<pre class="astro-code" data-language="s3-cors"><code>${lines.map((line) => `<span class="line">${line}</span>`).join('\n')}</code></pre>`,
};

const call = '<div class="highlight"><pre><code class="language-js s3-cors-call">fetch("https://b.s3.amazonaws.com/k")</code></pre></div>';

visiting('code blocks marked s3-cors', (visitor) => {
  it('become elements with their text, as generators write them', async () => {
    const body = Object.values(fences).map((fence) => `<section>${fence}<p>behind</p></section>`).join('');
    const site = await visitor().serve(pagesBeside({ 'index.html': pageWith(body, 'element/auto.js') }));
    const page = await visitor().open(site.url);
    await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.result);
    const found = await page.$$eval('section', (sections) => sections.map(({ children }) => [children.length, children[0]?.localName, children[0]?.localName === 's3-cors-editor' ? /** @type {HTMLElementTagNameMap['s3-cors-editor']} */ (children[0]).source : '']));
    Object.keys(fences).forEach((name, at) => assert.deepEqual(found[at], [2, 's3-cors-editor', json], name));
  });

  it('take the block behind them as their call, and words and data attributes as their options', async () => {
    const body = `<pre data-page="https://www.example.com"><code class="language-json s3-cors s3-cors-result s3-cors-readonly">${json}</code></pre>${call}<pre><code class="language-json">[]</code></pre>`;
    const site = await visitor().serve(pagesBeside({ 'index.html': pageWith(body, 'element/auto.js') }));
    const page = await visitor().open(site.url);
    await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.result);
    assert.deepEqual(await page.$eval('s3-cors-editor', (element) => [element.view, element.readOnly, element.call?.page, element.call?.url, element.exchange?.outcome]), ['result', true, 'https://www.example.com', 'https://b.s3.amazonaws.com/k', 'readable']);
    assert.deepEqual(await page.$$eval('body > *', (all) => all.map(({ localName }) => localName)), ['s3-cors-editor', 'pre']);
  });

  it('that are added later are wrapped by upgrade(), once', async () => {
    const site = await visitor().serve(pagesBeside({ 'index.html': pageWith('<main></main>', 'later.js'), 'later.js': `import { upgrade } from './element/auto.js';
      const code = document.createElement('code'); code.className = 'language-s3-cors'; code.textContent = '[]';
      const pre = document.createElement('pre'); pre.append(code); document.querySelector('main').append(pre);
      document.title = [upgrade().length, upgrade().length].join();` }));
    const page = await visitor().open(site.url);
    await page.waitForFunction(() => document.title === '1,0' && document.querySelector('s3-cors-editor')?.result);
  });
});
