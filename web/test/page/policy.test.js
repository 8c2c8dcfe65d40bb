import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { contentSecurityPolicy } from '../../serve.js';

test('the page has the content security policy that it is served under, but for what a <meta> cannot carry', async () => {
  const html = await readFile(new URL('../../index.html', import.meta.url), 'utf8');
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? assert.fail('there is no policy');
  assert.equal(`${policy}; frame-ancestors 'none'`, contentSecurityPolicy);
});
