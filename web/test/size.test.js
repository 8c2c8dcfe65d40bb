import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { measureSize } from './size.js';

test('the module is small enough to embed: at most a fifth above an empty Go program, packed', async (t) => {
  const { module, empty, emptyAlike } = await measureSize();
  const ratio = module.brotli / empty.brotli;
  const figures = `${module.brotli} bytes of brotli are ${ratio.toFixed(3)} times the ${empty.brotli} of an empty program, and ${(
    module.brotli / emptyAlike.brotli
  ).toFixed(3)} times the ${emptyAlike.brotli} of one built and stripped as the module is`;
  t.diagnostic(figures);
  assert.ok(ratio <= 1.2, figures);
});

// A build goes on where these fail, so that it works with another Go too. What is handed out has both.
test('the module is stripped, and Go’s runtime is not whole', async () => {
  const module = await readFile(new URL('../s3cors.wasm', import.meta.url));
  assert.ok(!module.includes('runtime.gopanic'), 'the names of functions are there: wasm/strip has failed');
  assert.ok(!module.includes('gcstoptheworld'), 'a setting of GODEBUG is there: wasm/strip/overlay has failed');
});
