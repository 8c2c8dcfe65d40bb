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
