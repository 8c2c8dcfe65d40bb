import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { buildPage } from '../../bundle/page.js';
import { built, serve } from '../../serve.js';
import { canDriveWebKit, driveWebKit } from '../engines/webdriver.js';
import { uploadsAndPublicReading } from './documented.js';

/** @typedef {import('../engines/webdriver.js').Window} Window */

const present = canDriveWebKit();
if (!present && process.env.CI) throw new Error('There is no WebKitGTK with WebKitWebDriver and Xvfb for the tests of the page. web/install-engines.sh installs it on Debian.');
if (!present) console.error('NOT TESTED, for want of WebKitGTK with WebKitWebDriver and Xvfb: the main paths of the page.');

/** WebKit under automation keeps its console to itself: the page writes down what would stand there, and what its policy forbids. */
const watcher = `
  const add = (problem) => sessionStorage.setItem('problems', JSON.stringify([...JSON.parse(sessionStorage.getItem('problems') ?? '[]'), problem]));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => add('policy: ' + [violatedDirective, blockedURI, sample]));
  addEventListener('error', ({ message, target }) => add('error: ' + (message ?? target?.outerHTML)), true);
  addEventListener('unhandledrejection', ({ reason }) => add('rejection: ' + reason));
  for (const kind of ['error', 'warn']) console[kind] = (...values) => add(kind + ': ' + values.join(' '));
`;
/** Where a user copies a text. */
const elsewhere = '<!doctype html><link rel="icon" href="favicon.svg"><textarea></textarea>';

