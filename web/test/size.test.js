import assert from 'node:assert/strict';
import { test } from 'node:test';

import { measureSize } from './size.js';

test('the module is small enough to embed: at most a fifth above an empty Go program, packed', async () => {
  const { module, empty } = await measureSize();
  const ratio = module.brotli / empty.brotli;
  assert.ok(ratio <= 1.2, `${module.brotli} bytes of brotli are ${ratio.toFixed(3)} times the ${empty.brotli} of an empty program`);
});
