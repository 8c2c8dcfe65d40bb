import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createEvaluation } from '../../page/evaluate.js';
import { bucket, emptyCall } from '../../page/state.js';
import { plainText, verdictWords } from '../../page/verdict-words.js';
import { hasComments } from '../../page/write-back.js';
import { load } from '../../s3cors.js';

const s3cors = await load();

/**
 * The verdict on a request of a page.
 *
 * @param {string} text
 * @param {Partial<import('../../page/types.js').CallState>} call
 */
function verdictOn(text, call) {
  return verdictWords(createEvaluation(s3cors)({ text, call: { ...emptyCall, method: 'PUT', ...call }, server: bucket, shown: null, candidate: 0, values: {} }));
}

/**
 * The first sentence of the cause of a request that a rule with these origins does not take.
 *
 * @param {string} page
 * @param {string} origin
 * @param {object} [rule]
 */
function causeOf(page, origin, rule = {}) {
  const rules = [{ ID: 'app', AllowedOrigins: [origin], AllowedMethods: ['PUT'], ...rule }, { AllowedOrigins: ['https://unlike.invalid'], AllowedMethods: ['DELETE'] }];
  const { cause } = verdictOn(JSON.stringify(rules), { page });
  return plainText(cause).replace(' S3 answers the preflight with 403; the PUT is never sent.', '');
}

test('a URL without its scheme is one of the page itself, and is said to be', () => {
  const rules = '[{"AllowedOrigins": ["*"], "AllowedMethods": ["PUT"]}]';
  assert.match(plainText(verdictOn(rules, { page: 'https://a.example', url: 'my-bucket.s3.amazonaws.com/cat.jpg' }).say), /^Without https:\/\/ it is a URL of the page itself/);
  assert.match(plainText(verdictOn(rules, { page: 'https://a.example', url: 'https://a.example/cat.jpg' }).say), /^Page and URL have the same origin/);
});

describe('the cause of a verdict says what keeps the origin from the rule', () => {
  for (const [name, page, origin, cause] of [
    ['a slash at the end', 'https://a.example', 'https://a.example/', 'Rule 1 app comes nearest: the rule ends in a slash, and an Origin never does.'],
    ['the default port', 'https://a.example', 'https://a.example:443', 'Rule 1 app comes nearest: the rule writes the default port :443, which browsers leave out.'],
    ['the apex', 'https://a.example', 'https://*.a.example', 'Rule 1 app comes nearest: *.a.example does not cover a.example itself: the dot after the * must be there too.'],
    ['www', 'https://www.a.example', 'https://a.example', 'Rule 1 app comes nearest: the rule has a.example without www, and www.a.example is another host.'],
    ['no www', 'https://a.example', 'https://www.a.example', 'Rule 1 app comes nearest: the rule has www.a.example, and a.example without www is another host.'],
    ['the letter case', 'https://a.example', 'https://A.example', 'Rule 1 app comes nearest: the letter case differs, and S3 compares it too: browsers send scheme and host in lower case.'],
    ['another host', 'https://www.a.example', 'https://app.a.example', 'Rule 1 app comes nearest, with another host: www where the rule has app.'],
    ['another port and a slash', 'http://localhost:1', 'http://localhost:2/', 'Rule 1 app comes nearest, with another port: 1 where the rule has 2; the rule ends in a slash, and an Origin never does.'],
    ['an opaque origin', 'null', 'https://a.example', `Rule 1 app comes nearest: the page's origin is opaque: it sends "null", which only * or null lets in.`],
  ]) {
    test(name, () => assert.equal(causeOf(page, origin), cause));
  }
});

describe('the cause of a verdict says what else fails', () => {
  const page = 'https://a.example';
  /** @param {object} rule @param {string[]} headers @param {string} [origin] */
  const cause = (rule, headers, origin = page) =>
    plainText(verdictOn(JSON.stringify([{ AllowedOrigins: [origin], AllowedMethods: ['PUT'], ...rule }]), { page, headers }).cause).replace(/ S3 answers .*$/, '');
  test('a method, with its value as it is written', () => assert.equal(cause({ AllowedMethods: ['GET', 'HEAD'] }, []), 'Rule 1 fails: PUT is not one of GET, HEAD.'));
  test('origin and method', () => assert.equal(cause({ AllowedMethods: ['GET'] }, [], 'https://b.example'), 'Rule 1 has another host: a.example where the rule has b.example; PUT is not GET.'));
  test('a header', () => assert.equal(cause({ AllowedHeaders: ['x-b'] }, ['x-a']), 'Rule 1 fails: x-a is not x-b, which comes nearest.'));
  test('several headers', () => assert.equal(cause({ AllowedHeaders: ['x-b'] }, ['x-a', 'x-c']), 'Rule 1 fails: no AllowedHeader of it fits x-a and x-c.'));
  test('several headers where there is no AllowedHeader, and a slash', () => assert.equal(cause({}, ['x-a', 'x-c'], `${page}/`), 'Rule 1 fails: the rule ends in a slash, and an Origin never does; it has no AllowedHeader.'));
});

