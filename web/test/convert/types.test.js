/**
 * What is written in JavaScript and TypeScript has the types that it needs: those of @aws-sdk/client-s3 as they are published, those
 * of the CDK and of Pulumi after small declarations (types/published.js checks against the packages themselves).
 */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { load } from '../../s3cors.js';
import { examples, objections, typed } from './types/check.js';

const s3cors = await load();
const declarations = ['cdk.d.ts', 'pulumi.d.ts'].map((name) => fileURLToPath(new URL(`types/${name}`, import.meta.url)));
const options = { bucket: 'my-bucket', endpoint: 'https://s3.example', expectedBucketOwner: '111122223333', checksumAlgorithm: /** @type {const} */ ('CRC32') };

for (const format of typed) {
  describe(format, { concurrency: 2 }, () => {
    /** @param {import('../../s3cors.js').Source} source */
    const check = (source, change = (/** @type {string} */ text) => text) => {
      const { text, filename } = s3cors.convert(source, format, options);
      return objections(filename, change(String(text)), { declarations });
    };
    it('has the types that its package asks for', async () => assert.equal(await check(examples), ''));
    it('would not have them with a member that is none', async () => {
      assert.match(await check(examples, (text) => text.replace(/(xpose|xposed)Headers/, '$1Header')), /Header/);
    });
  });
}

it('a method that S3 does not know is an error of types in the CDK, too', async () => {
  const { text, filename } = s3cors.convert([{ AllowedOrigins: ['*'], AllowedMethods: ['GET', 'PATCH'] }], 'cdk');
  assert.match(await objections(filename, String(text), { declarations }), /"PATCH"|'PATCH'/);
});
