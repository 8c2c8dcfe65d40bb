import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

import { load } from '../s3cors.js';

const s3cors = await load();
const untyped = /** @type {any} */ (s3cors);
const rule = { AllowedOrigins: ['https://a.example'], AllowedMethods: ['GET'] };
const request = { origin: 'https://a.example', method: 'GET' };

describe('the API', () => {
  it('has the version of the package', async () => {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
    assert.equal(s3cors.version, version);
  });
  it('has the calls that are built, and no others', () => {
    const built = ['parse', 'validate', 'toXML', 'convert', 'preparePut', 'acceptPut', 'simulatePreflight', 'simulateRequest', 'simulateMany', 'simulateFetch', 'compare', 'suggest', 'edit', 'infer', 'test', 'readCall', 'readHAR', 'readResponse', 'explain', 'presets'];
    assert.deepEqual(Object.keys(s3cors), ['version', ...built]);
  });
  it('has methods that do without their object', () => {
    const { simulateMany } = s3cors;
    assert.deepEqual(simulateMany([rule], [request]), [{ allowed: true, rule: 0, status: 200 }]);
  });
});

describe('misuse is a TypeError that names the call and the argument', () => {
  /** @type {[string, () => unknown, string][]} */
  const cases = [
    ['no source', () => untyped.parse(), 's3cors.parse: source is missing'],
    ['undefined as the source', () => untyped.parse(undefined), 's3cors.parse: source is missing'],
    ['a number as the source', () => untyped.parse(5), 's3cors.parse: source must be a string, a configuration or an array of rules, not the number 5'],
    ['null as the source', () => untyped.validate(null), 's3cors.validate: source must be a string, a configuration or an array of rules, not null'],
    ['true as the source', () => untyped.toXML(true), 's3cors.toXML: source must be a string, a configuration or an array of rules, not true'],
    ['a function as the source', () => untyped.toXML(() => ''), 's3cors.toXML: source must be a value, not function'],
    ['undefined for a bucket', () => untyped.simulatePreflight(undefined, {}), 's3cors.simulatePreflight: source must be a value, not undefined'],
    ['a text that is none', () => untyped.parse({ text: 5 }), 's3cors.parse: source.text must be a string, not the number 5'],
    ['a candidate that is none', () => untyped.parse({ text: '', candidate: -1 }), 's3cors.parse: source.candidate must be a whole number from 0 to 1048576, not the number -1'],
    ['values that are none', () => untyped.parse({ text: '', values: { a: [5] } }), "s3cors.parse: source.values['a'][0] must be a string, not the number 5"],
    ['no request', () => untyped.simulatePreflight([rule]), 's3cors.simulatePreflight: request must be an object, not null'],
    ['an origin that is a number', () => untyped.simulatePreflight([rule], { origin: 5 }), 's3cors.simulatePreflight: request.origin must be a string or null, not the number 5'],
    ['header names that are numbers', () => untyped.simulatePreflight([rule], { headers: ['a', 5] }), 's3cors.simulatePreflight: request.headers[1] must be a string, not the number 5'],
    ['a request without method', () => untyped.simulateRequest([rule], {}), 's3cors.simulateRequest: request.method must be a string, and is missing'],
    ['a header value that is a number', () => untyped.simulateRequest([rule], { method: 'GET', headers: { Age: 5 } }), "s3cors.simulateRequest: request.headers['Age'] must be a string, not the number 5"],
    ['a pair of three', () => untyped.simulateRequest([rule], { method: 'GET', headers: [['a', 'b', 'c']] }), 's3cors.simulateRequest: request.headers[0] must be a pair of strings, the name and the value'],
    ['Headers, which JSON would lose', () => untyped.simulateRequest([rule], { method: 'GET', headers: new Headers({ a: 'b' }) }), 's3cors.simulateRequest: request.headers must be a plain object or an array; write [...headers]'],
    ['a bucket of another word', () => untyped.simulatePreflight([rule], {}, { bucket: 'x' }), "s3cors.simulatePreflight: target.bucket must be 'exists' or 'missing', not the string 'x'"],
    ['a resource of another word', () => untyped.simulatePreflight([rule], {}, { resource: 'x' }), "s3cors.simulatePreflight: target.resource must be 'object', 'bucket' or 'service', not the string 'x'"],
    ['a status that is none', () => untyped.simulatePreflight([rule], {}, { status: 600 }), 's3cors.simulatePreflight: target.status must be a whole number from 200 to 599, not the number 600'],
    ['null as the target', () => untyped.simulatePreflight([rule], {}, null), 's3cors.simulatePreflight: target must be an object, not null'],
    ['requests that are no array', () => untyped.simulateMany([rule], {}), 's3cors.simulateMany: requests must be an array, not an object'],
    ['undefined as a request', () => untyped.simulatePreflight([rule], undefined, {}), 's3cors.simulatePreflight: request must be an object, not null'],
    ['a source that writes itself as a number', () => untyped.parse({ toJSON: () => 5 }), 's3cors.parse: source must be a string, a configuration or an array of rules, not the number 5'],
    ['a value that is none', () => untyped.parse({ text: '', values: { a: null } }), "s3cors.parse: source.values['a'] must be a string, an array of strings or a number, not null"],
    ['a Map as the headers of a target', () => untyped.simulateRequest([rule], { method: 'GET' }, { headers: new Map() }), 's3cors.simulateRequest: target.headers must be a plain object or an array; write [...headers]'],
    ['one of many requests', () => untyped.simulateMany([rule], [{}, { method: 5 }]), 's3cors.simulateMany: requests[1].method must be a string or null, not the number 5'],
  ];
  for (const [name, call, message] of cases) {
    it(name, () => assert.throws(call, { name: 'TypeError', message }));
  }
  it('a cycle', () => {
    const cyclic = /** @type {any} */ ({ CORSRules: [] });
    cyclic.CORSRules.push(cyclic);
    assert.throws(() => s3cors.parse(cyclic), { name: 'TypeError', message: /^s3cors\.parse: source cannot be written as JSON: .*circular/s });
  });
  it('a BigInt', () => {
    assert.throws(() => untyped.parse([{ ...rule, MaxAgeSeconds: 5n }]), { name: 'TypeError', message: /^s3cors\.parse: source cannot be written as JSON: .*BigInt/ });
  });
  it('a value nested deeper than JSON.stringify goes', () => {
    let deep = /** @type {any} */ ([]);
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    assert.throws(() => s3cors.parse(deep), { name: 'TypeError', message: /cannot be written as JSON: RangeError/ });
  });
});

