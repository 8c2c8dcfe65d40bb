import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, inBrowser, textOf } from './browser.js';

inBrowser('a cache before the bucket', (open) => {
  test('an answer that was kept fails a call that the bucket lets pass, and the cure is said', async () => {
    const { page } = await open();
    await ask(page, { page: 'https://app.example.com', method: 'GET', headers: [] });
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\./);
    assert.equal(await textOf(page, '#cache-tip'), '');
    await page.select('#cache', 'browser');
    assert.match(await textOf(page, '#verdict-say'), /^Sent, but not readable\./);
    assert.match(await textOf(page, '#cache-tip'), /kept.*\. Put crossorigin on each element/);
    await page.waitForSelector('#suggestions[hidden]');
    assert.equal((await page.$$('#verdict-act .main:not([hidden])')).length, 0, 'no rule has a part in that');
    await page.select('#cache', 'cdn-origin');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\./);
    await page.select('#cache', 'none');
    assert.equal(await textOf(page, '#cache-tip'), '');
  });
});
