import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlightLine, isMarkup } from '../../page/highlight.js';
import { inBrowser, pasteSource, selectSource, sourceText } from './browser.js';

/** @typedef {import('puppeteer-core').Page} Page */

for (const [name, line, seen] of [
  ['XML: what stands between tags', '    <ID>a rule</ID>', '    <ID>«a rule»</ID>'],
  ['XML: blanks around a value are no part of it', '<AllowedOrigin> https://a.example  </AllowedOrigin>', '<AllowedOrigin> «https://a.example»  </AllowedOrigin>'],
  ['XML: tags alone', '  <CORSRule>', '  <CORSRule>'],
  ['XML: an empty element', '<ID></ID><ID/>', '<ID></ID><ID/>'],
  ['XML: a tag that does not end', '<ID>x</I', '<ID>«x»</I'],
  ['XML: a comment between values', '<ID>x</ID><!-- y --> z', '<ID>«x»</ID>{<!-- y -->} «z»'],
  ['JSON: strings without their quotes, and not the keys', '  "AllowedMethods": ["GET", "PUT"],', '  "AllowedMethods": ["«GET»", "«PUT»"],'],
  ['JSON: numbers', '  "MaxAgeSeconds": 3600 }', '  "MaxAgeSeconds": «3600» }'],
  ['JSON: quotes within a string', '"a\\"b": "c\\"d"', '"a\\"b": "«c\\"d»"'],
  ['Terraform: an argument and its value', '  max_age_seconds = 3000 # an hour', '  max_age_seconds = «3000» {# an hour}'],
  ['Terraform: a block', '  cors_rule {', '  «cors_rule» {'],
  ['YAML: a list', '  - GET', '  «- GET»'],
  ['a program: a comment', '  maxAge: 3000, // an hour', '  maxAge: «3000», {// an hour}'],
]) {
  test(`values and comments, ${name}`, () => {
    let shown = '';
    let at = 0;
    for (const { start, end, kind } of highlightLine(line, false, isMarkup(line)).stretches) {
      const text = line.slice(start, end);
      shown += line.slice(at, start) + (kind === 'value' ? `«${text}»` : `{${text}}`);
      at = end;
    }
    assert.equal(shown + line.slice(at), seen);
  });
}

test('a comment goes on until the line that ends it', () => {
  const first = highlightLine('<ID>x</ID> <!-- from', false, true);
  assert.equal(first.inComment, true);
  assert.deepEqual(highlightLine('here', true, true), { stretches: [{ start: 0, end: 4, kind: 'comment' }], inComment: true });
  assert.deepEqual(highlightLine('to --> y', true, true), { stretches: [{ start: 0, end: 6, kind: 'comment' }, { start: 7, end: 8, kind: 'value' }], inComment: false });
});

/**
 * Each line on screen as it is seen: values with their colour, comments with their slant.
 *
 * @param {Page} page
 * @param {string} lines
 */
const looks = (page, lines) => page.$$eval(lines, (all) => all.map((line) => {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let seen = '';
  let before = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { color, fontStyle } = getComputedStyle(/** @type {Element} */ (node.parentElement));
    const text = node.textContent ?? '';
    const look = `${color} ${fontStyle}`;
    if (text.trim() !== '' && look !== before) seen += `‹${(before = look)}›`;
    seen += text;
  }
  return seen;
}));

/** So few lines that all are drawn, the last of them far from the beginning. */
const text = `<CORSConfiguration>\n${Array.from({ length: 6 }, (_, i) => `  <CORSRule>\n    <ID>r${i}</ID>\n    <AllowedOrigin>https://a${i}.sub-domain-of-the-company.example</AllowedOrigin>\n    <AllowedMethod>GET</AllowedMethod>\n  </CORSRule>\n`).join('')}</CORSConfiguration>\n`;

inBrowser('highlighting', (open) => {
  test('values stand out from form alike in the plain text and in the code editor', async () => {
    const { page, letEditorIn } = await open({ plain: true });
    await pasteSource(page, text);
    const before = await looks(page, '.src .line');
    assert.equal(new Set(before[2].match(/‹[^›]*›/g)).size, 2, 'a value and its tags look unlike');
    await letEditorIn();
    assert.deepEqual(await looks(page, '.cm-line'), before);
  });

  // Only the lines of an edit are read anew.
  test('after each edit all lines look as if the text were read anew', async () => {
    const { page } = await open();
    await pasteSource(page, text);
    for (const [name, before, deleted, typed] of /** @type {[name: string, before: string, deleted: number, typed: string][]} */ ([
      ['a letter within a value', 'https://a4', 0, 'x'],
      ['a line that is parted', '<ID>r5', 0, 'Enter'],
      ['lines that are joined', '</AllowedMethod>\n', 1, ''],
      ['a comment that is begun', '<ID>r4</ID>', 0, '<!-- '],
      ['its end, some lines below', 'https://a5.', 0, '-->'],
      ['an end that is spoiled', 'https://a5.--', 1, ''],
      ['a beginning that is spoiled', '<ID>r4</ID><!', 1, ''],
      ['a value that becomes a tag', '<ID>', 0, '<'],
      ['a tag that becomes a value', '</ID', 4, ''],
      ['the first letter, by which it is no XML', '', 0, '['],
      ['and is XML again', '[', 1, ''],
    ])) {
      const source = await sourceText(page);
      assert.ok(source.includes(before), `${name}: ${before} is in ${source}`);
      await selectSource(page, before === '' || before === '[' ? before.length : source.lastIndexOf(before) + before.length);
      for (let i = 0; i < deleted; i++) await page.keyboard.press('Backspace');
      if (typed === 'Enter') await page.keyboard.press('Enter');
      else await page.keyboard.type(typed);
      const edited = await sourceText(page);
      assert.notEqual(edited, source);
      const now = await looks(page, '.cm-line');
      await pasteSource(page, '');
      await pasteSource(page, edited);
      assert.equal(await sourceText(page), edited);
      assert.deepEqual(now, await looks(page, '.cm-line'), name);
    }
  });
});
