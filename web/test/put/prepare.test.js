import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { load } from '../../s3cors.js';
import { awkwardTexts } from './texts.js';

/** @typedef {import('../../s3cors.js').PutOptions} PutOptions */

/** @type {import('../../s3cors.js').S3CORS} */
let s3cors;
before(async () => {
  s3cors = await load();
});

const rule = { AllowedOrigins: ['https://app.example.com'], AllowedMethods: ['GET'] };
const owner = '111122223333';

/**
 * The request, which is there.
 *
 * @param {import('../../s3cors.js').Source} source
 * @param {PutOptions} [options]
 */
async function requestFor(source, options) {
  const { request } = await s3cors.preparePut(source, options);
  assert.ok(request);
  return request;
}

describe('the URL of the put', () => {
  /** @type {[why: string, options: PutOptions | undefined, url: string, host: string][]} */
  const cases = [
    ['names an impossible bucket where none is given', undefined, 'https://BUCKET.s3.amazonaws.com/?cors', 'BUCKET.s3.amazonaws.com'],
    ['does so for an empty field', { bucket: '', endpoint: '' }, 'https://BUCKET.s3.amazonaws.com/?cors', 'BUCKET.s3.amazonaws.com'],
    ['has the bucket in the host', { bucket: 'my-bucket' }, 'https://my-bucket.s3.amazonaws.com/?cors', 'my-bucket.s3.amazonaws.com'],
    ['has it there for 3 characters', { bucket: 'a-b' }, 'https://a-b.s3.amazonaws.com/?cors', 'a-b.s3.amazonaws.com'],
    ['has it there for 63 characters', { bucket: 'a'.repeat(63) }, `https://${'a'.repeat(63)}.s3.amazonaws.com/?cors`, `${'a'.repeat(63)}.s3.amazonaws.com`],
    ['has 64 characters in the path', { bucket: 'a'.repeat(64) }, `https://s3.amazonaws.com/${'a'.repeat(64)}/?cors`, 's3.amazonaws.com'],
    ['has a name with a dot in the path, which no certificate covers', { bucket: 'www.example.com' }, 'https://s3.amazonaws.com/www.example.com/?cors', 's3.amazonaws.com'],
    ['has a name with capitals in the path', { bucket: 'MyBucket' }, 'https://s3.amazonaws.com/MyBucket/?cors', 's3.amazonaws.com'],
    ['has a name with an underscore in the path', { bucket: 'my_bucket' }, 'https://s3.amazonaws.com/my_bucket/?cors', 's3.amazonaws.com'],
    ['has a name that ends in a hyphen in the path', { bucket: 'bucket-' }, 'https://s3.amazonaws.com/bucket-/?cors', 's3.amazonaws.com'],
    ['escapes what a path cannot hold', { bucket: 'a/b?c#d%e' }, 'https://s3.amazonaws.com/a%2Fb%3Fc%23d%25e/?cors', 's3.amazonaws.com'],
    ['has the bucket in the path of an endpoint', { bucket: 'my-bucket', endpoint: 'https://s3.eu-de.cloud-object-storage.appdomain.cloud' }, 'https://s3.eu-de.cloud-object-storage.appdomain.cloud/my-bucket/?cors', 's3.eu-de.cloud-object-storage.appdomain.cloud'],
    ['names an impossible bucket at an endpoint too', { endpoint: 'http://127.0.0.1:9000' }, 'http://127.0.0.1:9000/BUCKET/?cors', '127.0.0.1:9000'],
    ['adds https where an endpoint has no scheme', { bucket: 'b', endpoint: 'localhost:9000' }, 'https://localhost:9000/b/?cors', 'localhost:9000'],
    ['keeps the path of an endpoint', { bucket: 'b', endpoint: 'https://a.example/storage//' }, 'https://a.example/storage/b/?cors', 'a.example'],
    ['leaves the default port out', { bucket: 'b', endpoint: 'https://a.example:443/' }, 'https://a.example/b/?cors', 'a.example'],
  ];
  for (const [why, options, url, host] of cases) {
    it(why, async () => {
      const request = await requestFor([rule], options);
      assert.equal(request.url, url);
      assert.deepEqual(request.headers[0], ['Host', host]);
    });
  }
});

describe('the headers of the put', () => {
  it('are those of the documentation in its order, then those of the body', async () => {
    const { method, headers, body } = await requestFor([rule], { checksumAlgorithm: 'CRC32', expectedBucketOwner: owner });
    assert.equal(method, 'PUT');
    assert.deepEqual(headers.map(([name]) => name), [
      'Host', 'Content-MD5', 'x-amz-sdk-checksum-algorithm', 'x-amz-checksum-crc32', 'x-amz-expected-bucket-owner', 'Content-Type', 'Content-Length',
    ]);
    const values = Object.fromEntries(headers);
    assert.equal(values['x-amz-sdk-checksum-algorithm'], 'CRC32');
    assert.equal(values['x-amz-expected-bucket-owner'], owner);
    assert.equal(values['Content-Type'], 'application/xml');
    assert.equal(values['Content-Length'], String(Buffer.byteLength(body)));
  });
  it('leave out what is not asked for', async () => {
    const { headers } = await requestFor([rule]);
    assert.deepEqual(headers.map(([name]) => name), ['Host', 'Content-MD5', 'Content-Type', 'Content-Length']);
  });
  it('count bytes, not characters', async () => {
    const { headers, body } = await requestFor([{ ...rule, ID: 'é日😀' }]);
    assert.equal(Object.fromEntries(headers)['Content-Length'], String(body.length + 1 + 2 + 2));
  });
});

