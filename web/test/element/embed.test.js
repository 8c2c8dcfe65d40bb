import assert from 'node:assert/strict';
import { it } from 'node:test';
import { writeLink } from '../../page/link.js';
import { bucket, emptyCall } from '../../page/state.js';
import { pagesBeside, strict, visiting } from './visit.js';

const text = '[{"AllowedOrigins":["https://app.example.com"],"AllowedMethods":["PUT"]}]';
const fragment = String(await writeLink({
  text, candidate: 0, values: {}, call: { ...emptyCall, page: 'https://www.example.com', method: 'PUT' }, server: bucket, shown: null, configTab: 'source', answerTab: 'why', format: 'xml',
}));

/** The page as it is before it is built, whose policy is in the page. */
const framed = strict.replace("frame-src 'self'; ", '');

visiting('embed.html, in a frame', (visitor) => {
  /** @param {string} frame @param {string} [head] */
  const host = async (frame, head = '<script type="module" src="embed-host.js"></script>') => {
    const own = await visitor().serve(pagesBeside({}), framed);
    const body = frame.replaceAll('EMBED', `${own.url}embed.html`);
    const site = await visitor().serve(
      pagesBeside({ 'index.html': `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="favicon.svg">${head}<body>${body}</body></html>` }),
      strict.replace("frame-src 'self'", `frame-src 'self' ${own.url}`),
    );
    const page = await (await visitor().browser.createBrowserContext()).newPage();
    await page.goto(site.url);
    const found = await page.waitForSelector('iframe');
    return { page, own, inner: /** @type {import('puppeteer-core').Frame} */ (await found?.contentFrame()) };
  };
  /** @param {import('puppeteer-core').Frame} frame */
  const verdict = async (frame) => {
    const said = await frame.waitForFunction(() => document.querySelector('s3-cors-editor')?.shadowRoot?.querySelector('.verdict .say')?.textContent);
    return String(await said.jsonValue());
  };

  /**
   * The height on which both sides have settled.
   *
   * @param {import('puppeteer-core').Page} page
   * @param {import('puppeteer-core').Frame} inner
   */
  const agreed = async (page, inner) => {
    for (;;) {
      const wanted = await inner.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
      const given = await page.waitForFunction((wanted) => document.querySelector('iframe')?.style.height === `${wanted}px`, { timeout: 3000 }, wanted).catch(() => null);
      if (given) return wanted;
    }
  };

  it('shows what a link of the page says, in the view and theme that are asked for', async () => {
    const { inner } = await host(`<iframe src="EMBED?view=result&amp;theme=dark&amp;readonly${fragment}" title="x"></iframe>`);
    assert.match(await verdict(inner), /^Blocked\. No rule lets https:\/\/www\.example\.com PUT/);
    assert.deepEqual(await inner.$eval('s3-cors-editor', (element) => [element.source, element.view, element.readOnly, getComputedStyle(/** @type {Element} */ (element.shadowRoot?.querySelector('.s3'))).colorScheme]), [text, 'result', true, 'dark']);
    assert.equal(await inner.$eval('#open', (link) => new URL(/** @type {HTMLAnchorElement} */ (link).href).hash), fragment);
  });

  it('gets the height that it needs, when that changes too', async () => {
    const { page, inner } = await host(`<iframe src="EMBED?view=full${fragment}" title="x"></iframe>`);
    await verdict(inner);
    const before = await agreed(page, inner);
    assert.ok(before > 300);
    await inner.$eval('s3-cors-editor', (element) => (element.view = 'result'));
    await inner.waitForFunction(() => !document.querySelector('s3-cors-editor')?.shadowRoot?.querySelector('textarea'));
    assert.ok((await agreed(page, inner)) < before);
  });

  it('the page around takes a height from that frame and from its origin only, and nothing else', async () => {
    const { page, inner } = await host(`<iframe src="EMBED?view=result${fragment}" title="x"></iframe>`);
    const height = () => page.$eval('iframe', (frame) => frame.style.height);
    await verdict(inner);
    await agreed(page, inner);
    await page.evaluate(() => (/** @type {HTMLElement} */ (document.querySelector('iframe')).style.height = '77px'));
    await page.evaluate(async () => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      const { origin } = new URL(frame.src);
      const source = frame.contentWindow;
      /** @type {MessageEventInit<unknown>[]} */
      const wrongs = [
        { data: { type: 's3cors-size', height: 500 }, origin: 'https://evil.example', source },
        { data: { type: 's3cors-size', height: 500 }, origin, source: window },
        { data: { type: 's3cors-size', height: '500' }, origin, source },
        { data: { type: 's3cors-size', height: -1 }, origin, source },
        { data: { type: 's3cors-size', height: 1e9 }, origin, source },
        { data: { type: 's3cors-size', height: NaN }, origin, source },
        { data: { type: 'another', height: 500 }, origin, source },
        { data: 's3cors-size', origin, source },
        { data: null, origin, source },
      ];
      for (const wrong of wrongs) dispatchEvent(new MessageEvent('message', wrong));
    });
    assert.equal(await height(), '77px');
    await page.evaluate(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      dispatchEvent(new MessageEvent('message', { data: { type: 's3cors-size', height: 500.2 }, origin: new URL(frame.src).origin, source: frame.contentWindow }));
    });
    assert.equal(await height(), '501px');
  });

  it('tells its height to the page around, and nothing else', async () => {
    const listen = '<script type="module" src="listen.js"></script>';
    const own = await visitor().serve(pagesBeside({}), framed);
    const site = await visitor().serve(pagesBeside({
      'index.html': `<!doctype html><title>A page</title>${listen}<body></body>`,
      'listen.js': `window.told = []; addEventListener('message', ({ data, origin }) => window.told.push([data.type, Number.isInteger(data.height), origin, Object.keys(data).length]));
        const frame = document.createElement('iframe'); frame.src = '${own.url}embed.html'; document.body.append(frame);`,
    }), strict.replace("frame-src 'self'", `frame-src ${own.url}`));
    const page = await (await visitor().browser.createBrowserContext()).newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => /** @type {any} */ (window).told?.length > 0);
    assert.deepEqual((await page.evaluate(() => /** @type {any} */ (window).told))[0], ['s3cors-size', true, new URL(own.url).origin, 2]);
  });

  it('says why a link cannot be read', async () => {
    const { inner } = await host('<iframe src="EMBED#1damaged" title="x"></iframe>');
    const alert = await inner.waitForSelector('[role="alert"]');
    assert.match(await alert?.evaluate((found) => found.textContent) ?? '', /^The link cannot be read\. It is cut off/);
  });
});
