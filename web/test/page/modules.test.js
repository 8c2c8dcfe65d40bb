import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchCall, originOf, takes } from '../../page/call.js';
import { createHistory } from '../../page/history.js';
import { lineAt, lineStarts, lineWords } from '../../page/lines.js';
import { nearestRule } from '../../page/nearest.js';
import { originDiff } from '../../page/origin-diff.js';
import { resourceOf } from '../../page/server.js';
import { emptyCall } from '../../page/state.js';

/** @param {import('../../page/origin-diff.js').Piece[]} pieces */
const marked = (pieces) => pieces.map((piece) => (piece.differs ? `[${piece.text}]` : piece.text)).join('');

for (const [name, page, rule, markedPage, markedRule] of [
  ['another host label', 'https://www.example.com', 'https://app.example.com', 'https://[www].example.com', 'https://[app].example.com'],
  ['another scheme', 'http://a.example', 'https://a.example', 'http://a.example', 'http[s]://a.example'],
  ['scheme and host', 'http://www.example.com', 'https://app.example.com', 'http://[www].example.com', 'http[s]://[app].example.com'],
  ['a port on one side', 'http://localhost:5173', 'http://localhost', 'http://localhost[:5173]', 'http://localhost'],
  ['a letter in a label', 'https://www.exmaple.com', 'https://www.example.com', 'https://www.ex[ma]ple.com', 'https://www.ex[am]ple.com'],
  ['a trailing slash', 'https://a.example', 'https://a.example/', 'https://a.example', 'https://a.example[/]'],
  ['the apex under a wildcard', 'https://example.com', 'https://*.example.com', 'https://example.com', 'https://[*.]example.com'],
  ['a wildcard that would do, another scheme', 'http://www.example.com', 'https://*.example.com', 'http://www.example.com', 'http[s]://*.example.com'],
  ['an opaque origin', 'null', 'https://a.example', '[null]', '[https://a.example]'],
]) {
  test(`difference of origins: ${name}`, () => {
    const diff = originDiff(page, rule);
    assert.equal(marked(diff.page), markedPage);
    assert.equal(marked(diff.rule), markedRule);
  });
}

for (const [page, origin] of [
  ['https://www.example.com', 'https://www.example.com'],
  ['https://www.example.com/upload?x=1#y', 'https://www.example.com'],
  ['HTTPS://WWW.Example.com:443/', 'https://www.example.com'],
  ['http://localhost:5173/', 'http://localhost:5173'],
  ['file:///home/me/page.html', 'null'],
  ['null', 'null'],
  ['capacitor://localhost', 'capacitor://localhost'],
  ['  ', ''],
  ['https://', 'https://'],
]) {
  test(`a page at "${page}" sends the origin "${origin}"`, () => assert.equal(originOf(page), origin));
}

for (const [url, names] of [
  ['https://media.example-bucket.s3.eu-west-1.amazonaws.com/cat.jpg', 'object'],
  ['https://media.s3.amazonaws.com/?list-type=2', 'bucket'],
  ['https://media.s3-us-west-2.amazonaws.com', 'bucket'],
  ['https://s3.eu-west-1.amazonaws.com/media/cat.jpg?x-id=PutObject', 'object'],
  ['https://s3.eu-west-1.amazonaws.com/media/', 'bucket'],
  ['https://s3.amazonaws.com/', 'service'],
  ['https://s3.cn-north-1.amazonaws.com.cn/media', 'bucket'],
  ['https://s3.example/', 'object'],
  ['cat.jpg', 'object'],
]) {
  test(`the URL ${url} names the ${names}`, () => assert.equal(resourceOf(url), names));
}

test('an element makes a call with what an element can say', () => {
  const call = { ...emptyCall, page: 'https://a.example', method: 'PUT', headers: ['x-a: b'], body: 'string', crossorigin: 'anonymous', uploadListener: true };
  assert.deepEqual(fetchCall({ ...call, via: 'img' }), { page: 'https://a.example', url: emptyCall.url, via: 'img', crossorigin: 'anonymous' });
  assert.deepEqual(fetchCall({ ...call, via: 'xhr' }), { page: 'https://a.example', url: emptyCall.url, via: 'xhr', method: 'PUT', headers: [['x-a', 'b']], credentials: 'same-origin', body: 'string', uploadListener: true });
  assert.deepEqual(fetchCall({ ...call, via: 'beacon', body: 'type', bodyType: 'image/png' }), { page: 'https://a.example', url: emptyCall.url, via: 'beacon', body: { type: 'image/png' } });
  assert.equal(takes('font', 'crossorigin'), false, 'a font is always asked for with CORS');
});

test('typing that goes on is one step of undo, a card edit is its own', () => {
  const history = createHistory('a');
  history.record('ab', true, 0);
  history.record('abc', true, 500);
  history.record('abcd', true, 2_000);
  history.record('card', false, 2_100);
  history.record('card!', true, 2_200);
  assert.equal(history.undo(), 'card');
  assert.equal(history.undo(), 'abcd');
  assert.equal(history.undo(), 'abc');
  assert.equal(history.undo(), 'a');
  assert.equal(history.undo(), null);
  assert.equal(history.redo(), 'abc');
  history.record('other', true, 3_000);
  assert.equal(history.canRedo, false);
  assert.equal(history.undo(), 'abc');
});

test('lines are counted from 1, ends of lines belong to their line', () => {
  const starts = lineStarts('a\nbc\n\nd');
  assert.deepEqual([0, 1, 2, 4, 5, 6, 7].map((offset) => lineAt(starts, offset)), [1, 1, 2, 2, 3, 4, 4]);
  assert.equal(lineWords(starts, { start: 2, end: 4 }), 'line 2');
  assert.equal(lineWords(starts, { start: 2, end: 7 }), 'lines 2 to 4');
  assert.equal(lineWords(lineStarts('[1, 2]'), { start: 4, end: 5 }), 'column 5', 'in one line the line says nothing');
});

/**
 * @param {number} rule
 * @param {string | null} origin  The pattern that came nearest; null: it matched.
 * @param {boolean} method
 * @param {boolean[]} headers
 * @returns {import('../../s3cors.js').RuleTrace}
 */
function failing(rule, origin, method, headers) {
  /** @param {boolean} good @param {string} value @param {string} [pattern] */
  const check = (good, value, pattern) => ({ value, pattern, result: /** @type {'matched' | 'failed'} */ (good ? 'matched' : 'failed'), path: '', message: '' });
  return { rule, result: 'failed', origin: check(origin === null, 'https://www.example.com', origin ?? undefined), method: check(method, 'PUT'), headers: headers.map((good) => check(good, 'x')) };
}

for (const [name, trace, nearest] of /** @type {[string, import('../../s3cors.js').RuleTrace[], number][]} */ ([
  ['a letter in the origin is nearer than another method', [failing(0, null, false, []), failing(1, 'http://www.example.com', true, [])], 1],
  ['another method is nearer than an unlike host', [failing(0, 'https://cdn.other.net', true, []), failing(1, null, false, [])], 1],
  ['a header is nearer than a method', [failing(0, null, false, [true]), failing(1, null, true, [false])], 1],
  ['one header of two is nearer than both', [failing(0, null, true, [false, false]), failing(1, null, true, [true, false])], 1],
  ['of two alike the earlier', [failing(0, null, false, []), failing(1, null, false, [])], 0],
])) {
  test(`nearest rule: ${name}`, () => assert.equal(nearestRule(trace)?.rule, nearest));
}

test('nearest rule: none where no rule was reached', () => assert.equal(nearestRule([]), null));
