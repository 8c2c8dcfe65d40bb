import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { buildPage } from '../../bundle/page.js';
import { buildSingle } from '../../bundle/single.js';
import { buildSite } from '../../bundle/site.js';
import { strict, verdictOf, visiting } from '../element/visit.js';

/** @typedef {import('../../bundle/page.js').Files} Files */

/** The policy of a server that knows nothing of the site but that it needs its own files; the page says the rest itself. */
const policy = `${strict}; worker-src 'self'; trusted-types s3cors`;
const at = 'some/folder/';

visiting('the site, in a folder of some server', (visitor) => {
  /** @type {Files} */
  let files;
  before(async () => {
    files = await buildSite({ base: 'https://cors.example/tools/' });
  });
  const site = () => visitor().serve((path) => files.get(path.slice(at.length)) ?? null, policy);

  it('shows each page of the documentation, whose examples come to their verdicts, without a violation or a file that is not there', async () => {
    const { url } = await site();
    const names = [...files.keys()].filter((path) => path.startsWith('docs/') && path.endsWith('.html'));
    assert.ok(names.length > 10);
    for (const name of names) {
      const page = await visitor().open(`${url}${at}${name}`);
      const shown = await page.$$eval('s3-cors-editor', (elements) => elements.length);
      if (shown > 0) {
        await page.waitForFunction(() => customElements.get('s3-cors-editor'));
        await page.evaluate(() => document.querySelector('s3-cors-editor')?.scrollIntoView());
        await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.result);
      }
      await page.browserContext().close();
    }
  });

  it('has no link that leads nowhere, and none that leaves the folder by a path of its own', async () => {
    for (const [path, content] of files) {
      if (!path.endsWith('.html')) continue;
      const html = String(content);
      for (const [, target] of html.replace(/<link rel="alternate"[^>]*>/, '').matchAll(/ (?:href|src)="([^"]*)"/g)) {
        if (target.startsWith('#i-') || /^(?:https?|mailto):/.test(target)) continue;
        assert.doesNotMatch(target, /^\//, `${path}: ${target}`);
        const url = new URL(target, `https://site.example/${path}`);
        const file = url.pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
        const found = files.get(file);
        assert.ok(found, `${path}: ${target}`);
        if (url.hash && file.startsWith('docs/')) assert.ok(String(found).includes(` id="${decodeURIComponent(url.hash.slice(1))}"`), `${path}: ${target}`);
      }
    }
  });

  it('has the page at its root, which works there', async () => {
    const { url } = await site();
    const page = await visitor().open(`${url}${at}`);
    await page.waitForSelector('html[data-ready]');
    assert.match(await page.$eval('#verdict-say', (say) => say.textContent ?? ''), /^Blocked\./);
  });

  it('leads from the foot of the page to the documentation, which is nowhere else beside it', async () => {
    const { url } = await site();
    const page = await visitor().open(`${url}${at}`, { width: 390, height: 900 });
    await page.waitForSelector('html[data-ready]');
    assert.equal(await page.$eval('.foot a', (link) => link.textContent), 'Documentation');
    await Promise.all([page.waitForNavigation(), page.click('.foot a')]);
    assert.equal(page.url(), `${url}${at}docs/`);
    assert.match(await page.$eval('h1', (heading) => heading.textContent ?? ''), /\S/);
    assert.doesNotMatch(String((await buildPage()).files.get('index.html')), /docs\//);
    assert.doesNotMatch((await buildSingle()).replace(/<script[^]*?<\/script>/g, ''), /docs\//);
  });

  for (const [width, scheme] of /** @type {const} */ ([[1440, 'light'], [390, 'dark']])) {
    it(`stands in ${width} pixels without scrolling sideways, ${scheme}`, async () => {
      const { url } = await site();
      for (const name of ['docs/index.html', 'docs/blocked.html', 'docs/s3.html', 'docs/api.html']) {
        const page = await visitor().open(`${url}${at}${name}`, { width, scheme });
        if (name === 'docs/blocked.html') await page.$eval('s3-cors-editor', (element) => element.scrollIntoView());
        if (name === 'docs/blocked.html') await verdictOf(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
        await page.browserContext().close();
      }
    });
  }

  it('describes its frame to oEmbed with the address that it was built for', () => {
    const description = JSON.parse(String(files.get('oembed.json')));
    assert.equal(description.type, 'rich');
    assert.equal(description.version, '1.0');
    assert.match(description.html, /^<iframe src="https:\/\/cors\.example\/tools\/embed\.html" width="800" height="600" /);
    assert.match(String(files.get('index.html')), /<meta property="og:image" content="https:\/\/cors\.example\/tools\/card\.png">/);
    assert.match(String(files.get('embed.html')), /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/cors\.example\/tools\/oembed\.json"/);
  });
});