describe('the place of a verdict is that of the value that S3 speaks of', () => {
  for (const [name, text, place] of [
    ['methods written before origins, in XML', '<CORSConfiguration><CORSRule><AllowedMethod>get</AllowedMethod><AllowedOrigin>*a*</AllowedOrigin></CORSRule></CORSConfiguration>', '*a*'],
    ['methods written before origins, in JSON', '[{"AllowedMethods": ["get"], "AllowedOrigins": ["*a*"]}]', '*a*'],
    ['a method alone', '[{"AllowedMethods": ["get"], "AllowedOrigins": ["*"]}]', 'get'],
    ['the first error where S3 names no value', '[{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "MaxAgeSeconds": "x"}]', 'x'],
  ]) {
    test(name, () => {
      const { lead, cause, place: span } = verdictOn(text, { page: 'https://a.example' });
      assert.equal(text.slice(span?.start, span?.end), place, `${lead} ${plainText(cause)}`);
    });
  }
});

describe('comments, which an edit by card loses', () => {
  const rules = '[{"AllowedOrigins": ["https://a.example/#/*x*/"], "AllowedMethods": ["GET"]}]';
  for (const [name, text, has] of /** @type {[string, string, boolean][]} */ ([
    ['of JSON, to the end of the line', `// é\n${rules}`, true],
    ['of JSON, with a hash', `${rules}\n# end`, true],
    ['of JSON, in the middle', rules.replace(':', ': /* all */'), true],
    ['are none within a value', rules, false],
    ['are not what else departs from JSON', rules.replaceAll('"', "'").replace(']}', '],}'), false],
    ['of XML', '<!-- a --><CORSConfiguration/>', true],
    ['are none in XML without them', '<CORSConfiguration/>', false],
  ])) {
    test(name, () => assert.equal(hasComments(text, s3cors.validate(text)), has));
  }
});

describe('a request that browsers send without asking is not said to be never sent', () => {
  const text = '[{"AllowedOrigins": ["https://x.example"], "AllowedMethods": ["GET"]}]';
  test('a GET without headers of its own', () => {
    const { cause } = verdictOn(text, { page: 'https://a.example', method: 'GET', headers: [] });
    assert.match(plainText(cause), /S3 answers 200 without CORS headers\.$/);
    assert.doesNotMatch(plainText(cause), /never sent/);
  });
  test('a GET with a header that has to be asked for', () => {
    const { cause } = verdictOn(text, { page: 'https://a.example', method: 'GET', headers: ['range: bytes=0-9, 20-29'] });
    assert.match(plainText(cause), /the GET is never sent\.$/);
  });
});

test('a data: URL asks no server, and none is said to allow it', () => {
  const open = '[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]';
  const other = verdictOn(open, { page: 'https://a.example', method: 'GET', url: 'data:,x' });
  assert.equal(`${other.lead} ${plainText(other.say)}`, 'Not CORS. A data: URL holds its own answer.');
});

