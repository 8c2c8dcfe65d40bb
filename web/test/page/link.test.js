import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { examples } from '../../page/examples.js';
import { inflate } from '../../page/inflate.js';
import { readLink, writeLink } from '../../page/link.js';
import { readFields, writeFields } from '../../page/link-fields.js';

/** @typedef {import('../../page/types.js').LinkState} LinkState */

/** @type {LinkState} */
const usual = { ...examples[0].state, configTab: 'source', answerTab: 'why', format: 'xml' };

/** @type {LinkState} */
const unusual = {
  text: 'Ünïcödé 😀 \u0000 </script>\n"${var.origin}"',
  candidate: 3,
  values: { 'var.origin': 'https://a.example', ages: 5, list: ['a', 'b'], __proto__x: 'y' },
  call: { page: 'https://a.example', url: 'https://b.example/', via: 'xhr', method: 'PATCH', headers: ['x-a: b'], credentials: 'include', mode: 'no-cors', body: 'type', bodyType: 'image/png', crossorigin: 'anonymous', uploadListener: true },
  server: {
    kind: 'pasted', resource: 'bucket', status: 403, stands: 'preflight', cache: 'cdn',
    pasted: { response: { status: 200, headers: [['ETag', '"x"']], body: '<Error/>' }, redirects: [{ status: 307, location: 'https://c.example/', headers: [['A', 'b']] }] },
  },
  shown: 'preflight',
  configTab: 'meaning',
  answerTab: 'consoles',
  format: 'terraform',
};

/** @param {string} json @param {string} [version] */
const linkOf = (json, version = '1') => `#${version}${deflateRawSync(json).toString('base64url')}`;

for (const [name, state] of /** @type {const} */ ([['what the page opens with', usual], ['everything at once', unusual], ['an empty text', { ...usual, text: '' }]])) {
  test(`a link brings back ${name}`, async () => {
    const link = await writeLink(state) ?? assert.fail('there is no link');
    assert.match(link, /^#1[\w-]+$/);
    assert.deepEqual(await readLink(link), { state });
  });
}

test('a link to two rules is short enough for a message', async () => {
  const { length } = await writeLink(usual) ?? '';
  assert.ok(length > 100 && length < 600, `${length} characters`);
});

test('what is too long for a link is not written', async () => {
  const random = Array.from({ length: 50_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919 + i * i * 31) % 20_000))).join('');
  assert.equal(await writeLink({ ...usual, text: random }), null);
  const repeated = 'x'.repeat(250_000);
  assert.deepEqual(await readLink(await writeLink({ ...usual, text: repeated }) ?? ''), { state: { ...usual, text: repeated } });
});

/** @type {Record<string, unknown>} */
const written = writeFields(unusual);
/** @type {[name: string, change: object][]} */
const strange = [
  ['a text that is none', { text: 5 }],
  ['a text of a million letters', { text: 'x'.repeat(300_001) }],
  ['a member that nobody knows', { onload: 'alert(1)' }],
  ['a candidate before the first', { candidate: -1 }],
  ['a candidate that is no whole number', { candidate: 1.5 }],
  ['a tab that is not there', { configTab: 'verdict' }],
  ['a format that is not there', { format: '__proto__' }],
  ['a way of calling that is not there', { call: { via: 'constructor' } }],
  ['a method that is a list', { call: { method: ['GET'] } }],
  ['headers that are no texts', { call: { headers: [['a', 'b']] } }],
  ['too many headers', { call: { headers: Array(201).fill('a') } }],
  ['a call that is a list', { call: [] }],
  ['a call that is nothing', { call: null }],
  ['a status that is none', { server: { status: 99 } }],
  ['a pasted answer without one', { server: { kind: 'pasted' } }],
  ['a pasted answer with a member too many', { server: { kind: 'pasted', pasted: { response: { status: 200, headers: [] }, redirects: [], then: 1 } } }],
  ['a value that is an object', { values: { a: { b: 1 } } }],
  ['values that are a list', { values: [] }],
];
for (const [name, change] of strange) {
  test(`a link is refused for ${name}`, async () => {
    assert.equal(readFields({ ...written, ...change }), null);
    assert.deepEqual(await readLink(linkOf(JSON.stringify({ ...written, ...change }))), { problem: 'strange' });
  });
}

test('a name that objects have already is a name like any other', async () => {
  const read = await readLink(linkOf('{"values": {"__proto__": "a", "constructor": "b"}}'));
  assert.ok('state' in read);
  assert.deepEqual(Object.entries(read.state.values), [['__proto__', 'a'], ['constructor', 'b']]);
  assert.equal(Object.getPrototypeOf(read.state.values), Object.prototype);
  assert.deepEqual(await readLink(linkOf('{"__proto__": {"text": "x"}}')), { problem: 'strange' });
});

for (const [name, fragment, problem] of /** @type {const} */ ([
  ['is cut off', linkOf(JSON.stringify(written)).slice(0, -9), 'damaged'],
  ['has a letter that base64url has not', `${linkOf('{}')}!`, 'damaged'],
  ['holds no JSON', linkOf('{"text": '), 'damaged'],
  ['holds no UTF-8', `#1${deflateRawSync(Buffer.from([0x22, 0xff, 0x22])).toString('base64url')}`, 'damaged'],
  ['has nothing behind the version', '#1', 'damaged'],
  ['is of a version to come', linkOf('{"text": "hello, hello"}', '2'), 'newer'],
  ['holds a list', linkOf('[]'), 'strange'],
  ['holds null', linkOf('null'), 'strange'],
  ['is longer than a link may be', `#1${'A'.repeat(60_000)}`, 'large'],
])) {
  test(`a link that ${name} is told of`, async () => assert.deepEqual(await readLink(fragment), { problem }));
}

test('a link that would fill the memory is given up early', async () => {
  const bomb = deflateRawSync(Buffer.alloc(40_000_000, 0x20), { level: 9 });
  assert.ok(bomb.length < 45_000, 'it fits into a link');
  assert.deepEqual(await readLink(`#1${bomb.toString('base64url')}`), { problem: 'damaged' });
  // One byte decides, so what follows the limit is not looked at.
  const exact = deflateRawSync(Buffer.alloc(5_000, 0x20));
  assert.equal((await inflate(new Uint8Array(exact), 5_000))?.length, 5_000);
  assert.equal(await inflate(new Uint8Array(exact), 4_999), null);
});

test('whatever a link holds, it is read or told of, and what is read is what the page writes', async () => {
  let seed = 1;
  const random = (/** @type {number} */ below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const good = await writeLink(unusual) ?? '';
  const json = JSON.stringify(written);
  for (let round = 0; round < 1_500; round++) {
    const at = random(json.length);
    const changed = random(2) === 0 ? json.slice(0, at) + json.slice(at + 1 + random(9)) : json.slice(0, at) + String.fromCharCode(32 + random(95)) + json.slice(at + 1);
    const place = 2 + random(good.length - 2);
    const fragment = round % 2 === 0 ? linkOf(changed) : good.slice(0, place) + 'ABCdef019-_'[random(11)] + good.slice(place + 1);
    const read = await readLink(fragment);
    if ('problem' in read) assert.ok(['damaged', 'strange'].includes(read.problem));
    else assert.deepEqual(readFields(writeFields(read.state)), read.state);
  }
});