describe('the put', () => {
  for (const checksumAlgorithm of /** @type {const} */ ([undefined, 'CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'])) {
    it(`with ${checksumAlgorithm ?? 'Content-MD5 alone'} is accepted`, async () => {
      for (const bucketOwner of [undefined, owner]) {
        const { headers, body } = await requestFor([rule, { ...rule, ID: 'é😀' }], { checksumAlgorithm, expectedBucketOwner: owner });
        const answer = await s3cors.acceptPut(body, headers, { bucketOwner });
        assert.deepEqual(answer.response, { status: 200, error: null });
        const wrong = headers.map(([name, value]) => /** @type {[string, string]} */ ([name, /checksum-[cs][rh]/.test(name) ? value.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) : value]));
        const refused = await s3cors.acceptPut(body, wrong, { bucketOwner });
        assert.equal(refused.response?.error?.code, checksumAlgorithm && 'BadDigest');
      }
    });
  }
  it('has the text of toXML for a body, whatever the source is written in', async () => {
    const { text } = s3cors.toXML([rule]);
    for (const source of [[rule], { CORSRules: [rule] }, JSON.stringify([rule]), String(text), { text: JSON.stringify([rule]) }]) {
      assert.equal((await requestFor(source)).body, text);
    }
  });
  it('is a request that can be simulated', async () => {
    const simulation = s3cors.simulateRequest(null, await requestFor([rule], { bucket: 'b' }), { resource: 'bucket' });
    assert.equal(simulation.response?.status, 200);
  });
  it('has digests of the bytes that are sent, with any value in it', async () => {
    for (const text of awkwardTexts(60, true)) {
      const { headers, body } = await requestFor([{ ...rule, ID: text }], { checksumAlgorithm: 'SHA256' });
      assert.equal(Buffer.from(body).toString(), body);
      const { response } = await s3cors.acceptPut(body, headers);
      assert.notEqual(response?.error?.code, 'BadDigest');
      assert.equal(Object.fromEntries(headers)['Content-Length'], String(Buffer.byteLength(body)));
    }
  });
  it('is written for a configuration that S3 refuses too, with its errors', async () => {
    const put = await s3cors.preparePut([{ ...rule, AllowedMethods: ['PATCH'] }]);
    assert.ok(put.request && put.curl && put.awsCli && put.boto3 && put.ibmBoto3);
    assert.deepEqual(put.diagnostics.map(({ code, severity }) => [code, severity]), [['unsupported-method', 'error']]);
  });
  it('is null where nothing can be read, with its errors', async () => {
    const { diagnostics, ...rest } = await s3cors.preparePut('prose', { expectedBucketOwner: owner });
    assert.deepEqual(rest, { request: null, curl: null, awsCli: null, boto3: null, ibmBoto3: null });
    assert.equal(diagnostics[0].severity, 'error');
  });
  it('says that IBM COS ignores the owner where one is given', async () => {
    assert.deepEqual((await s3cors.preparePut([rule])).diagnostics, []);
    const { diagnostics, ibmBoto3 } = await s3cors.preparePut([rule], { expectedBucketOwner: owner });
    assert.deepEqual(diagnostics.map(({ code, severity, topic, path }) => [code, severity, topic, path]), [['owner-ignored', 'info', 'conversion', '']]);
    assert.match(String(ibmBoto3), /# IBM COS ignores ExpectedBucketOwner\.\n {4}ExpectedBucketOwner='111122223333',\n/);
  });
});

describe('misuse of preparePut rejects with what is wanted', () => {
  /** @type {[unknown, RegExp][]} */
  const cases = [
    [null, /options must be an object, not null/],
    [5, /options must be an object, not the number 5/],
    [{ bucket: 5 }, /options\.bucket must be a string or null, not the number 5/],
    [{ bucket: 'a b' }, /options\.bucket must be of visible ASCII characters, without blanks, not the string 'a b'/],
    [{ bucket: 'é' }, /options\.bucket must be of visible ASCII/],
    [{ expectedBucketOwner: '1\r\nX-Injected: 1' }, /options\.expectedBucketOwner must be of visible ASCII/],
    [{ expectedBucketOwner: 111122223333 }, /options\.expectedBucketOwner must be a string/],
    [{ checksumAlgorithm: 'crc32' }, /options\.checksumAlgorithm must be 'CRC32' or .* or 'CRC64NVME', not the string 'crc32'/],
    [{ endpoint: 'ftp://a.example' }, /options\.endpoint must be an http or https URL without user, query and fragment/],
    [{ endpoint: 'https://' }, /options\.endpoint must be/],
    [{ endpoint: 'https://user:key@a.example' }, /options\.endpoint must be/],
    [{ endpoint: 'https://a.example/?x' }, /options\.endpoint must be/],
    [{ endpoint: 'https://a.example/#' }, /options\.endpoint must be/],
  ];
  for (const [options, message] of cases) {
    it(JSON.stringify(options), async () => {
      await assert.rejects(s3cors.preparePut([rule], /** @type {any} */ (options)), (/** @type {Error} */ error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, /^s3cors\.preparePut: /);
        assert.match(error.message, message);
        return true;
      });
    });
  }
  it('a source that is missing', async () => {
    await assert.rejects(/** @type {any} */ (s3cors).preparePut(), { name: 'TypeError', message: 's3cors.preparePut: source is missing' });
  });
});
