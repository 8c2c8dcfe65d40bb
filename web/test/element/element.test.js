import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pagesBeside, pageWith, verdictOf, visiting } from './visit.js';

const xml = `&lt;CORSConfiguration>
  &lt;CORSRule>
    &lt;AllowedOrigin>https://app.example.com&lt;/AllowedOrigin>
    &lt;AllowedMethod>PUT&lt;/AllowedMethod>
  &lt;/CORSRule>
&lt;/CORSConfiguration>`;
const put = 'PUT https://my-bucket.s3.amazonaws.com/cat.jpg';
const blocked = `<s3-cors-editor page="https://www.example.com" call="${put}"><pre>${xml}</pre></s3-cors-editor>`;
const modules = ['s3cors.wasm', 'page/style.css'];

visiting('<s3-cors-editor>', (visitor) => {
  /** @param {string} body @param {string} [script] */
  const show = async (body, script) => {
    const site = await visitor().serve(pagesBeside({ 'index.html': pageWith(body, script), 'cors.xml': xml.replaceAll('&lt;', '<') }));
    return { site, page: await visitor().open(site.url) };
  };
  /** @param {import('puppeteer-core').Page} page @param {string} selector */
  const within = (page, selector) => page.$eval('s3-cors-editor', (element, selector) => Array.from(element.shadowRoot?.querySelectorAll(selector) ?? [], (found) => (found.textContent ?? '').replace(/\s+/g, ' ').trim()), selector);

  it('judges the call of a page against the configuration that it wraps', async () => {
    const { page } = await show(blocked);
    assert.match(await verdictOf(page), /^Blocked\. No rule lets https:\/\/www\.example\.com PUT/);
    assert.deepEqual(await within(page, '[part]'), await within(page, '.s3, .config, .request, .verdict, .answer'));
  });

  it('reads the call from a second block', async () => {
    const { page } = await show(`<s3-cors-editor page="https://app.example.com"><pre>${xml}</pre><pre class="s3-cors-call">fetch('https://b.s3.amazonaws.com/k', { method: 'PUT' })</pre></s3-cors-editor>`);
    assert.match(await verdictOf(page), /^Allowed\. Rule 1 lets https:\/\/app\.example\.com PUT/);
  });

  it('reads the configuration behind a link, or at src', async () => {
    for (const body of ['<s3-cors-editor view="editor"><a href="cors.xml">The configuration</a></s3-cors-editor>', '<s3-cors-editor view="editor" src="cors.xml"></s3-cors-editor>']) {
      const { page } = await show(body);
      await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.result !== null);
      assert.match(await page.$eval('s3-cors-editor', (element) => element.source), /^<CORSConfiguration>/);
      assert.equal(await page.$eval('s3-cors-editor', (element) => element.validation?.accepted), true);
    }
  });

  it('claims neither yes nor no where that hangs on a value which the text does not have', async () => {
    const terraform = 'resource "aws_s3_bucket_cors_configuration" "b" {\n  cors_rule {\n    allowed_origins = [var.origin]\n    allowed_methods = ["PUT"]\n  }\n}\n';
    const { page } = await show(blocked.replace(/<pre>[^]*<\/pre>/, () => `<pre>${terraform}</pre>`));
    assert.equal(await verdictOf(page), 'Depends on a value that is not set: var.origin.');
    assert.deepEqual(await within(page, '.verdict.plain .cause'), ['With it, rule 1 might let https://www.example.com PUT. As the text stands, no rule does.']);
    await page.$eval('s3-cors-editor', (element, text) => (element.source = text), terraform.replace('[var.origin]', '["https://www.example.com"]'));
    assert.match(await verdictOf(page, 's3-cors-editor', /^Allowed/), /^Allowed\. Rule 1 lets/);
  });

  it('says whether S3 takes a configuration that nobody calls', async () => {
    const { page } = await show(`<s3-cors-editor view="result"><pre>${xml}</pre></s3-cors-editor>`);
    assert.match(await verdictOf(page), /^S3 accepts this configuration\. It has one rule\./);
    await page.$eval('s3-cors-editor', (element) => (element.source = '[{"AllowedOrigins":["*"],"AllowedMethods":["PATCH"]}]'));
    assert.match(await verdictOf(page, 's3-cors-editor', /refuses/), /InvalidRequest/);
  });

  for (const [view, parts, readable] of /** @type {const} */ ([
    ['full', ['frame', 'source', 'call', 'verdict', 'answer'], false],
    ['editor', ['frame', 'source'], false],
    ['result', ['frame', 'verdict', 'answer'], true],
    ['exchange', ['frame', 'verdict', 'answer'], true],
  ])) {
    it(`the view ${view} has the parts ${parts.join(', ')}, and ${readable ? 'leaves' : 'stands for'} what it wraps`, async () => {
      const { page } = await show(blocked.replace(' page', ` view="${view}" page`));
      await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.result !== null);
      assert.deepEqual(await page.$eval('s3-cors-editor', (element) => Array.from(element.shadowRoot?.querySelectorAll('[part]') ?? [], (part) => part.getAttribute('part'))), parts);
      assert.equal(await page.$eval('s3-cors-editor pre', (pre) => pre.getClientRects().length > 0), readable);
    });
  }

  it('an edit is told, and what follows from it', async () => {
    const { page } = await show(blocked);
    await verdictOf(page);
    await page.evaluate(() => {
      /** @type {any} */ (window).told = [];
      /** @param {Event} event */
      const tell = (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        /** @type {any} */ (window).told.push([event.type, event.composed, detail.source.length, 'validation' in detail && detail.validation.accepted]);
      };
      for (const type of ['s3cors-change', 's3cors-result']) document.addEventListener(type, tell);
    });
    await page.$eval('s3-cors-editor', (element) => {
      const field = element.shadowRoot?.querySelector('textarea');
      field?.focus();
      field?.select();
    });
    await page.keyboard.sendCharacter('[]');
    assert.match(await verdictOf(page, 's3-cors-editor', /refuses/), /MalformedXML/);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).told), [['s3cors-change', true, 2, false], ['s3cors-result', true, 2, false]]);
    assert.equal(await page.$eval('s3-cors-editor', (element) => element.source), '[]');
  });

  it('a call that is typed is the call of the element', async () => {
    const { page } = await show(blocked);
    await verdictOf(page);
    await page.$eval('s3-cors-editor', (element) => {
      const field = /** @type {HTMLInputElement} */ (element.shadowRoot?.querySelector('#page'));
      field.focus();
      field.select();
    });
    await page.keyboard.type('https://app.example.com');
    await verdictOf(page, 's3-cors-editor', /^Allowed/);
    assert.deepEqual(await page.$eval('s3-cors-editor', ({ call, exchange }) => [call?.page, call?.method, exchange?.outcome]), ['https://app.example.com', 'PUT', 'readable']);
  });

  it('a fix is written into the source', async () => {
    const { page } = await show('<s3-cors-editor view="editor"><pre>[{"AllowedOrigins":["https://a.example/"],"AllowedMethods":["GET"]}]</pre></s3-cors-editor>');
    await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.shadowRoot?.querySelector('.apply .b'));
    await page.$eval('s3-cors-editor', (element) => /** @type {HTMLElement} */ (Array.from(element.shadowRoot?.querySelectorAll('.apply .b') ?? []).find((button) => button.textContent === 'Write https://a.example')).click());
    assert.match(await page.$eval('s3-cors-editor', (element) => element.source), /"https:\/\/a\.example"/);
  });

  it('properties and attributes that change are shown', async () => {
    const { page } = await show(blocked);
    await verdictOf(page, 's3-cors-editor', /^Blocked/);
    await page.$eval('s3-cors-editor', (element) => (element.call = { page: 'https://app.example.com', url: 'https://b.s3.amazonaws.com/k', method: 'PUT' }));
    await verdictOf(page, 's3-cors-editor', /^Allowed/);
    await page.$eval('s3-cors-editor', (element) => element.setAttribute('call', 'DELETE https://b.s3.amazonaws.com/k'));
    await verdictOf(page, 's3-cors-editor', /^Blocked.*DELETE/);
    await page.$eval('s3-cors-editor', (element) => (element.view = 'exchange'));
    await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.shadowRoot?.querySelector('.seq'));
    await page.$eval('s3-cors-editor', (element) => (element.theme = 'dark'));
    await page.waitForFunction(() => getComputedStyle(/** @type {Element} */ (document.querySelector('s3-cors-editor')?.shadowRoot?.querySelector('.s3'))).colorScheme === 'dark');
  });

  it('what was set before the element is registered counts', async () => {
    const late = `Object.assign(document.querySelector('s3-cors-editor'), { call: { page: 'https://app.example.com', url: 'https://b.s3.amazonaws.com/k', method: 'PUT' }, view: 'result' });
      import('./element/define.js');`;
    const site = await visitor().serve(pagesBeside({ 'index.html': pageWith(blocked, 'late.js'), 'late.js': late }));
    const page = await visitor().open(site.url);
    assert.match(await verdictOf(page), /^Allowed/);
    assert.equal(await page.$eval('s3-cors-editor', (element) => element.getAttribute('view')), 'result');
  });

  it('what is read only cannot be written', async () => {
    const { page } = await show(blocked.replace(' page', ' readonly page'));
    await verdictOf(page);
    const states = await page.$eval('s3-cors-editor', (element) => [
      element.shadowRoot?.querySelector('textarea')?.readOnly,
      Array.from(element.shadowRoot?.querySelectorAll('.request :is(input, select, textarea, button)') ?? []).every((control) => control.matches(':disabled')),
      element.shadowRoot?.querySelectorAll('.apply .b').length,
    ]);
    assert.deepEqual(states, [true, true, 0]);
  });

  it('asks for nothing before it is near the viewport, and once for all elements of the page', async () => {
    const far = `<div class="far">${'<p>Far<br><br><br><br><br><br><br><br><br><br></p>'.repeat(30)}</div>`;
    const { site, page } = await show(`${far}${blocked}${blocked}${blocked}`);
    await page.waitForFunction(() => customElements.get('s3-cors-editor') && document.querySelector('s3-cors-editor')?.shadowRoot);
    // An observer has told all elements where they are once it tells another one.
    await page.evaluate(() => new Promise((told) => new IntersectionObserver(told).observe(document.body)));
    assert.deepEqual(site.requests.filter((path) => modules.includes(path)), []);
    await page.evaluate(() => document.querySelectorAll('s3-cors-editor')[2].scrollIntoView());
    await page.waitForFunction(() => Array.from(document.querySelectorAll('s3-cors-editor')).every((element) => element.result !== null));
    assert.deepEqual(site.requests.filter((path) => modules.includes(path)).sort(), modules.toSorted());
  });

  it('arrives when what it wraps has the focus, and keeps the focus', async () => {
    const far = '<p>Far<br><br><br><br><br><br><br><br><br><br></p>'.repeat(30);
    const { page } = await show(`${far}<s3-cors-editor view="editor"><a href="cors.xml">The configuration</a></s3-cors-editor>`);
    await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.shadowRoot);
    await page.$eval('s3-cors-editor a', (link) => /** @type {HTMLElement} */ (link).focus({ preventScroll: true }));
    await page.waitForFunction(() => document.querySelector('s3-cors-editor')?.shadowRoot?.activeElement?.localName === 'textarea');
  });

  it('leaves what it wraps and says so where the module does not arrive', async () => {
    const site = await visitor().serve((path) => (path === 's3cors.wasm' ? null : pagesBeside({ 'index.html': pageWith(`${blocked}<p id="told"></p>`).replace('element/define.js', 'listen.js'), 'listen.js': "import './element/define.js'; document.addEventListener('s3cors-error', ({ detail }) => { document.querySelector('#told').textContent = detail.error.message; });" })(path)));
    const page = await visitor().open(site.url);
    await page.waitForFunction(() => document.querySelector('#told')?.textContent);
    assert.match(await page.$eval('#told', (told) => told.textContent ?? ''), /s3cors could not be started .*404/);
    assert.equal(await page.$eval('s3-cors-editor pre', (pre) => pre.getClientRects().length > 0), true);
    assert.deepEqual(visitor().problems.splice(0).filter((problem) => !/404|s3cors\.wasm/.test(problem)), []);
  });

  it('is drawn with the colours that its surroundings give it, light or dark as they are', async () => {
    const site = await visitor().serve(pagesBeside({ 'index.html': pageWith(blocked).replace('<body>', '<link rel="stylesheet" href="looks.css"><body>'), 'looks.css': 'html{color-scheme:dark} s3-cors-editor{--s3cors-pane:rgb(1 2 3)} s3-cors-editor::part(frame){border-radius:0}' }));
    const page = await visitor().open(site.url);
    await verdictOf(page);
    const style = await page.$eval('s3-cors-editor', (element) => {
      const frame = getComputedStyle(/** @type {Element} */ (element.shadowRoot?.querySelector('.s3')));
      return [frame.backgroundColor, frame.borderTopLeftRadius, frame.color];
    });
    assert.deepEqual(style, ['rgb(1, 2, 3)', '0px', 'rgb(233, 233, 235)']);
  });
});

