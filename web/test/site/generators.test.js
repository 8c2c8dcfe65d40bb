import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fileIn } from '../../bundle/folder.js';
import { buildElement } from '../../bundle/element.js';
import { strict, verdictOf, visiting } from '../element/visit.js';

const run = promisify(execFile);
const web = fileURLToPath(new URL('../../', import.meta.url));
const examples = join(web, 'examples');

visiting('the example of plain HTML', (visitor) => {
  it('shows its verdicts, with the element as it is built and a strict policy', async () => {
    const built = await buildElement('s3cors.wasm');
    const site = await visitor().serve(async (path) => {
      const [, name] = /^s3cors\/(.*)$/.exec(path) ?? [];
      return name === undefined ? fileIn(join(examples, 'plain'), path) : (built.get(name) ?? fileIn(web, name));
    }, strict);
    const page = await visitor().open(site.url);
    assert.match(await verdictOf(page), /^Blocked\. No rule lets https:\/\/www\.example\.com PUT/);
    await page.waitForFunction(() => Array.from(document.querySelectorAll('s3-cors-editor')).every((element) => element.result));
    assert.deepEqual(await page.$$eval('s3-cors-editor', (all) => all.map(({ view, validation }) => `${view} ${validation?.accepted}`)), ['result true', 'full true', 'editor true']);
  });
});

visiting('the example of VitePress', (visitor) => {
  /** @type {string} */
  let folder;
  /** @type {string} */
  let failure = '';
  before(async () => {
    const example = join(examples, 'vitepress');
    const modules = join(example, 'node_modules');
    const isThere = await access(join(modules, 'vitepress')).then(() => true, () => false);
    if (!isThere) {
      await run('npm', ['ci', '--ignore-scripts'], { cwd: example }).catch((error) => {
        if (process.env.CI) throw error;
        failure = `VitePress cannot be installed: ${error.message}`;
      });
    }
    if (failure !== '') return void console.error(`NOT TESTED: ${failure}`);
    // A folder of its own: several may build at once, and the package is there as npm would put it.
    folder = await mkdtemp(join(tmpdir(), 's3cors-vitepress-'));
    await cp(example, folder, { recursive: true, filter: (path) => !/node_modules|[/\\](?:dist|cache)$/.test(path.slice(example.length)) });
    await mkdir(join(folder, 'node_modules'));
    for (const name of await readdir(modules)) {
      if (!name.startsWith('.') && name !== 's3cors') await symlink(join(modules, name), join(folder, 'node_modules', name), 'dir');
    }
    await symlink(web, join(folder, 'node_modules', 's3cors'), 'dir');
    await run(process.execPath, [join(folder, 'node_modules/vitepress/bin/vitepress.js'), 'build'], { cwd: folder });
  });
  after(() => folder && rm(folder, { recursive: true, force: true }));

  it('shows its verdicts after it is built, on the next page too, under a strict policy', async (context) => {
    if (failure !== '') return context.skip(failure);
    const dist = join(folder, '.vitepress/dist');
    assert.equal((await readdir(join(dist, 'assets'))).filter((name) => name.endsWith('.wasm')).length, 1);
    const site = await visitor().serve((path) => (path.startsWith('docs/') ? fileIn(dist, path.slice('docs/'.length)) : null), strict);
    const page = await visitor().open(`${site.url}docs/`);
    assert.match(await verdictOf(page), /^Blocked\. No rule lets https:\/\/www\.example\.com PUT/);
    await page.$eval('main a[href*="downloads"]', (link) => /** @type {HTMLElement} */ (link).click());
    await page.waitForFunction(() => location.pathname.includes('/downloads'));
    assert.match(await verdictOf(page, 's3-cors-editor', /^Allowed/), /https:\/\/www\.example\.com/);
    assert.equal(site.requests.filter((path) => path.endsWith('.wasm')).length, 1);
  });
});
