import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { practise } from '../../page/practice.js';

const globals = /** @type {{ requestIdleCallback?: (work: () => void) => void }} */ (globalThis);

/** Idle times, each of which does one piece of work. */
function idle() {
  /** @type {(() => void)[]} */
  const waiting = [];
  globals.requestIdleCallback = (work) => void waiting.push(work);
  return () => {
    const work = waiting.shift();
    work?.();
    return work !== undefined;
  };
}

afterEach(() => delete globals.requestIdleCallback);

test('practice is one evaluation in an idle time, each of another text, and ends', () => {
  const next = idle();
  /** @type {string[]} */
  const texts = [];
  practise((text) => texts.push(text), '[]');
  assert.equal(texts.length, 0, 'nothing waits for it');
  for (let times = 1; next(); times++) {
    assert.equal(texts.length, times);
    assert.ok(times < 100, 'it ends');
  }
  assert.ok(texts.length >= 10);
  assert.equal(new Set(texts).size, texts.length, 'none is known from before');
  assert.ok(texts.every((text) => text.trim() === '[]'));
});

test('a long text, and a browser that does not tell when it is idle, are no practice', () => {
  const next = idle();
  practise(() => assert.fail(), 'x'.repeat(70_000));
  assert.equal(next(), false);
  delete globals.requestIdleCallback;
  practise(() => assert.fail(), '[]');
});