describe('the main paths in WebKit', { skip: present ? false : 'there is no WebKitGTK that can be driven' }, () => {
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let site;
  /** @type {import('../engines/webdriver.js').WebKit} */
  let webkit;
  /** @type {Window | undefined} */
  let page;
  /** @type {string[]} */
  let problems = [];
  before(async () => {
    const { files } = await buildPage();
    files.set('watcher.js', Buffer.from(watcher));
    files.set('elsewhere.html', Buffer.from(elsewhere));
    files.set('index.html', Buffer.from(String(files.get('index.html')).replace('<meta name="viewport"', '<script src="watcher.js"></script>$&')));
    const find = built(files);
    site = await serve(0, async (path) => {
      const found = await find(path);
      if (!found) problems.push(`there is no ${path}`);
      return found;
    });
    webkit = await driveWebKit({ width: 1280, height: 900 });
  });
  afterEach(async () => {
    try {
      const told = await page?.run(() => JSON.parse(sessionStorage.getItem('problems') ?? '[]'));
      assert.deepEqual([...problems.splice(0), ...(told ?? [])], [], 'the page reported problems');
    } finally {
      await page?.close();
      page = undefined;
    }
  });
  after(async () => {
    webkit?.close();
    await site?.close();
  });

  /**
   * A first visit, with a text in the clipboard.
   *
   * @param {{ copied?: string, scheme?: 'light' | 'dark', fragment?: string }} [visit]
   */
  const open = async ({ copied, scheme, fragment = '' } = {}) => {
    page = await webkit.open({ scheme });
    if (copied !== undefined) {
      await page.goto(`${site.url}elsewhere.html`);
      await page.type('textarea', copied);
      await page.press('Control+a');
      await page.press('Control+c');
    }
    await page.goto(site.url + fragment);
    await page.waitFor(() => document.documentElement.dataset.editor);
    return actions(page);
  };

  test('a pasted configuration is judged, and so are what is typed in the code editor and another method', async () => {
    const { at, fill, says, source, put } = await open({ copied: uploadsAndPublicReading });
    await says(/^Blocked\. No rule lets https:\/\/www\.example\.com PUT\.$/);
    await put();
    assert.equal(await source(), uploadsAndPublicReading);
    await fill('#page', 'http://www.example.com');
    await at.click('#method option[value="DELETE"]');
    await says(/^Allowed\. Rule 1 lets http:\/\/www\.example\.com DELETE with content-type and x-amz-meta-title\.$/);
    await select(at, '</AllowedOrigin>');
    await at.type('#source-text', ':1');
    await says(/^Blocked\./);
    assert.equal(await source(), uploadsAndPublicReading.replace('</AllowedOrigin>', ':1</AllowedOrigin>'));
    await at.press('Backspace');
    await at.press('Backspace');
    await says(/^Allowed\./);
  });

  test('what would let a call pass is applied, and taken back', async () => {
    const { at, says, source } = await open();
    const before = await source();
    await at.waitFor(() => document.querySelector('#verdict-act .next:not(.pending, [hidden])'));
    await at.click('#verdict-act .next');
    await says(/^Allowed\./);
    assert.notEqual(await source(), before);
    await at.click('#undo');
    await says(/^Blocked\./);
    assert.equal(await source(), before);
  });

  test('a fix of a diagnostic is applied, and taken back by the keyboard', async () => {
    const text = '[{"AllowedOrigins": ["https://www.example.com/"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["*"], "MaxAgeSeconds": 600}]';
    const { at, says, source, put } = await open({ copied: text });
    await put();
    await says(/^Blocked\./);
    await at.click('#diagnostics [data-code="origin-trailing-slash"] .apply .b');
    await says(/^Allowed\./);
    assert.equal(await source(), text.replace('.com/', '.com'));
    await at.click('#source-text');
    await at.press('Control+z');
    await says(/^Blocked\./);
    assert.equal(await source(), text);
  });

  test('F8 goes to a diagnostic; Escape, then Tab, leaves the source', async () => {
    const { at, put } = await open({ copied: '[{"AllowedOrigins": ["*"], "AllowedMethods": ["OPTIONS"]}]' });
    await put();
    await at.press('Control+Home');
    for (let i = 0; i < 8 && (await selected(at)) !== 'OPTIONS'; i++) await at.press('F8');
    assert.equal(await selected(at), 'OPTIONS');
    await at.waitFor(() => /Error: .*OPTIONS/.test(document.querySelector('.tip-problem')?.textContent ?? ''));
    await at.press('Escape');
    await at.press('Tab');
    assert.equal(await at.run(() => document.activeElement?.id === 'source-text'), false);
  });

  test('a rule is edited by its card: a method, a chip, its place; each is one step of undo', async () => {
    const { at, source, text, put } = await open({ copied: uploadsAndPublicReading });
    await put();
    await at.click('#t-rules');
    await at.click('.card .seg button:nth-child(1)');
    assert.match(await source(), /<AllowedMethod>GET<\/AllowedMethod>[^]*<AllowedHeader>\*/);
    await at.type('[aria-label="Add an origin to rule 1"]', 'https://b.example');
    await at.press('Enter');
    assert.match(await source(), /<AllowedOrigin>https:\/\/b\.example<\/AllowedOrigin>/);
    await at.click('[aria-label="Remove https://b.example"]');
    assert.doesNotMatch(await source(), /b\.example/);
    await at.click('[aria-label="Move rule 1 down"]');
    assert.match(await source(), /^\s*<CORSConfiguration[^>]*>\s*<CORSRule>\s*<AllowedOrigin>\*/);
    assert.match(await text('.card'), /^Rule 1/);
    for (let i = 0; i < 4; i++) await at.click('#undo');
    assert.equal(await source(), uploadsAndPublicReading);
  });

  test('a pasted curl command fills the call, and can be taken back', async () => {
    const { at, says, text, value } = await open({ copied: "curl 'https://media.s3.amazonaws.com/b.bin' -X PUT -H 'Origin: https://app.example.com' -H 'x-amz-acl: private'" });
    await at.click('#paste');
    await at.press('Control+v');
    await at.waitFor(() => document.querySelector('#pasted .read'));
    assert.equal(await text('#pasted p'), 'Read as a curl command: the call is filled in.');
    assert.deepEqual([await value('#page'), await value('#method'), await value('#url')], ['https://app.example.com', 'PUT', 'https://media.s3.amazonaws.com/b.bin']);
    await says(/^Allowed\. Rule 1 app-uploads lets https:\/\/app\.example\.com PUT with x-amz-acl\.$/);
    await at.click('#pasted button');
    await says(/^Blocked\. No rule lets https:\/\/www\.example\.com PUT\.$/);
  });

  test('an example is chosen from the menu by the keyboard, and Back leaves it', async () => {
    const { at, says, text } = await open();
    await at.click('#examples');
    await at.waitFor(() => document.activeElement?.closest('#examples-menu'));
    await at.press('ArrowDown');
    const title = await at.run(() => document.activeElement?.querySelector('b')?.textContent ?? document.activeElement?.textContent ?? '');
    await at.press('Enter');
    await at.waitFor(() => location.hash.startsWith('#example/'));
    await at.waitFor((told) => told.startsWith(document.querySelector('#notice b')?.textContent?.replace(/\.$/, '') ?? '?'), title);
    assert.ok((await text('#notice')).length > 40, 'it tells its story');
    await at.back();
    await at.waitFor(() => !location.hash.startsWith('#example/'));
    await says(/^Blocked\. No rule lets https:\/\/www\.example\.com PUT\.$/);
  });

  test('each tab of the answer shows what it is for; arrows move between them', async () => {
    const { at, text } = await open();
    for (const [name, words] of /** @type {[string, RegExp][]} */ ([
      ['exchange', /OPTIONS.*never sent/i], ['response', /403.*AccessForbidden/], ['consoles', /Chrome.*has been blocked by CORS policy.*Firefox.*Safari/], ['readable', /./], ['why', /Rule 1.*Origin/],
    ])) {
      await at.click(`#t-${name}`);
      await at.waitFor((id) => document.getElementById(id)?.hidden === false, name);
      assert.match(await text(`#${name}`), words);
    }
    await at.press('ArrowRight');
    assert.equal(await at.run(() => document.activeElement?.id), 't-exchange');
    assert.equal(await at.run(() => document.getElementById('why')?.hidden), true);
    await at.press('End');
    assert.equal(await at.run(() => document.activeElement?.id), 't-readable');
  });

  test('a link is copied, and shows the same to another visitor; so does a reload', async () => {
    const { at, fill, says } = await open();
    await fill('#page', 'https://shared.example');
    await at.click('#share');
    await at.waitFor(() => document.getElementById('announce')?.textContent === 'The link is copied.');
    await at.click('#paste');
    await at.press('Control+v');
    const link = await at.waitFor(() => /** @type {HTMLTextAreaElement} */ (document.getElementById('paste')).value);
    assert.match(link, /^http.*#1/);
    await at.reload();
    await at.waitFor(() => document.documentElement.dataset.ready);
    await says(/^Blocked\. No rule lets https:\/\/shared\.example PUT\.$/);
    await at.close();
    const other = await open({ fragment: new URL(link).hash });
    await other.says(/^Blocked\. No rule lets https:\/\/shared\.example PUT\.$/);
  });

  test('the output is copied as it stands there', async () => {
    const { at, put, source, text } = await open();
    await at.click('#copy');
    await at.waitFor(() => document.getElementById('copy-word')?.textContent === 'Copied');
    const output = await at.run(() => document.querySelector('#output pre')?.textContent);
    await put();
    assert.equal(await source(), output);
    assert.match(await text('#config-bar'), /S3 accepts it/);
  });

  test('a value that the text does not have is given where the verdict leads', async () => {
    const { at, says, put } = await open({ copied: 'resource "aws_s3_bucket_cors_configuration" "b" {\n  cors_rule {\n    allowed_origins = [var.origin]\n    allowed_methods = ["PUT"]\n    allowed_headers = ["*"]\n  }\n}\n' });
    await put();
    await says(/^Depends on a value that is not set: var\.origin\.$/);
    await at.click('#verdict-act .main:not([hidden])');
    assert.equal(await at.run(() => document.activeElement?.closest('label')?.textContent), 'var.origin');
    await at.type('.values input', 'https://www.example.com');
    await says(/^Allowed\. Rule 1 lets https:\/\/www\.example\.com PUT/);
  });

  test('Tab reaches everything in its order, and what has the focus is seen', async () => {
    const { at } = await open();
    /** @type {string[]} */
    const stops = [];
    for (let i = 0; i < 40; i++) {
      if (stops.at(-1) === 'source-text') await at.press('Escape');
      await at.press('Tab');
      const [id, seen, where] = await at.run(() => {
        const element = /** @type {Element} */ (document.activeElement);
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const box = element.closest('.editor');
        const seen = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (box !== null && getComputedStyle(box).boxShadow !== 'none');
        return [element.id, seen, element.outerHTML.slice(0, 200)];
      });
      assert.ok(seen, String(where));
      stops.push(String(id));
    }
    const wanted = ['examples', 'recent', 'paste-error', 'share', 'theme', 't-source', 'source-text', 'paste', 'page', 'method', 'url', 'credentials', 't-why'];
    assert.deepEqual(stops.filter((id) => wanted.includes(id)), wanted);
    await at.press('Control+Enter');
    assert.equal(await at.run(() => document.activeElement?.id), 'verdict');
  });

  test('it is dark where the system is, until another theme is chosen', async () => {
    const { at } = await open({ scheme: 'dark' });
    const looks = (/** @type {string[]} */ ...wanted) => at.waitFor((all) => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      const source = getComputedStyle(/** @type {Element} */ (document.getElementById('source-text'))).color;
      return [backgroundColor, color, source].every((colour, i) => all[i] === (Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number)) < 128 ? 'dark' : 'light'));
    }, wanted);
    await looks('dark', 'light', 'light');
    await at.click('#theme');
    assert.equal(await at.run(() => document.getElementById('theme')?.getAttribute('aria-label')), 'Theme: light');
    await looks('light', 'dark', 'dark');
  });

  test('it stands in a narrow window without scrolling sideways', async () => {
    const { at } = await open();
    await at.resize({ width: 390, height: 800 });
    await at.waitFor(() => innerWidth < 600);
    for (const tab of ['why', 'exchange', 'response', 'consoles', 'readable', 'rules', 'meaning', 'tests', 'source']) {
      await at.click(`#t-${tab}`);
      assert.ok(await at.run(() => document.documentElement.scrollWidth <= innerWidth), tab);
    }
  });
});

