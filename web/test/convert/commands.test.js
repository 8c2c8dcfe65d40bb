/** The commands that apply a file, run by a shell with what they call replaced by what records its arguments. */

import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { load } from '../../s3cors.js';
import { awkwardTexts } from '../put/texts.js';
import { openFolder } from './applied.js';

const s3cors = await load();
const rules = [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }];
const owner = '111122223333';
const endpoint = 'https://s3.example:9000';

describe('the command', () => {
  /** @type {Awaited<ReturnType<typeof openFolder>>} */
  let folder;
  before(async () => {
    const record = '#!/bin/sh\nprintf \'%s\\0\' "$(basename "$0")" "$@" >>arguments\n';
    const names = ['aws', 's3cmd', 'npx', 'gcloud', 'terraform', 'pulumi', 'python3', 'node'];
    folder = await openFolder(Object.fromEntries(names.map((name) => [`bin/${name}`, record])));
  });
  after(() => folder.close());

  /** @param {import('../../s3cors.js').Written} written */
  async function calledWith(written) {
    await rm(join(folder.folder, 'arguments'), { force: true });
    const { status, stderr } = await folder.apply(written);
    assert.equal(status, 0, stderr);
    return (await readFile(join(folder.folder, 'arguments'), 'utf8')).split('\0').slice(0, -1);
  }

  const awkward = awkwardTexts(40).filter((text) => text !== '' && !/[\ud800-\udfff]/u.test(text));
  for (const bucket of ['my-bucket', "it's", '$(id) `id` "$HOME" \\', 'a\nb', ...awkward.slice(-12)]) {
    it(`names the bucket ${JSON.stringify(bucket)} as it is`, async () => {
      const options = { bucket, endpoint, expectedBucketOwner: owner, checksumAlgorithm: /** @type {const} */ ('CRC32') };
      const words = (/** @type {import('../../s3cors.js').OutputFormat} */ format) => calledWith(s3cors.convert(rules, format, options));
      assert.deepEqual(await words('json'), [
        'aws', 's3api', 'put-bucket-cors', '--bucket', bucket, '--cors-configuration', 'file://cors.json', '--checksum-algorithm', 'CRC32',
        '--endpoint-url', endpoint, '--expected-bucket-owner', owner,
      ]);
      const script = await words('aws-cli');
      assert.deepEqual(JSON.parse(script[6]), { CORSRules: rules });
      assert.deepEqual([script[4], ...script.slice(7)], [bucket, '--checksum-algorithm', 'CRC32', '--endpoint-url', endpoint, '--expected-bucket-owner', owner]);
      assert.deepEqual(await words('xml'), ['s3cmd', 'setcors', 'cors.xml', `s3://${bucket}`]);
      assert.deepEqual(await words('r2'), ['npx', 'wrangler', 'r2', 'bucket', 'cors', 'set', bucket, '--file', 'cors.json']);
      assert.deepEqual(await calledWith(s3cors.convert(rules, 'pulumi', { bucket, expectedBucketOwner: bucket })), [
        'pulumi', 'config', 'set', '--path', '--type', 'string', 'aws:allowedAccountIds[0]', bucket, 'pulumi', 'up',
      ]);
      assert.deepEqual(await words('gcs'), ['gcloud', 'storage', 'buckets', 'update', `gs://${bucket}`, '--cors-file=cors.json']);
    });
  }
  it('runs the file that a program is saved in', async () => {
    assert.deepEqual(await calledWith(s3cors.convert(rules, 'boto3')), ['python3', 'put_cors.py']);
    assert.deepEqual(await calledWith(s3cors.convert(rules, 'ibm-boto3')), ['python3', 'put_cors.py']);
    assert.deepEqual(await calledWith(s3cors.convert(rules, 'sdk-js')), ['node', 'put-cors.mjs']);
    assert.deepEqual(await calledWith(s3cors.convert(rules, 'cdk')), ['npx', 'cdk', 'deploy', '--app', 'npx ts-node cors-stack.ts']);
    assert.deepEqual(await calledWith(s3cors.convert(rules, 'terraform')), ['terraform', 'apply']);
    assert.deepEqual(await calledWith(s3cors.convert(rules, 'pulumi')), ['pulumi', 'up']);
    for (const format of /** @type {const} */ (['cloudformation-json', 'cloudformation-yaml'])) {
      const written = s3cors.convert(rules, format);
      assert.deepEqual(await calledWith(written), ['aws', 'cloudformation', 'deploy', '--template-file', written.filename, '--stack-name', 'STACK']);
    }
  });
  it('is none where a web page takes the text', () => {
    assert.equal(s3cors.convert(rules, 'console').command, '');
  });
});
