/** What convert takes. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { load } from '../../s3cors.js';

const s3cors = /** @type {any} */ (await load());
const rules = [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }];

describe('misuse of convert throws with what is wanted', () => {
  /** @type {[unknown[], RegExp][]} */
  const cases = [
    [[rules], /format/],
    [[rules, 'yaml'], /format must be 'xml', 'json', .* or 'gcs', not the string 'yaml'/],
    [[rules, 'json', null], /options must be an object, not null/],
    [[rules, 'json', { bucket: 5 }], /options\.bucket must be a string or null, not the number 5/],
    [[rules, 'json', { checksumAlgorithm: 'MD5' }], /options\.checksumAlgorithm must be 'CRC32', .* or 'CRC64NVME', not the string 'MD5'/],
  ];
  for (const [values, message] of cases) {
    it(JSON.stringify(values.slice(1)), () => {
      assert.throws(() => s3cors.convert(...values), (/** @type {Error} */ error) => error instanceof TypeError && message.test(error.message));
    });
  }
});

describe('convert', () => {
  it('takes what is empty or null as left out', () => {
    const bare = s3cors.convert(rules, 'boto3').text;
    assert.equal(s3cors.convert(rules, 'boto3', { bucket: '', endpoint: null, expectedBucketOwner: '', checksumAlgorithm: null }).text, bare);
  });
  it('adds https:// to an endpoint without a scheme, and leaves another alone', () => {
    assert.match(s3cors.convert(rules, 'boto3', { endpoint: 'localhost:9000' }).text, /endpoint_url='https:\/\/localhost:9000'/);
    assert.match(s3cors.convert(rules, 'boto3', { endpoint: 'http://localhost:9000' }).text, /endpoint_url='http:\/\/localhost:9000'/);
  });
  it('gives no text of a source that cannot be read, and its errors', () => {
    const { text, diagnostics } = s3cors.convert('prose', 'terraform', { endpoint: 'a' });
    assert.equal(text, null);
    assert.deepEqual([...new Set(diagnostics.map((/** @type {any} */ { severity }) => severity))], ['error']);
  });
  it('offers fixes whose configurations are whole', () => {
    const two = [...rules, { AllowedOrigins: ['https://a.example'], AllowedMethods: ['PUT'], MaxAgeSeconds: 5 }];
    const [{ fixes }] = s3cors.convert(two, 'cdk').diagnostics;
    assert.deepEqual(fixes, [{ title: 'Set MaxAgeSeconds of rule 1 to 3600', configuration: { CORSRules: [{ ...rules[0], MaxAgeSeconds: 3600 }, two[1]] } }]);
  });
});
