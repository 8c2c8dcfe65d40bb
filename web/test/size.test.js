import assert from 'node:assert/strict';
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