describe('what is wrong inside a configuration is told, not thrown', () => {
  for (const value of [{}, [], { CORSRules: 5 }, { CORSRules: null }, [5], [null], [{ ...rule, AllowedOrigins: 5 }], [{ ...rule, MaxAgeSeconds: 1.5 }]]) {
    it(JSON.stringify(value), () => {
      const { accepted, diagnostics } = untyped.validate(value);
      assert.equal(accepted, false);
      assert.ok(diagnostics.some((/** @type {any} */ { severity }) => severity === 'error'));
    });
  }
});

describe('arguments', () => {
  it('that are left out or undefined have their defaults', () => {
    const { simulatePreflight: simulate } = s3cors;
    assert.deepEqual(simulate([rule], request, undefined), simulate([rule], request, {}));
    assert.deepEqual(simulate([rule], request), simulate([rule], request, { bucket: 'exists', resource: 'object', status: 200 }));
  });
  it('beyond those declared are not looked at', () => {
    assert.deepEqual(untyped.parse('[]', 5n), s3cors.parse('[]'));
  });
  it('may be a text with candidate and values', () => {
    const text = JSON.stringify([rule]);
    assert.deepEqual(s3cors.parse({ text, candidate: 0, values: { a: 'b', c: ['d'], e: 5 } }), s3cors.parse(text));
  });
  it('choose one of the configurations in a text', () => {
    const bucket = (/** @type {string} */ name) => `resource "aws_s3_bucket" "${name}" {\n  cors_rule {\n    allowed_methods = ["GET"]\n    allowed_origins = ["https://${name}.example"]\n  }\n}\n`;
    const text = bucket('a') + bucket('b');
    const first = s3cors.parse(text);
    assert.deepEqual(first.configuration?.CORSRules[0].AllowedOrigins, ['https://a.example']);
    const [{ candidate, name, format, span }] = first.candidates;
    assert.deepEqual([candidate, name, format], [1, 'b', 'terraform']);
    assert.match(text.slice(span.start, span.end), /^\{[^]*b\.example"\]\s*\}$/);
    const second = s3cors.parse({ text, candidate });
    assert.deepEqual(second.configuration?.CORSRules[0].AllowedOrigins, ['https://b.example']);
    assert.deepEqual(second.candidates.map((other) => other.candidate), [0]);
    const none = s3cors.parse({ text, candidate: 2 });
    assert.deepEqual([none.configuration, none.candidates.length, none.diagnostics[0].code], [null, 2, 'unknown-candidate']);
  });
  it('give values to placeholders, and a simulation names those without one', () => {
    const text = 'cors_rule {\n  allowed_methods = var.methods\n  allowed_origins = ["https://${var.host}"]\n  max_age_seconds = var.age\n}\n';
    const { placeholders } = s3cors.parse(text);
    assert.deepEqual(placeholders.map(({ name }) => name), ['var.methods', 'https://${var.host}', 'var.age']);
    const unresolved = s3cors.simulatePreflight(text, { origin: 'https://a.example', method: 'PUT' });
    assert.equal(unresolved.allowed, false);
    assert.deepEqual(unresolved.diagnostics.map(({ code, path }) => `${code} ${path}`), placeholders.map(({ path }) => `placeholder-unresolved ${path}`));
    const values = { 'var.methods': ['GET', 'PUT'], 'https://${var.host}': 'https://a.example', 'var.age': 600 };
    const { allowed, diagnostics, response } = s3cors.simulatePreflight({ text, values }, { origin: 'https://a.example', method: 'PUT' });
    assert.deepEqual([allowed, diagnostics], [true, []]);
    assert.ok(response?.headers.some(([name, value]) => name === 'Access-Control-Max-Age' && value === '600'));
  });
  it('may name the asked headers as a text or as an array', () => {
    const rules = [{ ...rule, AllowedHeaders: ['x-a', 'x-b'] }];
    const [text, list, none, empty] = s3cors.simulateMany(rules, [
      { ...request, headers: 'x-a,x-b' },
      { ...request, headers: ['x-a', 'x-b'] },
      { ...request, headers: null },
      { ...request, headers: ['x-c'] },
    ]);
    assert.deepEqual([text, list, none, empty].map(({ allowed }) => allowed), [true, true, true, false]);
  });
  it('may give headers as an object or as pairs', () => {
    const [object, pairs] = [{ Origin: request.origin }, /** @type {[string, string][]} */ ([['Origin', request.origin]])].map((headers) =>
      s3cors.simulateRequest([rule], { method: 'GET', headers }),
    );
    assert.deepEqual(object, pairs);
    assert.equal(object.allowed, true);
  });
  it('name the bucket where their URL ends at it, unless it is said what they name', () => {
    const refused = (/** @type {string} */ url, /** @type {import('../s3cors.js').Target} */ target = {}) =>
      s3cors.simulateRequest([rule], { method: 'OPTIONS', url, headers: { Origin: 'https://nowhere.example', 'Access-Control-Request-Method': 'PUT' } }, target).response?.error?.resourceType;
    assert.equal(refused('https://b.s3.amazonaws.com/'), 'BUCKET');
    assert.equal(refused('https://s3.amazonaws.com/b'), 'BUCKET');
    assert.equal(refused('https://b.s3.amazonaws.com/key'), 'OBJECT');
    assert.equal(refused('https://b.s3.amazonaws.com/', { resource: 'object' }), 'OBJECT');
    assert.equal(refused('https://b.s3.amazonaws.com/key', { resource: 'bucket' }), 'BUCKET');
  });
  it('may have members that are undefined, and values that write themselves as texts', () => {
    const { request: seen } = untyped.simulateRequest([rule], { method: 'GET', url: new URL('https://b.example/key'), headers: { Origin: undefined }, body: undefined }, { status: undefined });
    assert.deepEqual(seen, { method: 'GET', url: 'https://b.example/key', headers: [] });
  });
  it('are the same whether a source is a text, a TextSource or writes itself as a text', () => {
    const text = JSON.stringify([{ ...rule, ID: '\ud800é' }]);
    assert.deepEqual(s3cors.parse({ text }), s3cors.parse(text));
    assert.deepEqual(untyped.parse({ toJSON: () => text }), s3cors.parse(text));
    assert.equal(untyped.parse({ text, CORSRules: [rule] }).format, null, 'a configuration, since it has rules');
  });
  it('may write themselves, and call the API while they do', () => {
    const source = { toJSON: () => (s3cors.parse('[]'), [rule]) };
    const asked = { toJSON: () => (s3cors.toXML([{ ...rule, ID: 'other' }]), request) };
    assert.deepEqual(untyped.simulateMany(source, [asked]), [{ allowed: true, rule: 0, status: 200 }]);
  });
});

describe('sources', () => {
  it('are kept apart, many more than there is room for, in any order', () => {
    const texts = Array.from({ length: 20 }, (_, i) => JSON.stringify([{ ...rule, ID: `rule ${i}` }]));
    for (let round = 0; round < 200; round++) {
      const i = (round * 7 + (round >> 3)) % texts.length;
      assert.equal(s3cors.parse(texts[i]).configuration?.CORSRules[0].ID, `rule ${i}`);
      assert.equal(s3cors.parse(JSON.parse(texts[i])).configuration?.CORSRules[0].ID, `rule ${i}`);
    }
  });
  it('as a text and as the value that it would be are two', () => {
    const text = JSON.stringify([rule]);
    assert.equal(s3cors.parse(text).format, 'json');
    assert.equal(s3cors.parse(JSON.parse(text)).format, null);
    assert.ok(s3cors.simulatePreflight(text, request).trace[0].origin.span);
    assert.equal(s3cors.simulatePreflight(JSON.parse(text), request).trace[0].origin.span, undefined);
  });
  it('that are values may change between calls', () => {
    const changing = [{ ...rule, AllowedMethods: ['GET'] }];
    assert.equal(s3cors.simulateMany(changing, [request])[0].allowed, true);
    changing[0].AllowedMethods = ['PUT'];
    assert.equal(s3cors.simulateMany(changing, [request])[0].allowed, false);
  });
  it('that were misused leave the kept ones as they are', () => {
    const text = JSON.stringify([rule]);
    for (let i = 0; i < 20; i++) {
      assert.throws(() => untyped.parse({ text: i }), TypeError);
      assert.equal(s3cors.simulateMany(text, [request])[0].allowed, true);
    }
  });
  it('that cannot be read give no response', () => {
    const simulation = s3cors.simulatePreflight('prose', request);
    assert.equal(simulation.response, null);
    assert.deepEqual([simulation.allowed, simulation.rule, simulation.trace], [false, null, []]);
    assert.ok(simulation.diagnostics.length > 0);
    assert.deepEqual(s3cors.simulateMany('prose', [request]), [{ allowed: false, rule: null, status: 0 }]);
  });
});

describe('offsets are those of JavaScript', () => {
  const parts = ['[{"ID": "é日😀", "AllowedMethods": ["GET"], "AllowedOrigins": ["', 'https://é😀.example', '"]}]'];
  const text = parts.join('');
  it('in a trace', () => {
    const { span } = s3cors.simulatePreflight(text, { ...request, origin: parts[1] }).trace[0].origin;
    assert.equal(text.slice(span?.start, span?.end), parts[1]);
  });
  it('in a diagnostic, behind a lone surrogate', () => {
    const broken = `[{"ID": "\ud800😀", "AllowedOrigins": ["*"], "AllowedMethods": ["FETCH"]}]`;
    const span = s3cors.validate(broken).diagnostics.find(({ code }) => code === 'unsupported-method')?.span;
    assert.equal(broken.slice(span?.start, span?.end), 'FETCH');
  });
});

describe('any text is answered with a diagnostic that has a place', () => {
  /** @type {Record<string, string>} */
  const texts = {
    'nothing': '',
    'white space': ' \n',
    'prose': 'My upload is blocked by CORS policy.',
    'truncated XML': '<CORSConfiguration><CORSRule><AllowedOrigin>*</Allowed',
    'truncated JSON': '[{"AllowedOrigins": ["https://a.exam',
    'a binary file': String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i)).repeat(40),
    'NUL bytes': '\0'.repeat(1000),
    'NUL bytes in XML': '<CORSConfiguration>\0</CORSConfiguration>',
    'a lone surrogate': '\ud800',
    'lone surrogates in XML': '<CORSConfiguration>\udc00\ud800</CORSConfiguration>',
    'a megabyte of <': '<'.repeat(1 << 20),
    'a hundred thousand nested elements': '<a>'.repeat(100_000),
    'a hundred thousand nested arrays': '['.repeat(100_000),
    'a hundred thousand nested objects': '{"a":'.repeat(100_000),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(name, () => {
      for (const { diagnostics } of [s3cors.parse(text), s3cors.validate(text), s3cors.toXML(text), s3cors.simulatePreflight(text, request)]) {
        const spans = diagnostics.flatMap(({ severity, span }) => (severity === 'error' && span ? [span] : []));
        assert.ok(spans.length > 0);
        for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
      }
      assert.deepEqual(s3cors.simulateMany([rule], [request]), [{ allowed: true, rule: 0, status: 200 }]);
    });
  }
});

