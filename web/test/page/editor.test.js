import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, fill, focused, inBrowser, pasteSource, press, selectSource, selectedSource, sourceText, textOf, textsOf } from './browser.js';
import { uploadsAndPublicReading } from './documented.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} page @param {string} text */
const tipSays = (page, text) => page.waitForFunction((said) => document.querySelector('.tip-problem')?.textContent?.includes(said), {}, text);

/** @param {Page} page @param {string} selector @param {string} text */
const saysOf = (page, selector, text) => page.waitForFunction((where, said) => document.querySelector(where)?.textContent?.includes(said), { polling: 20 }, selector, text);

/** @param {Page} page */
const completions = (page) => textsOf(page, '.cm-tooltip-autocomplete li .cm-completionLabel');

/** @param {Page} page */
const boxes = (page) => page.evaluate(() => ['editor', 'config-bar', 'output'].map((id) => JSON.stringify(document.getElementById(id)?.getBoundingClientRect())));

inBrowser('code editor', (open) => {
  for (const width of [1440, 390]) {
    test(`it takes the place of the plain text, and nothing moves, at ${width}`, async () => {
      const { page, letEditorIn } = await open({ plain: true, width });
      assert.equal((await page.$$('textarea#source-text')).length, 1);
      assert.match(await textOf(page, '#verdict-say'), /^Blocked\./, 'the answer is there before it');
      await page.waitForSelector('#suggestions:not([hidden])');
      const before = await boxes(page);
      const lineBefore = await page.$eval('.src .off', (mark) => JSON.stringify(mark.getBoundingClientRect()));
      const underlines = () => page.$$eval('.src .hit', (marks) => marks.map((mark) => mark.getBoundingClientRect().bottom));
      const underlinesBefore = await underlines();
      await letEditorIn();
      assert.equal((await page.$$('textarea#source-text')).length, 0);
      assert.deepEqual(await boxes(page), before);
      assert.equal(await page.$eval('.src .off', (mark) => JSON.stringify(mark.getBoundingClientRect())), lineBefore, 'each letter is where it was');
      assert.deepEqual(await underlines(), underlinesBefore, 'and each line under one');
    });
  }

  test('the text stays under the caret while a cause of one line becomes one of two', async () => {
    const { page } = await open();
    const top = () => page.$eval('#editor', (editor) => editor.getBoundingClientRect().top);
    const lines = () => page.$eval('#verdict-cause', (cause) => Math.round(cause.getBoundingClientRect().height / 20));
    const [before, seen] = [await top(), new Set([await lines()])];
    for (const origin of ['*', `https://${'moved-again.'.repeat(12)}example.com`]) {
      await pasteSource(page, `[{"AllowedOrigins": ["${origin}"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["*"]}]`);
      seen.add(await lines());
      assert.equal(await top(), before);
    }
    assert.ok(seen.size > 1, 'the causes have as many lines as each other');
  });

  test('it keeps text, caret, focus and the steps that can be taken back', async () => {
    const { page, letEditorIn } = await open({ plain: true });
    const example = await sourceText(page);
    await pasteSource(page, uploadsAndPublicReading);
    await page.click('#t-rules');
    await fill(page, '[aria-label="ID of rule 1"]', 'a');
    await page.click('#t-source');
    const edited = await sourceText(page);
    const at = edited.indexOf('http://www');
    await selectSource(page, at, at + 4);
    await letEditorIn();
    assert.equal(await sourceText(page), edited);
    assert.equal(await selectedSource(page), 'http');
    assert.equal(await focused(page), 'Configuration source');
    await page.keyboard.type('https');
    await press(page, 'Control+z');
    assert.equal(await sourceText(page), edited);
    await press(page, 'Control+z');
    assert.equal(await sourceText(page), uploadsAndPublicReading);
    await press(page, 'Control+z');
    assert.equal(await sourceText(page), example);
    await page.waitForSelector('#undo:disabled', { timeout: 5_000 }).catch(async () => {
      await press(page, 'Control+z');
      assert.fail(`one more step could be taken back, to ${JSON.stringify(await sourceText(page))}`);
    });
    await page.click('#redo');
    assert.equal(await sourceText(page), uploadsAndPublicReading);
  });

  test('edits by text, by card and by fix are steps of one history, each its own', async () => {
    const { page } = await open();
    const text = '[\n  // everyone\n  {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ExposedHeaders": ["ETag"]}\n]';
    await pasteSource(page, text);
    /** @type {string[]} */
    const steps = [text];
    const record = async () => {
      const now = await sourceText(page);
      assert.notEqual(now, steps.at(-1));
      steps.push(now);
    };
    await page.$$eval('#diagnostics .apply .b', (buttons) => /** @type {HTMLElement} */ (buttons.find((button) => button.textContent === 'Rename it to ExposeHeaders')).click());
    await record();
    await page.click('#t-rules');
    await page.click('.card .seg button:nth-child(2)');
    await record();
    await fill(page, '[aria-label="ID of rule 1"]', 'everyone');
    await record();
    await page.click('#t-source');
    await selectSource(page, text.indexOf('*'), text.indexOf('*') + 1);
    await page.keyboard.type('https://a.example');
    await record();
    assert.ok(steps.every((step) => step.includes('// everyone')), 'comments stay');
    for (const step of steps.toReversed().slice(1)) {
      await press(page, 'Control+z');
      assert.equal(await sourceText(page), step);
    }
    for (const step of steps.slice(1)) {
      await page.click('#redo');
      assert.equal(await sourceText(page), step);
    }
    assert.match(await textOf(page, '#config-bar .is'), /S3 accepts it/);
  });

  test('Tab indents; Escape, then Tab, leaves, and the description says so', async () => {
    const { page } = await open();
    await selectSource(page, 0);
    await page.keyboard.press('Tab');
    assert.match(await sourceText(page), /^ {2}<CORSConfiguration>/);
    assert.equal(await focused(page), 'Configuration source');
    assert.equal(await page.$eval('#source-text', (field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent), 'Tab indents. Escape, then Tab, leaves the editor.');
    await press(page, 'Shift+Tab');
    assert.match(await sourceText(page), /^<CORSConfiguration>/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    assert.notEqual(await focused(page), 'Configuration source');
    await press(page, 'Shift+Tab');
    assert.equal(await focused(page), 'Configuration source');
    await page.keyboard.press('Escape');
    await press(page, 'Shift+Tab');
    assert.notEqual(await focused(page), 'Configuration source');
  });

  test('F8 says what is wrong and offers the fix; a key applies it', async () => {
    const { page } = await open();
    const text = '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ExposedHeaders": ["ETag"]}]';
    await pasteSource(page, text);
    await selectSource(page, 0);
    await press(page, 'F8');
    for (let i = 0; i < 10 && !(await selectedSource(page)).includes('ExposedHeaders'); i++) await press(page, 'F8');
    await tipSays(page, 'Warning:');
    assert.deepEqual(await textsOf(page, '.tip-problem .b'), ['Rename it to ExposeHeaders']);
    await press(page, 'Control+.');
    assert.equal(await sourceText(page), text.replace('ExposedHeaders', 'ExposeHeaders'));
    assert.equal((await page.$$('.tip-problem')).length, 0);
    await press(page, 'Control+z');
    assert.equal(await sourceText(page), text);
  });

  test('what is wrong is marked in the margin and under the text, and told where the pointer rests', async () => {
    const { page } = await open();
    await pasteSource(page, '[\n  {"AllowedOrigins": ["*"], "AllowedMethods": ["GET",\n    "OPTIONS"]}\n]');
    assert.deepEqual(await textsOf(page, '.cm-line .error'), ['OPTIONS']);
    const shape = await page.$eval('.marks .at-error', (mark) => getComputedStyle(mark, '::after').content);
    assert.notEqual(shape, 'none');
    const place = await page.$eval('.cm-line .error', (mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(place.x - 3, place.y);
    await page.mouse.move(place.x, place.y);
    await tipSays(page, 'OPTIONS');
    await page.mouse.move(0, 0);
    await page.waitForFunction(() => !document.querySelector('.tip-problem'));
    await page.click('.marks .at-error');
    await tipSays(page, 'OPTIONS');
    await page.focus('#source-text');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.tip-problem'));
  });

  test('names and values are completed where they stand', async () => {
    const { page } = await open();
    await pasteSource(page, '<CORSConfiguration>\n  <CORSRule>\n    \n  </CORSRule>\n</CORSConfiguration>');
    await selectSource(page, (await sourceText(page)).indexOf('    \n') + 4);
    await page.keyboard.type('<');
    await page.waitForSelector('.cm-tooltip-autocomplete');
    assert.ok((await completions(page)).includes('AllowedOrigin'));
    await page.keyboard.type('AllowedM');
    await page.waitForFunction(() => document.querySelectorAll('.cm-tooltip-autocomplete li').length === 1);
    // A list that has only just come takes no key, lest what is typed is lost.
    await page.waitForFunction(() => performance.now() - /** @type {any} */ (globalThis).since > 200 || void (/** @type {any} */ (globalThis).since ??= performance.now()));
    await page.keyboard.press('Tab');
    assert.match(await sourceText(page), /<AllowedMethod><\/AllowedMethod>/);
    await press(page, 'Control+Space');
    await page.waitForFunction(() => document.querySelector('.cm-tooltip-autocomplete li .cm-completionLabel')?.textContent === 'GET');
    assert.deepEqual(await completions(page), ['GET', 'HEAD', 'PUT', 'POST', 'DELETE']);
    await page.keyboard.press('Escape');

    await pasteSource(page, '[{"AllowedOrigins": [""], "AllowedMethods": ["GET"], "AllowedHeaders": ["x"]}]');
    await selectSource(page, (await sourceText(page)).indexOf('[""]') + 2);
    await press(page, 'Control+Space');
    await page.waitForSelector('.cm-tooltip-autocomplete');
    assert.equal((await completions(page))[0], 'https://www.example.com', 'the page’s origin comes first');
    await page.keyboard.press('Escape');
    await selectSource(page, (await sourceText(page)).indexOf('"x"') + 2);
    await page.keyboard.type('-amz-m');
    await page.waitForFunction(() => Array.from(document.querySelectorAll('.cm-completionLabel')).some((label) => label.textContent === 'x-amz-meta-*'));
  });

  test('what is written already is not proposed', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"AllowedOrigins": ["https://a.example", "https://b.example"], "AllowedMethods": ["GET"]}]');
    await selectSource(page, (await sourceText(page)).indexOf('a.example'));
    await press(page, 'Control+Space');
    await page.waitForSelector('.cm-tooltip-autocomplete');
    const proposed = await completions(page);
    assert.ok(proposed.includes('https://b.example'), proposed.join());
    assert.ok(!proposed.includes('https://a.example'), proposed.join());
  });

  test('an edit draws the check anew that it is about; all else stays, and leads to where it is now', async () => {
    const { page } = await open();
    const rule = (/** @type {string} */ host) => `  <CORSRule>\n    <AllowedOrigin>https://${host}</AllowedOrigin>\n    <AllowedMethod>GET</AllowedMethod>\n  </CORSRule>\n`;
    await pasteSource(page, `<CORSConfiguration>\n${['a.invalid', 'b.invalid', 'c.invalid'].map(rule).join('')}</CORSConfiguration>\n`);
    await ask(page, { page: 'https://www.example.com', method: 'PUT', headers: [] });
    const rows = () => page.$$eval('#why .rule > *', (all) => all.map((row) => /** @type {any} */ (row).drawn ?? 'anew'));
    await page.$$eval('#why .rule > *', (all) => all.forEach((row, i) => (/** @type {any} */ (row).drawn = i)));
    await selectSource(page, (await sourceText(page)).indexOf('b.invalid'));
    await page.keyboard.type('b');
    await saysOf(page, '#why .rule:nth-child(2)', 'bb.invalid');
    assert.deepEqual(await rows(), [0, 1, 2, 3, 4, 'anew', 6, 7, 8, 9, 10, 11]);
    await selectSource(page, 0);
    await page.keyboard.press('Enter');
    await saysOf(page, '#why .rule:nth-child(3)', 'line 13');
    assert.deepEqual(await textsOf(page, '#why .rule:nth-child(3) .ln'), ['line 12', 'line 13']);
    await page.click('#why .rule:nth-child(3) .ln');
    assert.equal(await selectedSource(page), 'https://c.invalid');
  });

  test('a rule in view follows each key; one out of view when typing rests, lit as before', async () => {
    const { page } = await open();
    const rule = (/** @type {number} */ i) => `<CORSRule><AllowedOrigin>https://a${i}.invalid</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>\n`;
    await pasteSource(page, `<CORSConfiguration>\n${Array.from({ length: 12 }, (_, i) => rule(i)).join('')}</CORSConfiguration>\n`);
    await ask(page, { page: 'https://www.example.com', method: 'GET', headers: [] });
    /** Types into the origin of a rule, and gives what is said of it before there is time for anything else. @param {number} i */
    const type = async (i) => {
      await selectSource(page, (await sourceText(page)).indexOf(`a${i}.invalid`));
      await page.$eval('#why .rule:first-child', (first) => first.scrollIntoView({ block: 'center' }));
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await page.$eval('#source-text', (source, rule) => source.addEventListener('beforeinput', () => setTimeout(() => {
        document.body.dataset.said = document.querySelector(`#why [data-rule="${rule}"] .pat`)?.textContent ?? '';
      }), { once: true }), i);
      await page.keyboard.type('z');
      return (await page.waitForSelector('[data-said]'))?.evaluate((body) => {
        const said = body.getAttribute('data-said');
        body.removeAttribute('data-said');
        return said;
      });
    };
    assert.equal(await type(0), 'https://za0.invalid');
    assert.equal(await type(11), 'https://a11.invalid');
    await saysOf(page, '#why [data-rule="11"] .pat.lit', 'https://za11.invalid');
  });

  test('a tip reaches over what stands beside the editor', async () => {
    const { page } = await open();
    await pasteSource(page, `<CORSConfiguration>${' '.repeat(40)}<CORSRule><AllowedMethods>GET</AllowedMethods></CORSRule></CORSConfiguration>`);
    const at = (await sourceText(page)).indexOf('AllowedMethods');
    await selectSource(page, at);
    await press(page, 'F8');
    await page.waitForSelector('.tip-problem');
    await page.$eval('.tip-problem', (tip) => ((/** @type {HTMLElement} */ (tip)).style.minWidth = '900px'));
    assert.ok(await page.$eval('.tip-problem', (tip) => {
      const beside = /** @type {HTMLElement} */ (document.querySelector('#answer')).getBoundingClientRect().left;
      const { right, top, bottom } = tip.getBoundingClientRect();
      if (right < beside + 20) throw new Error(`it ends at ${right}, before ${beside}`);
      return document.elementFromPoint(beside + 10, (top + bottom) / 2)?.closest('.tip-problem') !== null;
    }));
  });

  test('lines are drawn where they are in view or near it, also after scrolling', async () => {
    const { page } = await open();
    await pasteSource(page, `[\n${Array.from({ length: 100 }, (_, i) => `  {"ID": "r${i}", "AllowedOrigins": ["https://a.example"],\n   "AllowedMethods": ["GET"]}`).join(',\n')}\n]`);
    /** @param {number} to */
    const beyondView = (to) => page.$eval('.cm-scroller', async (scroller, top) => {
      scroller.scrollTop = top;
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      const box = scroller.getBoundingClientRect();
      // The last line has the caret, and is drawn wherever it is.
      const lines = [...scroller.querySelectorAll('.cm-line')].map((line) => line.getBoundingClientRect()).slice(0, -1);
      return { above: Math.max(box.top, 0) - lines[0].top, below: (lines.at(-1)?.bottom ?? 0) - Math.min(box.bottom, innerHeight) };
    }, to);
    for (const to of [1500, 1600, 3000, 900]) {
      const { above, below } = await beyondView(to);
      assert.ok(above >= 0 && below >= 0, `at ${to} the view is full: ${above} and ${below}`);
      assert.ok(above + below < 600, `at ${to} ${above} pixels above it and ${below} below are drawn`);
    }
  });

  test('blocks fold, and Control and F finds', async () => {
    const { page } = await open();
    const lines = (await page.$$('.cm-line')).length;
    await page.hover('.cm-gutters');
    const folds = await page.$$('.cm-foldGutter .fold');
    await folds[1].click(); // where it is seen
    await page.waitForSelector('.cm-foldPlaceholder');
    assert.ok((await page.$$('.cm-line')).length < lines);
    await page.focus('#source-text');
    await press(page, 'Control+f');
    await page.waitForSelector('.cm-search');
    await page.keyboard.type('public-read');
    await page.keyboard.press('Enter');
    assert.equal(await selectedSource(page), 'public-read');
    await page.keyboard.press('Escape');
    assert.equal((await page.$$('.cm-search')).length, 0);
    assert.equal(await focused(page), 'Configuration source');
  });

  test('a check lights its pattern, in the source as in the card, and brings it into view within the editor', async () => {
    const { page } = await open();
    const rule = (/** @type {number} */ i) => `  {"ID": "r${i}", "AllowedOrigins": ["https://a${i}.example"],\n   "AllowedMethods": ["GET"]}`;
    await pasteSource(page, `[\n${Array.from({ length: 60 }, (_, i) => rule(i)).join(',\n')}\n]`);
    await fill(page, '#page', 'https://a50.example');
    await page.select('#method', 'GET');
    await selectSource(page, 0);
    await page.focus('#page');
    const top = await page.evaluate(() => scrollY);
    assert.match(await textOf(page, '.rule:first-child'), /^Rule 51 r50/);
    await page.$eval('.rule:first-child .pat', (pattern) => /** @type {HTMLElement} */ (pattern).focus({ preventScroll: true }));
    assert.equal(await focused(page), 'https://a50.example');
    await page.waitForFunction(() => document.querySelector('.cm-line .lit'), { polling: 50 });
    assert.equal(await textOf(page, '.cm-line .lit'), 'https://a50.example');
    assert.ok(await page.evaluate(() => {
      const box = document.querySelector('.cm-scroller')?.getBoundingClientRect();
      const mark = document.querySelector('.cm-line .lit')?.getBoundingClientRect();
      return box && mark && mark.top >= box.top && mark.bottom <= box.bottom;
    }), 'it is in view');
    assert.equal(await page.evaluate(() => scrollY), top, 'and the page stays where it is');
    await page.click('#t-rules');
    // The cards are drawn as they come into view, which may move the answer: the pointer follows, as a hand would.
    const isLit = () => page.$eval('.rule:first-child .pat', (pattern) => pattern.matches(':hover') && pattern.classList.contains('lit'));
    for (let tries = 0; tries < 20 && !(await isLit()); tries++) {
      await page.hover('.rule:first-child .pat').catch(() => {});
      await new Promise((moved) => setTimeout(moved, 50));
    }
    assert.equal(await isLit(), true, 'it is lit where the pointer is');
  });
});
