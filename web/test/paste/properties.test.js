/** Laws of readCall, readResponse and explain: any text is answered, and a call that is written as a command is read back. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { load } from '../../s3cors.js';
import { awkwardTexts } from '../put/texts.js';

/** @typedef {import('../../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../../s3cors.js').Span} Span */

const s3cors = await load();
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../../testdata/paste/${name}.json`, import.meta.url), 'utf8'));
const texts = ['calls', 'responses', 'explanations', 'console-lines'].flatMap((name) => read(name).cases.map((/** @type {any} */ one) => one.text));

/** @param {number} seed */
function generator(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => (state = (state * 48_271) % 0x7fffffff) % limit;
}

/**
 * @param {string} text
 * @param {Span | undefined | null} span
 */
function assertInside(text, span) {
  assert.ok(span && 0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
}

/** @param {string} text */
async function answer(text) {
  const call = await s3cors.readCall(text);
  const response = await s3cors.readResponse(text);
  const explanation = await s3cors.explain(text);
  for (const { span, related, message } of [...call.diagnostics, ...response.diagnostics]) {
    assertInside(text, span);
    for (const one of related ?? []) assertInside(text, one.span);
    assert.ok(message !== '' && !/invalid|please|[.!]$/i.test(message.replace(/"[^]*"|\([^]*\)/g, '')), message);
  }
  assert.equal(call.call === null, call.diagnostics.some(({ severity }) => severity === 'error'));
  assert.equal(response.response === null, response.diagnostics.some(({ severity }) => severity === 'error'));
  if (explanation.span !== null) assertInside(text, explanation.span);
  assert.equal(explanation.span === null, explanation.kind === null);
  for (const { span } of explanation.also) assertInside(text, span);
  assert.ok(!/[{}]/.test(explanation.meaning.replace(/"[^]*"/g, '')) || /[{}]/.test(text), explanation.meaning);
}

describe('any text is answered, with places inside it', () => {
  it('awkward texts, alone and behind the beginnings of what is read', async () => {
    const beginnings = ['', 'curl ', 'curl ^"', "curl $'", 'curl -H `\n', 'fetch(', 'fetch("https://a.example", {', 'Invoke-WebRequest -Headers @{', 'PUT / HTTP/1.1\n', 'HTTP/1.1 200\n', ':authority\n', "Access to fetch at '", '<Error><Code>'];
    for (const text of awkwardTexts(150, true)) for (const beginning of beginnings) await answer(beginning + text);
  });
  it('texts that are cut off, or have a piece cut out', async () => {
    const next = generator(7);
    for (const text of texts) {
      for (let i = 0; i < 12; i++) {
        const [from, to] = [next(text.length + 1), next(text.length + 1)].sort((a, b) => a - b);
        await answer(text.slice(0, from));
        await answer(text.slice(0, from) + text.slice(to));
        await answer(text.slice(from, to));
      }
    }
  });
  it('pieces of different texts behind each other', async () => {
    const next = generator(11);
    const piece = () => {
      const text = texts[next(texts.length)];
      const from = next(text.length + 1);
      return text.slice(from, from + next(80));
    };
    for (let i = 0; i < 1500; i++) await answer(piece() + piece() + piece());
  });
  for (const [name, piece] of Object.entries({
    'quotation marks': '"\'', 'carets': '^"', 'backslashes': '\\', 'opening brackets': 'fetch({[(', 'colons': 'a: b\n', 'status lines': 'HTTP/1.1 200 OK\n', 'blanks': ' ', 'dollars': 'curl $(', 'starts of lines': "Access to fetch at '", 'errors': '<Code>', 'first words': 'Access to ', 'words': 'AccessDenied ', 'commands': 'curl a\n', 'templates': 'fetch(`${', 'pairs': '@{a=b;',
  })) {
    it(`a quarter of a megabyte of ${name}`, () => answer(`curl x ${piece.repeat(262_144 / piece.length)}`));
    it(`a quarter of a megabyte of ${name}, from the beginning`, () => answer(piece.repeat(262_144 / piece.length)));
  }
});

describe('misuse is a TypeError that names the call', () => {
  for (const name of /** @type {const} */ (['readCall', 'readResponse', 'explain'])) {
    it(name, async () => {
      await assert.rejects(/** @type {any} */ (s3cors)[name](), { name: 'TypeError', message: `s3cors.${name}: text is missing` });
      await assert.rejects(/** @type {any} */ (s3cors)[name](5), { name: 'TypeError', message: `s3cors.${name}: text must be a string, not the number 5` });
    });
  }
});

