import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pagesBeside, pageWith, visiting } from './visit.js';

const body = '<s3-cors-editor page="https://a.example" call="PUT https://b.s3.amazonaws.com/k"><pre>[{"AllowedOrigins":["https://a.example"],"AllowedMethods":["PUT"]}]</pre></s3-cors-editor>';

visiting('<s3-cors-editor>, removed', (visitor) => {
  it('leaves nothing behind: no element, no node of its own, no listener', async () => {
    const site = await visitor().serve(pagesBeside({ 'index.html': pageWith(`${body}<div id="place"></div>`) }));
    const page = await visitor().open(site.url);
    await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.result !== null);
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    /** @returns {Promise<Record<string, number>>} */
    const counts = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const alive = await page.evaluate(() => (/** @type {any} */ (globalThis).refs ?? []).filter((/** @type {WeakRef<Element>} */ ref) => ref.deref()).length);
      return { ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])), alive: /** @type {number} */ (alive) };
    };
    /** Adds elements, has each show all its views, adds it again elsewhere, and removes it. */
    const round = () => page.evaluate(async () => {
      const place = /** @type {Element} */ (document.querySelector('#place'));
      const refs = /** @type {any} */ (globalThis).refs ??= [];
      const shown = (/** @type {Element} */ element) => new Promise((tell) => element.addEventListener('s3cors-result', tell, { once: true }));
      for (const view of /** @type {const} */ (['full', 'editor', 'result', 'exchange'])) {
        const element = document.createElement('s3-cors-editor');
        element.source = '[{"AllowedOrigins":["https://a.example"],"AllowedMethods":["GET"]}]';
        element.call = { page: 'https://a.example', url: 'https://b.s3.amazonaws.com/k' };
        element.view = view;
        let next = shown(element);
        place.append(element);
        await next;
        const again = document.createElement('div');
        place.append(again);
        again.append(element); // moved, and shown still
        if (!element.shadowRoot?.querySelector('.s3')) throw new Error('an element that is moved goes on showing what it showed');
        again.remove();
        await new Promise((later) => setTimeout(later));
        if (element.shadowRoot?.querySelector('.s3')) throw new Error('an element that is removed shows nothing any more');
        next = shown(element);
        place.append(again); // back, in what it was in
        await next;
        again.remove();
        refs.push(new WeakRef(element));
      }
      await new Promise((later) => setTimeout(later));
    });
    for (let i = 0; i < 2; i++) await round(); // what is made once for the page is there now
    /** What is left once nothing more goes: what a task still refers to goes with the next collection. */
    const settled = async () => {
      for (let left = await counts(), tries = 0; ; tries++) {
        await session.send('HeapProfiler.collectGarbage');
        const now = await counts();
        if (tries >= 20 || (now.alive === 0 && now.Nodes >= left.Nodes && now.JSEventListeners >= left.JSEventListeners)) return now;
        left = now;
      }
    };
    const before = await settled();
    for (let i = 0; i < 5; i++) await round();
    const after = await settled();
    assert.equal(after.alive, 0, 'elements are left');
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).refs.length), 28);
    assert.ok(after.JSEventListeners <= before.JSEventListeners, `${after.JSEventListeners} listeners after ${before.JSEventListeners}`);
    assert.ok(after.Nodes <= before.Nodes, `${after.Nodes} nodes after ${before.Nodes}`);
  });
});