describe('a verdict that hangs on a value which is not set claims neither yes nor no', () => {
  const call = { page: 'https://www.example.com' };
  /** @param {...string} rules */
  const terraform = (...rules) => `resource "aws_s3_bucket_cors_configuration" "b" {\n${rules.map((rule) => `  cors_rule {\n    ${rule.replaceAll('; ', '\n    ')}\n  }\n`).join('')}}\n`;
  /** @param {string} text @param {Partial<import('../../page/types.js').CallState>} [other] @param {Record<string, string | string[]>} [values] */
  const said = (text, other, values = {}) => {
    const { face, lead, say, cause, unset } = verdictWords(createEvaluation(s3cors)({ text, call: { ...emptyCall, method: 'PUT', ...call, ...other }, server: bucket, shown: null, candidate: 0, values }));
    return { face, unset, words: `${lead} ${plainText(say)} ${plainText(cause)}` };
  };
  const one = 'Depends on a value that is not set: ';
  for (const [name, text, names, words] of /** @type {[string, string, string[], string][]} */ ([
    ['the origin of the only rule', terraform('allowed_origins = [var.origin]; allowed_methods = ["PUT"]'), ['var.origin'], `${one}var.origin. With it, rule 1 might let https://www.example.com PUT. As the text stands, no rule does.`],
    ['a part of an origin', terraform('allowed_origins = ["https://${var.host}"]; allowed_methods = ["PUT"]'), ['https://${var.host}'], `${one}https://\${var.host}. With it, rule 1 might let https://www.example.com PUT. As the text stands, no rule does.`],
    ['the origins and methods of a rule', terraform('allowed_origins = var.origins; allowed_methods = var.methods'), ['var.methods', 'var.origins'], 'Depends on values that are not set: var.methods and var.origins. With them, rule 1 might let https://www.example.com PUT. As the text stands, no rule does.'],
    ['the origins of two rules', terraform('allowed_origins = [var.a]; allowed_methods = ["PUT"]', 'allowed_origins = [var.a]; allowed_methods = ["PUT", "GET"]'), ['var.a'], `${one}var.a. With it, rule 1 or 2 might let https://www.example.com PUT. As the text stands, no rule does.`],
    ['a rule before the one that answers', terraform('allowed_origins = [var.origin]; allowed_methods = ["PUT"]', 'allowed_origins = ["*"]; allowed_methods = ["PUT"]'), ['var.origin'], `${one}var.origin. With it, rule 1 might answer first. As the text stands, rule 2 does.`],
    ['a method', terraform('allowed_origins = ["*"]; allowed_methods = [var.method]'), ['var.method'], `${one}var.method. With it, rule 1 might let https://www.example.com PUT. As the text stands, no rule does.`],
    ['a method of XML, which S3 does not take as it is written', '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>${METHOD}</AllowedMethod></CORSRule></CORSConfiguration>', ['${METHOD}'], `${one}\${METHOD}. With it, S3 might take this configuration. As the text stands, it answers 400 InvalidRequest.`],
    ['a parameter of a template', 'Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      CorsConfiguration:\n        CorsRules:\n          - AllowedOrigins: [!Ref Origin]\n            AllowedMethods: [PUT]\n', ['!Ref Origin'], `${one}!Ref Origin. With it, rule 1 might let https://www.example.com PUT. As the text stands, no rule does.`],
  ])) {
    test(name, () => assert.deepEqual(said(text), { face: 'plain', unset: names, words }));
  }

  const origin = terraform('allowed_origins = [var.origin]; allowed_methods = ["PUT", "GET"]; allowed_headers = ["*"]');
  test('what is sent without a preflight might be read', () => assert.equal(said(origin, { method: 'GET' }).words, `${one}var.origin. With it, rule 1 might let https://www.example.com read the answer to the GET. As the text stands, no rule does.`));
  test('with a value it is plain', () => {
    assert.match(said(origin, {}, { 'var.origin': ['https://www.example.com'] }).words, /^Allowed\. Rule 1 lets https:\/\/www\.example\.com PUT\./);
    assert.match(said(origin, {}, { 'var.origin': ['https://app.example.com'] }).words, /^Blocked\. No rule lets https:\/\/www\.example\.com PUT\./);
    assert.match(said(terraform('allowed_origins = ["*"]; allowed_methods = [var.method]'), {}, { 'var.method': 'PUT' }).words, /^Allowed\./);
    assert.match(said(terraform('allowed_origins = ["*"]; allowed_methods = [var.method]'), {}, { 'var.method': 'put' }).words, /^S3 refuses this configuration: 400/);
  });

  describe('and is plain where no value changes it', () => {
    for (const [name, text, other, words] of /** @type {[string, string, object, RegExp][]} */ ([
      ['another method than the rule has', origin, { method: 'DELETE' }, /^Blocked\. No rule lets https:\/\/www\.example\.com DELETE\./],
      ['a max age', terraform('allowed_origins = ["https://www.example.com"]; allowed_methods = ["PUT"]; max_age_seconds = var.age'), {}, /^Allowed\./],
      ['a rule behind the one that answers', terraform('allowed_origins = ["*"]; allowed_methods = ["PUT"]', 'allowed_origins = [var.origin]; allowed_methods = ["PUT"]'), {}, /^Allowed\./],
      ['a call without CORS', origin, { method: 'GET', mode: 'no-cors' }, /^Not CORS\./],
      ['a form, which sends its origin', terraform('allowed_origins = [var.origin]; allowed_methods = ["POST"]'), { via: 'form', method: 'POST' }, /^Not CORS\./],
      ['a page of the bucket itself', origin, { page: 'https://b.s3.amazonaws.com/index.html', url: 'https://b.s3.amazonaws.com/cat.jpg' }, /^Not CORS\./],
      ['a request of no page', origin, { page: '' }, /^Not CORS\./],
      ['another error, which S3 refuses with any value', terraform('allowed_origins = ["*"]; allowed_methods = [var.method, "put"]'), {}, /^S3 refuses this configuration: 400/],
    ])) {
      test(name, () => {
        const { words: told, unset } = said(text, other);
        assert.match(told, words);
        assert.equal(unset, undefined);
      });
    }
  });

  test('but which headers script reads is not said before it is known', () => {
    for (const list of ['var.names', '[var.names]', '["ETag", var.names]']) {
      assert.match(said(terraform(`allowed_origins = ["*"]; allowed_methods = ["PUT"]; expose_headers = ${list}`)).words, / Which headers script can read depends on var\.names, which is not set\.$/);
    }
  });
});
