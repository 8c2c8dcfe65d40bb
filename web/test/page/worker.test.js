import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { load } from '../../s3cors.js';
import { inBrowser } from './browser.js';
import { uploadsAndPublicReading } from './documented.js';

/**
 * What a new Worker answers to a text.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} text
 * @returns {Promise<{ answers: [accepted: boolean, md5: string][], starts: number }>}
 */
function ask(page, text) {
  return page.evaluate((sent) => {
    const here = /** @type {any} */ (globalThis);
    // The policy of the page takes no address of a script that is a mere string.
    here.addresses ??= here.trustedTypes.createPolicy('s3cors', { createScriptURL: (/** @type {string} */ address) => address });
    const worker = new Worker(here.addresses.createScriptURL('test/page/worker.js'), { type: 'module' });
    return new Promise((answered, failed) => {
      worker.onmessage = ({ data }) => answered(data);
      worker.onerror = ({ message }) => failed(new Error(message || 'the Worker did not start'));
      worker.postMessage(sent);
    });
  }, text);
}

inBrowser('a module Worker', (open) => {
  test('loads the module under the content security policy, as often as it likes, and validates', async () => {
    const { page } = await open();
    const s3cors = await load();
    const md5 = createHash('md5').update(s3cors.toXML(uploadsAndPublicReading).text ?? '').digest('base64');
    const accepted = { answers: Array(4).fill([true, md5]), starts: 2 };
    assert.deepEqual(await Promise.all([ask(page, uploadsAndPublicReading), ask(page, uploadsAndPublicReading)]), [accepted, accepted], 'two Workers at once');
    const refused = uploadsAndPublicReading.replace('PUT', 'OPTIONS');
    assert.deepEqual((await ask(page, refused)).answers.map(([answer]) => answer), [false, false, false, false]);
  });
}, { isBuilt: false });
