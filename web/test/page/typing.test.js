import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowser, pasteSource, press, selectSource, sourceText, textOf } from './browser.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} page */
const firstLine = (page) => page.$eval('.cm-line', (line) => line.textContent);

inBrowser('typing into the code editor', (open) => {
  test('what is typed, dictated and composed stands at the caret, in place of what was selected', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"ID": "one"}]');
    const at = (await sourceText(page)).indexOf('one');
    await selectSource(page, at, at + 3);
    await page.keyboard.type('two');
    assert.equal(await sourceText(page), '[{"ID": "two"}]');
    assert.equal(await firstLine(page), '[{"ID": "two"}]', 'on screen too');
    await page.keyboard.sendCharacter(' or three');
    assert.equal(await sourceText(page), '[{"ID": "two or three"}]');
    const session = await page.createCDPSession();
    await session.send('Input.imeSetComposition', { text: 'かn', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.insertText', { text: 'かん' });
    await page.waitForFunction(() => document.querySelector('.cm-line')?.textContent === '[{"ID": "two or threeかん"}]');
    assert.equal(await sourceText(page), '[{"ID": "two or threeかん"}]');
    await page.keyboard.type('!');
    assert.equal(await sourceText(page), '[{"ID": "two or threeかん!"}]');
  });

  test('letters that are typed on are one step of undo, wherever each was put', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"ID": ""}]');
    await selectSource(page, '[{"ID": "'.length);
    await page.keyboard.type('mice');
    await press(page, 'ArrowLeft');
    await press(page, 'ArrowLeft');
    await page.keyboard.type('x');
    assert.equal(await sourceText(page), '[{"ID": "mixce"}]');
    assert.equal(await firstLine(page), '[{"ID": "mixce"}]');
    await press(page, 'Control+z');
    assert.equal(await sourceText(page), '[{"ID": "mice"}]');
    await press(page, 'Control+z');
    assert.equal(await sourceText(page), '[{"ID": ""}]');
  });

  test('typing at the end of a long text brings the caret into view', async () => {
    const { page } = await open();
    await pasteSource(page, `[\n${'  {},\n'.repeat(200)}]`);
    await page.$eval('.cm-scroller', (scroller) => (scroller.scrollTop = 0));
    await page.keyboard.type(' ');
    await page.waitForFunction(() => (document.querySelector('.cm-scroller')?.scrollTop ?? 0) > 1_000);
  });

  test('a letter that takes the place of another, as an accent that is chosen, is left to the browser', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"ID": "cafes"}]');
    await selectSource(page, '[{"ID": "cafe'.length);
    const isTaken = (/** @type {number} */ before) => page.$eval('#source-text', (content, length) => {
      const selection = document.getSelection();
      const range = selection?.getRangeAt(0);
      if (!range) throw new Error('nothing is selected');
      const { startContainer, startOffset } = range;
      const target = new StaticRange({ startContainer, startOffset: startOffset - length, endContainer: startContainer, endOffset: startOffset });
      const event = new InputEvent('beforeinput', { inputType: 'insertText', data: 'é', cancelable: true, bubbles: true, targetRanges: [target] });
      content.dispatchEvent(event);
      return event.defaultPrevented;
    }, before);
    assert.equal(await isTaken(1), false);
    assert.equal(await sourceText(page), '[{"ID": "cafes"}]');
    assert.equal(await isTaken(0), true);
    assert.equal(await sourceText(page), '[{"ID": "cafeés"}]');
  });

  test('what the browser has selected since, and the editor has not heard of, is what a letter replaces', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"ID": "one"}]');
    await selectSource(page, 0);
    await page.$eval('.cm-line .value', (value) => {
      document.getSelection()?.selectAllChildren(value);
      const event = new InputEvent('beforeinput', { inputType: 'insertText', data: 'x', cancelable: true, bubbles: true });
      document.querySelector('#source-text')?.dispatchEvent(event);
      if (!event.defaultPrevented) document.execCommand('insertText', false, 'x');
    });
    assert.equal(await textOf(page, '.cm-line'), '[{"ID": "x"}]');
    assert.equal(await sourceText(page), '[{"ID": "x"}]');
  });
});