describe('texts come back as they went in', () => {
  for (const [name, text] of Object.entries({
    'a lone high surrogate': 'a\ud800b',
    'a lone low surrogate': '\udfff',
    'surrogates in the wrong order': '\ude00\ud83d',
    'control characters': '\0\b\t\n\f\r\x1f\x7f\x80',
    'what HTML and JSON escape': '<&>"\'\\/\u2028\u2029\ufeff',
    'other scripts': 'é日本😀\u{10ffff}',
  })) {
    it(name, () => {
      assert.equal(s3cors.parse([{ ...rule, ID: text }]).configuration?.CORSRules[0].ID, text);
      assert.equal(s3cors.parse(JSON.stringify([{ ...rule, ID: text }])).configuration?.CORSRules[0].ID, text);
      assert.equal(s3cors.simulateRequest(null, { method: 'GET', headers: { Origin: text }, body: text }).request.body, text);
    });
  }
});

describe('what is far beyond any bucket is answered, and the next call works', () => {
  const rules = Array.from({ length: 100 }, (_, i) => ({ ...rule, AllowedOrigins: [`https://${i}.example`], AllowedHeaders: ['a', 'b'] }));
  /** @type {[string, () => unknown][]} */
  const calls = [
    ['a hundred thousand empty rules', () => s3cors.validate(`[${'{},'.repeat(100_000)}{}]`)],
    ['a hundred thousand unknown methods', () => s3cors.validate(`[{"AllowedOrigins":["*"],"AllowedMethods":[${'"GE",'.repeat(100_000)}"GET"]}]`)],
    ['a trace over a hundred thousand rules', () => s3cors.simulatePreflight(`[${'{"AllowedOrigins":["a"]},'.repeat(100_000)}{}]`, request)],
    ['four thousand headers against a hundred rules', () => s3cors.simulatePreflight(rules, { ...request, headers: 'x,'.repeat(4000) })],
    ['a hundred thousand lines of one header', () => s3cors.simulateRequest(rules, { method: 'GET', headers: Array(100_000).fill(['Origin', 'b']) })],
  ];
  for (const [name, call] of calls) {
    it(name, () => {
      assert.ok(JSON.stringify(call()).length < 16_000_000);
      assert.deepEqual(s3cors.simulateMany([rule], [request]), [{ allowed: true, rule: 0, status: 200 }]);
    });
  }
});

it('a max age that is no number of JSON is told of, and not dropped', () => {
  for (const age of [NaN, Infinity, -Infinity]) {
    const { accepted, diagnostics } = s3cors.validate([{ ...rule, MaxAgeSeconds: age }]);
    assert.equal(accepted, false);
    assert.deepEqual(diagnostics.map(({ code, path }) => `${code} ${path}`), ['max-age-not-integer CORSRules[0].MaxAgeSeconds']);
  }
});