/**
 * What a user does on the page, and sees there.
 *
 * @param {Window} at
 */
function actions(at) {
  /** @param {string} selector */
  const text = (selector) => at.run((sought) => (document.querySelector(sought)?.textContent ?? '').replace(/\s+/g, ' ').trim(), selector);
  return {
    at,
    text,
    /** Waits for a verdict. @param {RegExp} words */
    async says(words) {
      const seen = (/** @type {string} */ pattern) => new RegExp(pattern).test(document.getElementById('verdict-say')?.textContent ?? '');
      await at.waitFor(seen, words.source).catch(async (error) => assert.match(await text('#verdict-say'), words, error.message));
    },
    /** @param {string} selector @param {string} text */
    async fill(selector, text) {
      await at.click(selector);
      await at.press('Control+a');
      await at.type(selector, text);
    },
    /** Pastes what was copied in place of the source. */
    async put() {
      await at.click('#source-text');
      await at.press('Control+a');
      await at.press('Delete');
      await at.press('Control+v');
      await at.waitFor(() => /** @type {any} */ (document.getElementById('source-text')).cmTile.view.state.doc.length > 0);
    },
    source: () => at.run(() => String(/** @type {any} */ (document.getElementById('source-text')).cmTile.view.state.doc)),
    /** @param {string} selector */
    value: (selector) => at.run((sought) => /** @type {HTMLInputElement} */ (document.querySelector(sought)).value, selector),
  };
}

/**
 * Puts the caret before the first occurrence of a text in the source.
 *
 * @param {Window} at
 * @param {string} text
 */
async function select(at, text) {
  await at.click('#source-text');
  await at.run((sought) => {
    const { view } = /** @type {any} */ (document.getElementById('source-text')).cmTile;
    view.dispatch({ selection: { anchor: String(view.state.doc).indexOf(sought) } });
  }, text);
}

/** @param {Window} at */
function selected(at) {
  return at.run(() => {
    const { state } = /** @type {any} */ (document.getElementById('source-text')).cmTile.view;
    return /** @type {string} */ (state.sliceDoc(state.selection.main.from, state.selection.main.to));
  });
}