/** How each shell, and each browser for it, writes a word. */
const shells = {
  'a POSIX shell in single quotes': { join: ' \\\n  ', quote: (/** @type {string} */ word) => `'${word.replaceAll("'", "'\\''")}'` },
  'a POSIX shell in double quotes': { join: ' ', quote: (/** @type {string} */ word) => `"${word.replace(/["\\$`]/g, '\\$&')}"` },
  'bash, as Chrome writes it': {
    join: ' \\\n  ',
    quote: (/** @type {string} */ word) =>
      /[\0-\x1f\x7f-\x9f!']/.test(word)
        ? `$'${word.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/[\0-\x1f\x7f-\x9f!]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`
        : `'${word}'`,
  },
  'cmd.exe, as Chrome writes it': {
    join: ' ^\n  ',
    quote: (/** @type {string} */ word) =>
      `^"${word.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&').replace(/%(?=[a-zA-Z0-9_])/g, '%^').replace(/\r?\n/g, '^\n\n')}^"`,
  },
  'PowerShell': { join: ' `\n  ', quote: (/** @type {string} */ word) => `"${word.replace(/["`$]/g, '`$&')}"` },
};

/**
 * A call that curl can make: its URL and values hold what is awkward to quote.
 *
 * @param {(limit: number) => number} next
 * @returns {FetchCall}
 */
function randomCall(next) {
  const awkward = ['a', 'Z', '0', '-', '_', '.', '~', '!', '$', '&', "'", '"', '(', ')', '*', '+', ',', ';', '=', '%41', '%', '^', '|', '`', '\\', '{', '}', '[', ']', '<', '>', '@', 'é', '日', '😀', '$x', '`id`', '%PATH%'];
  const word = (/** @type {string[]} */ more) => Array.from({ length: 1 + next(8) }, () => [...awkward, ...more][next(awkward.length + more.length)]).join('');
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'PATCH', 'patch'];
  const method = methods[next(methods.length)];
  /** @type {[string, string][]} */
  const headers = Array.from({ length: next(4) }, (_, i) => [`X-Amz-Meta-${i}`, `v${word([' ', ' # ', ': '])}v`]);
  const hasBody = next(2) === 0 && method !== 'GET' && method !== 'HEAD';
  return {
    page: next(5) === 0 ? 'null' : `https://app${next(9)}.example.com`,
    url: `https://b${next(9)}.s3.eu-west-1.amazonaws.com/k${word(['/', '?', '#'])}`,
    ...(method !== 'GET' && { method }),
    ...((headers.length > 0 || hasBody) && { headers: hasBody ? [...headers, ['Content-Type', 'application/json']] : headers }),
    ...(hasBody && { body: /** @type {const} */ ('string') }),
  };
}

describe('a call that is written as a curl command is read back', () => {
  for (const [name, { join, quote }] of Object.entries(shells)) {
    it(`in ${name}`, async () => {
      const next = generator(20_061_126);
      for (let i = 0; i < 400; i++) {
        const call = randomCall(next);
        const { page, url, method, headers, body } = call;
        const words = [`curl ${quote(url)}`, `-H ${quote(`Origin: ${page}`)}`];
        if (method !== undefined) words.push(`-X ${quote(method)}`);
        for (const [header, value] of /** @type {[string, string][]} */ (headers ?? [])) words.push(`-H ${quote(`${header}: ${value}`)}`);
        if (body !== undefined) words.push(`--data-raw ${quote(`{"a": "it's\n${'$%^`"\\'.repeat(next(2))}"}`)}`);
        const command = words.join(join);
        assert.deepEqual(await s3cors.readCall(command), { call, format: 'curl', diagnostics: [] }, command);
      }
    });
  }
  it('as a call of fetch() too', async () => {
    const next = generator(5);
    for (let i = 0; i < 400; i++) {
      const call = randomCall(next);
      const { page, url, method = 'GET', headers = [], body } = call;
      const options = { method, headers: { ...Object.fromEntries(/** @type {[string, string][]} */ (headers)), Origin: page }, ...(body && { body: '{"a": "b"}' }) };
      const text = `await fetch(${JSON.stringify(url)}, ${JSON.stringify(options, null, next(3))});`;
      assert.deepEqual(await s3cors.readCall(text), { call, format: 'fetch', diagnostics: [] }, text);
    }
  });
});
