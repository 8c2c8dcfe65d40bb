import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, focused, inBrowser, pasteSource, selectedSource, sourceText, textOf, textsOf } from './browser.js';

const template = `Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      CorsConfiguration:
        CorsRules:
          - AllowedOrigins: ["https://app.example.com"]
            AllowedMethods: [PUT]
  Public:
    Type: AWS::S3::Bucket
    Properties:
      CorsConfiguration:
        CorsRules:
          - AllowedOrigins: ["*"] # everyone
            AllowedMethods: [GET]
`;
const terraform = `resource "aws_s3_bucket_cors_configuration" "b" {
  cors_rule {
    allowed_origins = [var.origin]
    allowed_methods = ["PUT"]
    max_age_seconds = var.age
  }
}
`;

inBrowser('configurations in a text', (open) => {
  test('one of several is chosen by name, and everything is of that one', async () => {
    const { page } = await open();
    assert.equal((await page.$$('#configurations:not([hidden])')).length, 0, 'one configuration is no choice');
    await pasteSource(page, template);
    assert.deepEqual(await textsOf(page, '#candidate option'), ['Configuration 1 of 2: Uploads', 'Configuration 2 of 2: Public']);
    await ask(page, { page: 'https://www.example.com', method: 'GET', headers: [] });
    assert.match(await textOf(page, '#verdict-say'), /^Sent, but not readable\./);
    await page.select('#candidate', '1');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1 lets https:\/\/www\.example\.com/);
    await page.click('#t-meaning');
    assert.deepEqual(await textsOf(page, '.grid tbody tr'), ['any other originRule 1NoNoNoNo']);
    assert.deepEqual(await textsOf(page, '#candidate option'), ['Configuration 1 of 2: Uploads', 'Configuration 2 of 2: Public']);
  });

  test('what is applied leaves the other configurations as they are', async () => {
    const { page } = await open();
    await pasteSource(page, template);
    await ask(page, { page: 'https://app.example.com', method: 'GET', headers: [] });
    await page.waitForSelector('#suggestions [aria-label="Apply: Add GET to rule 1"]');
    await page.click('#suggestions [aria-label="Apply: Add GET to rule 1"]');
    assert.equal(await sourceText(page), template.replace('[PUT]', '[PUT, GET]'));
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\./);
  });

  test('a text with fewer configurations is read all the same', async () => {
    const { page } = await open();
    await pasteSource(page, template);
    await page.select('#candidate', '1');
    await pasteSource(page, '[{"AllowedOrigins": ["https://www.example.com"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["*"]}]');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\./);
    assert.equal((await page.$$('#configurations:not([hidden])')).length, 0);
  });

  test('a value that is not known is not compared by the letters of its name', async () => {
    const { page } = await open();
    await pasteSource(page, terraform);
    await ask(page, { page: 'https://www.example.com', method: 'PUT', headers: ['x-amz-meta-a: b'] });
    assert.match(await textOf(page, '#verdict-cause'), /^Rule 1 fails: var\.origin has no value here, and with one it might match; the rule has no AllowedHeader/);
    assert.match(await textOf(page, '#why .rule'), /Failed: var\.origin has no value here, and with one it might match/);
    assert.equal((await page.$$('#why .diff')).length, 0);
  });

  test('rules that are known only elsewhere have no field: the verdict says that it hangs on them, and shows their place', async () => {
    const { page } = await open();
    const text = "put({ CORSConfiguration: { CORSRules: [{ AllowedOrigins: ['https://app.example.com'], AllowedMethods: ['PUT'] }, ...others] } });";
    await pasteSource(page, text);
    await ask(page, { page: 'https://www.example.com', method: 'PUT', headers: [] });
    assert.equal(await textOf(page, '#verdict-say'), 'Depends on a value that is not set: ...others.');
    assert.equal(await page.$('#configurations:not([hidden])'), null);
    assert.deepEqual(await page.$$eval('#verdict-act button', (buttons) => buttons.filter((button) => button.checkVisibility()).map(({ textContent }) => textContent)), ['Show the place']);
    await page.click('#verdict-act button');
    assert.equal(await selectedSource(page), '...others');
    await ask(page, { page: 'https://app.example.com', headers: [] });
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1/, 'the rule before them answers first');
  });

  test('a value that is known only elsewhere can be given, and taken away', async () => {
    const { page } = await open();
    await pasteSource(page, terraform);
    await ask(page, { page: 'https://www.example.com', method: 'PUT', headers: [] });
    assert.equal(await textOf(page, '#verdict-say'), 'Depends on a value that is not set: var.origin.');
    assert.equal(await page.$eval('#verdict', (section) => section.className), 'verdict plain');
    assert.equal(await textOf(page, '#why .intro'), 'This is how its rules answer to the text as it stands.');
    assert.deepEqual(await textsOf(page, '.values label'), ['var.origin', 'var.age']);
    await page.waitForSelector('#suggestions:not([hidden])');
    assert.deepEqual(await textsOf(page, '#verdict-act button:not([hidden])'), ['Give it a value'], 'and no change of the text comes before it');
    await page.click('#verdict-act .main:not([hidden])');
    assert.equal(await focused(page), 'var.origin');
    await page.keyboard.type('https://www.example.com');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 1 lets https:\/\/www\.example\.com PUT/);
    assert.equal(await textOf(page, '#why .intro'), '');
    assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value), 'https://www.example.com', 'the caret stays in the field');
    await page.keyboard.press('Tab');
    await page.keyboard.type('90');
    await page.click('#t-meaning');
    assert.equal(await textOf(page, '.lets td:last-child'), '90 s');
    await page.focus('.values input');
    await page.$eval('.values input', (field) => /** @type {HTMLInputElement} */ (field).select());
    await page.keyboard.press('Backspace');
    assert.match(await textOf(page, '#verdict-say'), /^Depends on a value/);
    await page.keyboard.type('https://app.example.com');
    assert.match(await textOf(page, '#verdict-say'), /^Blocked\. No rule lets https:\/\/www\.example\.com PUT\./);
    await page.waitForFunction(() => document.querySelector('#verdict-act .next:not([hidden], .pending)')?.textContent?.includes('https://www.example.com'));
    assert.equal((await textsOf(page, '#verdict-act button:not([hidden])')).length, 1);
  });

  test('of very many values that which the verdict hangs on has a field all the same', async () => {
    const { page } = await open();
    const rules = Array.from({ length: 60 }, (_, i) => `  cors_rule {\n    allowed_origins = [var.o${i}]\n    allowed_methods = ["${i === 59 ? 'PUT' : 'GET'}"]\n  }\n`);
    await pasteSource(page, `resource "aws_s3_bucket_cors_configuration" "b" {\n${rules.join('')}}\n`);
    await ask(page, { page: 'https://www.example.com', method: 'PUT', headers: [] });
    assert.equal(await textOf(page, '#verdict-say'), 'Depends on a value that is not set: var.o59.');
    await page.click('#verdict-act .main:not([hidden])');
    assert.equal(await focused(page), 'var.o59');
    await page.keyboard.type('https://www.example.com');
    assert.match(await textOf(page, '#verdict-say'), /^Allowed\. Rule 60 lets/);
    assert.equal(await focused(page), 'var.o59');
  });
});
