import { defineConfig } from 'vitepress';
import { s3corsFences } from './s3cors-fences.js';

export default defineConfig({
  title: 'Uploads',
  description: 'Documentation with a live CORS configuration',
  base: '/docs/',
  head: [['link', { rel: 'icon', href: '/docs/favicon.svg' }]],
  markdown: { config: (md) => md.use(s3corsFences), highlight: plain },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 's3-cors-editor' } } },

  // The rest is for a content security policy without 'unsafe-inline'; leave it out where there is none.
  appearance: false,
  metaChunk: true,
  transformHtml: (html) => html.replace(/<script id="check-mac-os">.*?<\/script>/s, '').replace(/ style="[^"]*"/g, ''),
});

/** Shiki writes the colours into style attributes, which such a policy forbids. */
function plain(code) {
  return `<pre v-pre><code>${code.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></pre>`;
}
