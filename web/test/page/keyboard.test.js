import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focused, inBrowser, pasteSource, press, sourceText, textOf } from './browser.js';
import { uploadsAndPublicReading } from './documented.js';

/**
 * In the code editor Tab indents, until Escape was pressed.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function leaveSource(page) {
  if ((await focused(page)) === 'Configuration source') await page.keyboard.press('Escape');
}

inBrowser('keyboard', (open) => {
  test('Tab walks the page in its order; Escape, then Tab, leaves the source', async () => {
    const { page } = await open();
    /** @type {string[]} */
    const stops = [];
    for (let i = 0; i < 60; i++) {
      await leaveSource(page);
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (i > 0 && stop === stops[0]) break;
      stops.push(stop);
    }
    assert.equal(stops[0], 'Examples');
    assert.equal(stops[stops.indexOf('Source') + 1], 'Configuration source');
    const landmarks = ['Configuration source', 'Paste a request, a response or an error', 'Page', 'Called by', 'Method', 'Calls', 'Add a request header', 'Credentials', 'Bucket', 'More body: bytes', 'Why', 'line 4', 'Copy', 'Download cors.xml', 'cors.xml'];
    const order = landmarks.map((stop) => stops.indexOf(stop));
    assert.ok(order.every((at) => at >= 0), `missing among ${stops.join(' | ')}`);
    assert.deepEqual(order, order.toSorted((a, b) => a - b));
  });

  test('what has the focus is seen', async () => {
    const { page } = await open();
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return true;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const box = element.closest('.editor');
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (box !== null && getComputedStyle(box).boxShadow !== 'none');
      });
      assert.ok(seen, await focused(page));
    }
  });

  test('the focus stays on the page where its button is none any more: the last step, a notice, a fix in the source', async () => {
    const { page } = await open();
    await page.focus('#source-text');
    await page.keyboard.type(' ');
    await page.focus('#undo');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#redo:focus');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#undo:focus'); // Edits that follow at once are drawn together, a moment later.
    const { page: other } = await open({ fragment: '#example/refused' });
    await other.focus('#notice button');
    await other.keyboard.press('Enter');
    assert.equal(await other.evaluate(() => document.activeElement?.id), 'config');
    await other.focus('#source-text');
    await other.keyboard.press('F8');
    await other.waitForSelector('.tip-problem');
    await press(other, 'Control+.');
    await other.waitForFunction(() => /^Done: /.test(document.getElementById('announce')?.textContent ?? ''));
    assert.equal(await focused(other), 'Configuration source');
  });

  test('Control and Enter lead to the verdict from the end of a list too', async () => {
    const { page } = await open();
    await page.focus('#request-form .add');
    await press(page, 'Control+Enter');
    assert.equal(await focused(page), 'Verdict');
  });

  test('a question mark lists the shortcuts, and is a letter where one types', async () => {
    const { page } = await open();
    const isOpen = () => page.$eval('#keys', (list) => list.hasAttribute('open'));
    await page.focus('#theme');
    await page.keyboard.type('?');
    assert.equal(await isOpen(), true);
    assert.match(await textOf(page, '#keys'), /F8 next diagnostic.*Escape Tab leave the source/);
    await page.keyboard.type('?');
    assert.equal(await isOpen(), false);
    for (const field of ['#source-text', '#page', '#request-form input.add']) {
      await page.focus(field);
      await page.keyboard.type('?');
      assert.equal(await isOpen(), false, field);
    }
    // WCAG 2.1.4: a shortcut of one character can be turned off.
    await page.click('#keys summary');
    await page.click('#keys label');
    await page.focus('#theme');
    await page.keyboard.type('?');
    assert.equal(await isOpen(), true, 'it stays as it is');
  });

  test('arrows, Home and End move through tabs', async () => {
    const { page } = await open();
    await page.focus('#t-source');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.$eval('#t-rules', (tab) => tab.getAttribute('aria-selected')), 'true');
    assert.equal(await page.$eval('#rules', (panel) => /** @type {HTMLElement} */ (panel).hidden), false);
    assert.equal(await page.$eval('#source', (panel) => /** @type {HTMLElement} */ (panel).hidden), true);
    await page.keyboard.press('End');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 't-tests');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 't-source');
    await page.keyboard.press('Home');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 't-source');
    assert.equal(await page.$eval('#t-rules', (tab) => /** @type {HTMLElement} */ (tab).tabIndex), -1);
  });

  test('Control and Enter go to the verdict', async () => {
    const { page } = await open();
    await page.focus('#source-text');
    await press(page, 'Control+Enter');
    assert.equal(await focused(page), 'Verdict');
    assert.doesNotMatch(await sourceText(page), /\n$/, 'and write no line');
  });

  test('the menu of examples opens, moves and closes', async () => {
    const { page } = await open();
    await page.focus('#examples');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#examples-menu li:focus');
    assert.match(await focused(page), /^A failing upload/);
    await page.keyboard.press('ArrowDown');
    assert.match(await focused(page), /^Uploads and public reading/);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'examples');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('#examples-menu li:focus');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#notice:not([hidden])');
    assert.equal(await sourceText(page), uploadsAndPublicReading);
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1/);
  });

  test('the whole job without a pointer: paste, ask, read, mend by card', async () => {
    const { page } = await open();
    /** @param {string} stop */
    const tabTo = async (stop) => {
      for (let i = 0; i < 80; i++) {
        if ((await focused(page)) === stop) return;
        await leaveSource(page);
        await page.keyboard.press('Tab');
      }
      assert.fail(`Tab does not come to ${stop}`);
    };
    await tabTo('Configuration source');
    await pasteSource(page, uploadsAndPublicReading);
    await tabTo('Page');
    await press(page, 'Control+a');
    await page.keyboard.type('https://www.example.com');
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\./);
    await tabTo('Source');
    await page.keyboard.press('ArrowRight');
    await tabTo('Add an origin to rule 1');
    await page.keyboard.type('https://www.example.com');
    await page.keyboard.press('Enter');
    await press(page, 'Control+Enter');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1/);
  });

  test('the verdict is read out once typing rests, and only if it is news', async () => {
    const { page } = await open();
    await page.waitForFunction(() => document.getElementById('verdict-status')?.textContent?.startsWith('Blocked.'));
    await page.evaluate(() => {
      const status = document.getElementById('verdict-status');
      /** @type {any} */ (globalThis).said = [];
      if (status) new MutationObserver(() => /** @type {any} */ (globalThis).said.push(status.textContent)).observe(status, { childList: true });
    });
    // Ten edits in a row, each with another verdict, and then the first again.
    const shown = await page.evaluate(async () => {
      const field = /** @type {HTMLInputElement} */ (document.getElementById('page'));
      const words = [];
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'app']) {
        field.value = `https://${name}.example.com`;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        words.push(document.getElementById('verdict-say')?.textContent);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return words;
    });
    assert.equal(new Set(shown).size, 10, 'each is on screen at once');
    await page.waitForFunction(() => document.getElementById('verdict-status')?.textContent?.startsWith('Allowed.'));
    await page.select('#credentials', 'omit');
    await page.select('#credentials', 'same-origin');
    const said = await page.evaluate(() => /** @type {any} */ (globalThis).said.length);
    assert.equal(said, 1, 'only the last is said');
  });
});
