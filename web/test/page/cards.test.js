import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, fill, focused, inBrowser, pasteSource, press, sourceText, textOf, textsOf } from './browser.js';
import { uploadsAndPublicReading } from './documented.js';

/** @param {import('puppeteer-core').Page} page */
async function rulesOf(page) {
  return JSON.parse(await sourceText(page));
}

/**
 * A paste into the field that has the focus.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} text
 */
async function paste(page, text) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

inBrowser('rule cards', (open) => {
  test('every field of a rule is edited and written', async () => {
    const { page } = await open();
    await pasteSource(page, '[\n  {"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}\n]');
    await page.click('#t-rules');
    await fill(page, '[aria-label="ID of rule 1"]', 'site');
    await fill(page, '[aria-label="Add an origin to rule 1"]', 'https://b.example');
    await page.keyboard.press(',');
    await page.click('.card .seg button:nth-child(2)');
    await fill(page, '[aria-label="Add a header to rule 1"]', 'x-amz-*');
    await page.keyboard.press('Enter');
    await fill(page, '[aria-label="Add a header that rule 1 exposes"]', 'ETag');
    await page.keyboard.press('Enter');
    await fill(page, '[aria-label="Max age of rule 1, in seconds"]', '600');
    assert.deepEqual(await rulesOf(page), [
      { AllowedOrigins: ['https://a.example', 'https://b.example'], AllowedMethods: ['GET', 'HEAD'], ID: 'site', AllowedHeaders: ['x-amz-*'], ExposeHeaders: ['ETag'], MaxAgeSeconds: 600 },
    ]);
    await page.click('.card .seg button:nth-child(1)');
    await page.click('[aria-label="Remove https://a.example"]');
    await fill(page, '[aria-label="ID of rule 1"]', '');
    await fill(page, '[aria-label="Max age of rule 1, in seconds"]', '');
    assert.deepEqual(await rulesOf(page), [{ AllowedOrigins: ['https://b.example'], AllowedMethods: ['HEAD'], AllowedHeaders: ['x-amz-*'], ExposeHeaders: ['ETag'] }]);
    assert.match(await sourceText(page), /^\[\n {2}\{"AllowedOrigins": \["https:\/\/b\.example"\], "AllowedMethods"/, 'in the form that the text had');
  });

  test('JSON keeps the container that it had', async () => {
    const { page } = await open();
    const rule = { AllowedOrigins: ['*'], AllowedMethods: ['GET'] };
    for (const [name, container] of /** @type {[string, (rules: object[]) => unknown][]} */ ([
      ['a bare array', (rules) => rules],
      ['CORSRules', (rules) => ({ CORSRules: rules })],
      ['the input of the CLI, with its bucket', (rules) => ({ Bucket: 'media', CORSConfiguration: { CORSRules: rules } })],
    ])) {
      await page.click('#t-source');
      await pasteSource(page, JSON.stringify(container([rule])));
      await page.click('#t-rules');
      await fill(page, '[aria-label="ID of rule 1"]', 'a');
      assert.deepEqual(JSON.parse(await sourceText(page)), container([{ ...rule, ID: 'a' }]), name);
    }
  });

  test('typing in the text changes the cards', async () => {
    const { page } = await open();
    await page.click('#t-rules');
    assert.equal(await page.$eval('[aria-label="ID of rule 1"]', (field) => /** @type {HTMLInputElement} */ (field).value), 'app-uploads');
    await page.click('#t-source');
    await pasteSource(page, uploadsAndPublicReading.replace('<AllowedMethod>GET</AllowedMethod>', '<AllowedMethod>GET</AllowedMethod><ID>readers</ID>'));
    await page.click('#t-rules');
    assert.equal(await textOf(page, '#rule-count'), '2');
    assert.equal(await page.$eval('[aria-label="ID of rule 2"]', (field) => /** @type {HTMLInputElement} */ (field).value), 'readers');
    assert.deepEqual(await textsOf(page, '.card:nth-child(1) [aria-pressed="true"]'), ['PUT', 'POST', 'DELETE']);
  });

  test('a rule is added for the request, moved and removed, and the focus stays where the work is', async () => {
    const { page } = await open();
    await page.click('#t-rules');
    await page.click('#rules button:not(.icon).b');
    assert.equal(await focused(page), 'ID of rule 3');
    assert.match(await sourceText(page), /<AllowedMethod>PUT<\/AllowedMethod>\s*<AllowedOrigin>https:\/\/www\.example\.com<\/AllowedOrigin>\s*<\/CORSRule>\s*<\/CORSConfiguration>/);
    await page.keyboard.type('third');
    await press(page, 'Alt+ArrowUp');
    assert.equal(await focused(page), 'ID of rule 2');
    assert.equal(await page.$eval('[aria-label="ID of rule 2"]', (field) => /** @type {HTMLInputElement} */ (field).value), 'third');
    await page.click('[aria-label="Move rule 2 up"]');
    assert.equal(await focused(page), 'Move rule 1 down', 'the top rule cannot go up, so its other arrow has the focus');
    await page.click('[aria-label="Remove rule 1"]');
    assert.equal(await focused(page), 'Remove rule 1');
    assert.equal(await textOf(page, '#announce'), 'Rule 1 is removed. 2 rules are left.');
    assert.equal(await textOf(page, '#rule-count'), '2');
  });

  test('a card that is moved takes with it what was typed in it and not yet confirmed', async () => {
    const { page } = await open();
    await pasteSource(page, '[\n  {"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["PUT"]},\n  {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}\n]');
    await page.click('#t-rules');
    await page.focus('[aria-label="Add an origin to rule 2"]');
    await page.keyboard.type('https://typed.example');
    await press(page, 'Alt+ArrowUp');
    assert.deepEqual(await rulesOf(page), [
      { AllowedOrigins: ['*', 'https://typed.example'], AllowedMethods: ['GET'] },
      { AllowedOrigins: ['https://a.example'], AllowedMethods: ['PUT'] },
    ]);
  });

  test('the first rule of a bucket is written by card', async () => {
    const { page } = await open();
    await pasteSource(page, '');
    await page.click('#t-rules');
    await page.click('#rules .pair .b');
    assert.match(await sourceText(page), /<CORSRule>\s*<AllowedMethod>PUT<\/AllowedMethod>\s*<AllowedOrigin>https:\/\/www\.example\.com</);
    assert.equal(await textOf(page, '#announce'), 'Rule 1 is added.');
    assert.equal(await focused(page), 'ID of rule 1');
  });

  test('undo right after a chip was added takes it out', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]');
    await page.click('#t-rules');
    await fill(page, '[aria-label="Add an origin to rule 1"]', 'https://b.example');
    await page.keyboard.press('Enter');
    assert.deepEqual((await rulesOf(page))[0].AllowedOrigins, ['*', 'https://b.example']);
    await press(page, 'Control+z');
    assert.deepEqual((await rulesOf(page))[0].AllowedOrigins, ['*']);
    await page.keyboard.type('https://c');
    await press(page, 'Control+z');
    assert.deepEqual((await rulesOf(page))[0].AllowedOrigins, ['*'], 'letters that are typed are taken back by the browser');
  });

  test('chips come and go by keyboard, several at once by paste', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]');
    await page.click('#t-rules');
    await page.focus('[aria-label="Add an origin to rule 1"]');
    await paste(page, 'https://b.example, https://c.example\n\n https://d.example ');
    assert.deepEqual((await rulesOf(page))[0].AllowedOrigins, ['https://a.example', 'https://b.example', 'https://c.example', 'https://d.example']);
    assert.equal(await focused(page), 'Add an origin to rule 1');
    await page.keyboard.press('Backspace');
    assert.deepEqual((await rulesOf(page))[0].AllowedOrigins, ['https://a.example', 'https://b.example', 'https://c.example']);
    await page.focus('[aria-label="Remove https://b.example"]');
    await page.keyboard.press('Backspace');
    assert.equal(await focused(page), 'Remove https://c.example', 'the neighbour has the focus');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'Remove https://a.example');
    await page.focus('[aria-label="Add an origin to rule 1"]');
    await page.keyboard.type('https://e.example');
    await page.keyboard.press('Tab');
    assert.deepEqual((await rulesOf(page))[0].AllowedOrigins, ['https://a.example', 'https://e.example'], 'what was typed is kept on leaving');
  });

  test('methods that S3 does not take are chips that can go', async () => {
    const { page } = await open();
    await pasteSource(page, '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "OPTIONS"]}]');
    assert.equal(await textOf(page, '#config-bar .is'), 'S3 refuses it');
    await page.click('#t-rules');
    await page.click('[aria-label="Remove OPTIONS"]');
    assert.deepEqual((await rulesOf(page))[0].AllowedMethods, ['GET']);
    assert.equal(await textOf(page, '#config-bar .is'), 'S3 accepts it');
  });

  test('a max age that is no number is said and not written', async () => {
    const { page } = await open();
    await page.click('#t-rules');
    const before = await sourceText(page);
    await fill(page, '[aria-label="Max age of rule 1, in seconds"]', 'x');
    assert.equal(await textOf(page, '#max-age-note-1'), 'Write a whole number of seconds.');
    assert.equal(await page.$eval('[aria-label="Max age of rule 1, in seconds"]', (field) => /** @type {HTMLInputElement} */ (field).value), 'x');
    assert.match(await sourceText(page), /<MaxAgeSeconds>3600</);
    assert.equal(await sourceText(page), before);
    assert.match(await textOf(page, '#config-bar'), /Max age of rule 1 is not written/, 'S3 accepts what is written, which is not what is on screen');
    await fill(page, '[aria-label="Max age of rule 1, in seconds"]', '60');
    assert.doesNotMatch(await textOf(page, '#config-bar'), /not written/);
  });

  test('the caret stays where it is while a card is written', async () => {
    const { page } = await open();
    await page.click('#t-rules');
    await page.focus('[aria-label="ID of rule 1"]');
    await page.$eval('[aria-label="ID of rule 1"]', (field) => /** @type {HTMLInputElement} */ (field).setSelectionRange(3, 3));
    await page.keyboard.type('-XY');
    const state = await page.$eval('[aria-label="ID of rule 1"]', (field) => {
      const { value, selectionStart } = /** @type {HTMLInputElement} */ (field);
      return { value, selectionStart };
    });
    assert.deepEqual(state, { value: 'app-XY-uploads', selectionStart: 6 });
    assert.match(await sourceText(page), /<ID>app-XY-uploads<\/ID>/);
  });

  test('while the text cannot be read the cards keep the last state and cannot be edited', async () => {
    const { page } = await open();
    await pasteSource(page, '<CORSConfiguration><CORSRule><AllowedOrigin>https://a');
    await page.click('#t-rules');
    assert.match(await textOf(page, '#rules .stale-note'), /^As of the last readable text\./);
    assert.equal(await page.$eval('[aria-label="ID of rule 1"]', (field) => /** @type {HTMLInputElement} */ (field).value), 'app-uploads');
    assert.equal(await page.$eval('.cards', (list) => list.closest('[inert]') !== null), true);
  });

  test('an edit by card leaves comments and form as they are, in JSON as in XML and in Terraform', async () => {
    const { page } = await open();
    const terraform = 'resource "aws_s3_bucket_cors_configuration" "a" {\n  bucket = aws_s3_bucket.a.id # the bucket\n  cors_rule {\n    allowed_origins = ["https://a.example"] # the site\n    allowed_methods = ["GET"]\n  }\n}\n';
    for (const text of ['// the site\n[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]', uploadsAndPublicReading.replace(' <', ' <!-- uploads --><'), terraform]) {
      await page.click('#t-source');
      await pasteSource(page, text);
      await page.click('#t-rules');
      assert.equal(await page.$eval('#rules .stale-note', (note) => /** @type {HTMLElement} */ (note).hidden), true);
      await fill(page, '[aria-label="ID of rule 1"]', 'abc');
      const edited = await sourceText(page);
      assert.match(edited, /\babc\b/);
      assert.equal(edited.replace(/\n? *<ID>abc<\/ID>|, "ID": "abc"|\n? *id +=  *"abc"/, '').replace(/ +=/g, ' ='), text.replace(/ +=/g, ' ='), 'nothing else changes');
      await page.click('#undo');
      assert.equal(await sourceText(page), text, 'in one step');
    }
  });

  test('a rule is dragged by its grip, by arrow keys too; Escape leaves the order as it was', async () => {
    const { page } = await open();
    const rule = (/** @type {string} */ id) => ({ ID: id, AllowedOrigins: ['*'], AllowedMethods: ['GET'] });
    await pasteSource(page, JSON.stringify([rule('a'), rule('b'), rule('c')]));
    await page.click('#t-rules');
    const order = async () => (await rulesOf(page)).map((/** @type {{ ID: string }} */ { ID }) => ID).join('');
    /** @param {number} from @param {number} to */
    const drag = async (from, to) => {
      const places = await page.$$eval('.grip', (grips) => grips.map((grip) => {
        const { x, y, width, height } = grip.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }));
      await page.mouse.move(places[from].x, places[from].y);
      await page.mouse.down();
      await page.mouse.move(places[to].x, places[to].y, { steps: 4 });
    };
    await drag(2, 0);
    assert.equal((await page.$$('.card.drop-above')).length, 1, 'where it would come to lie is shown');
    await page.mouse.up();
    assert.equal(await order(), 'cab');
    assert.equal(await focused(page), 'Drag rule 1');
    assert.equal(await textOf(page, '#announce'), 'Rule 3 is now rule 1 of 3.');
    await drag(0, 1);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    assert.equal(await order(), 'cab');
    await page.focus('[aria-label="Drag rule 1"]');
    await page.keyboard.press('ArrowDown');
    assert.equal(await order(), 'acb');
    assert.equal(await focused(page), 'Drag rule 2');
    await press(page, 'Control+z');
    assert.equal(await order(), 'cab');
    await press(page, 'Control+z');
    assert.equal(await order(), 'abc', 'each move is one step');
  });

  test('the inputs of chips suggest what is usual and in use, and what is picked is added', async () => {
    const { page } = await open();
    await page.click('#t-rules');
    const suggested = (/** @type {string} */ label) => page.$eval(`[aria-label="${label}"]`, (input) => Array.from(/** @type {HTMLInputElement} */ (input).list?.options ?? [], ({ value }) => value));
    assert.deepEqual((await suggested('Add an origin to rule 1')).slice(0, 3), ['https://www.example.com', 'https://app.example.com', 'http://localhost:5173']);
    assert.ok((await suggested('Add a header to rule 1')).includes('x-amz-meta-*'));
    assert.ok((await suggested('Add a header that rule 1 exposes')).includes('ETag'));
    await page.$eval('[aria-label="Add an origin to rule 1"]', (input) => {
      /** @type {HTMLInputElement} */ (input).value = 'https://www.example.com';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
    });
    assert.match(await sourceText(page), /<AllowedOrigin>https:\/\/www\.example\.com<\/AllowedOrigin>/);
  });

  test('a card edit is undone and done again', async () => {
    const { page } = await open();
    const before = await sourceText(page);
    await page.click('#t-rules');
    await page.click('[aria-label="Remove rule 1"]');
    const after = await sourceText(page);
    assert.notEqual(after, before);
    await page.click('#undo');
    assert.equal(await sourceText(page), before);
    assert.equal(await textOf(page, '#rule-count'), '2');
    await page.click('#redo');
    assert.equal(await sourceText(page), after);
    await page.focus('[aria-label="Remove rule 1"]');
    await press(page, 'Control+z');
    assert.equal(await sourceText(page), before);
  });

  test('the source is not left while it is typed in', async () => {
    const { page } = await open();
    await page.focus('#source-text');
    await press(page, 'Control+End');
    await page.keyboard.type('\n<!-- end -->');
    assert.equal(await focused(page), 'Configuration source');
    assert.match(await sourceText(page), /<\/CORSConfiguration>\n<!-- end -->$/);
    await press(page, 'Control+z');
    assert.doesNotMatch(await sourceText(page), /end -->$/, 'the field has its own undo');
  });

  test('a hundred rules are there, and the one that answers is in sight', async () => {
    const { page } = await open();
    const rules = Array.from({ length: 100 }, (_, i) => ({ ID: `rule-${i + 1}`, AllowedOrigins: [`https://site-${i + 1}.example`], AllowedMethods: ['GET'] }));
    await pasteSource(page, JSON.stringify(rules, null, 2));
    await ask(page, { page: 'https://site-90.example', method: 'GET', headers: [] });
    assert.equal(await textOf(page, '#verdict-say'), 'Allowed. Rule 90 rule-90 lets https://site-90.example read the answer to the GET.');
    assert.match(await textOf(page, '.rule:first-child h3'), /^Rule 90 ?rule-90$/);
    assert.ok((await page.$$('.rule')).length <= 42, 'the rest waits until it is looked for');
    assert.equal(await textOf(page, '.rule.rest h3'), 'Rules 91 to 100');
    await page.$eval('#why > button', (button) => /** @type {HTMLButtonElement} */ (button).click());
    assert.ok((await page.$$('.rule')).length >= 41);
    await page.click('#t-rules');
    assert.equal((await page.$$('.card')).length, 20);
    await page.evaluate(() => /** @type {HTMLElement} */ (Array.from(document.querySelectorAll('#rules button')).find((button) => button.textContent === 'Show the other 80 rules')).click());
    assert.equal((await page.$$('.card')).length, 100);
    assert.equal(await focused(page), 'ID of rule 21');
  });
});
