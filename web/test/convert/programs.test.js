/**
 * What is written for S3's own clients, run against the server of the tests: each version that is there takes the text and the
 * command as they stand, and what arrives is the configuration that was meant.
 */

import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { load } from '../../s3cors.js';
import { tenRules } from '../clients/configurations.js';
import { programs } from '../clients/programs.js';
import { startServer, valueOf } from '../clients/server.js';
import { missing } from '../clients/suite.js';
import { awkwardTexts } from '../put/texts.js';
import { openFolder } from './applied.js';

/** @typedef {import('../../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../../s3cors.js').OutputFormat} OutputFormat */

const s3cors = await load();

/** What XML can carry, and a client writes into it as it is. */
const carried = awkwardTexts(250).filter((text) => /^[^\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]*$/u.test(text) && text.split('*').length < 3 && text.length < 200);

/** Every field, what is surprising and accepted, and texts that are awkward to quote. @type {CORSConfiguration} */
const configuration = {
  CORSRules: [
    ...tenRules.CORSRules,
    { ID: "it's\n\"${HOME}\" \\n %{x} $(id)", AllowedOrigins: carried, AllowedMethods: ['GET'], AllowedHeaders: ["!#$%&'*+-.^_`|~"], MaxAgeSeconds: -5 },
    { AllowedOrigins: ['*'], AllowedMethods: ['PUT', 'DELETE'], ExposeHeaders: ["!#$%&'+-.^_`|~", 'ETag'] },
  ],
};

const ibm = 'import boto3\nresource = boto3.resource\n'; // IBM's SDK is a fork of boto3.
const pythons = programs('python3', ['-c', 'import boto3; print(boto3.__version__)']).map(({ program, output }) => ({ path: dirname(program), name: `boto3 ${output}` }));
const clis = programs('aws', ['--version']).map(({ program, output }) => ({ path: dirname(program), name: output.split(' ')[0] }));
const s3cmds = programs('s3cmd', ['--version']).map(({ program, output }) => ({ path: dirname(program), name: output }));
if (pythons.length === 0) missing('boto3');
if (clis.length === 0) missing('aws-cli');
if (s3cmds.length === 0) missing('s3cmd');

/** @type {[OutputFormat, { path: string, name: string }[]][]} */
const clients = [
  ['json', clis], ['aws-cli', clis], ['boto3', pythons], ['ibm-boto3', pythons.slice(0, 1).map(({ path, name }) => ({ path, name: `${name} in the place of ibm_boto3` }))],
  ['sdk-js', [{ path: '', name: '@aws-sdk/client-s3' }]], ['xml', s3cmds],
];

describe('what is written', { concurrency: 2 }, () => {
  for (const [format, versions] of clients) {
    for (const version of versions) run(format, version, version === versions[0]);
  }
});

/**
 * @param {OutputFormat} format
 * @param {{ path: string, name: string }} version
 * @param {boolean} isFirst  No more than one version has to be told where to go.
 */
function run(format, { path, name }, isFirst) {
  describe(`${format}, run by ${name}`, { concurrency: 1 }, () => {
    /** @type {Awaited<ReturnType<typeof startServer>>} */
    let server;
    /** @type {Awaited<ReturnType<typeof openFolder>>} */
    let folder;
    before(async () => {
      server = await startServer();
      const host = `127.0.0.1:${server.port}`;
      const s3cfg = `[default]\naccess_key = a\nsecret_key = b\nhost_base = ${host}\nhost_bucket = ${host}\nuse_https = False\nbucket_location = us-east-1\n`;
      folder = await openFolder({ 'ibm_boto3.py': ibm, '.s3cfg': s3cfg });
    });
    after(async () => {
      await folder.close();
      await server.close();
    });

    it('puts the configuration that was meant, with what is asked for', async () => {
      const options = { bucket: 'bucket', endpoint: server.url, expectedBucketOwner: '111122223333', checksumAlgorithm: /** @type {const} */ ('SHA256') };
      const { status, stderr } = await folder.apply(s3cors.convert(configuration, format, options), { path });
      assert.equal(status, 0, stderr);
      const put = server.requests.filter(({ method }) => method === 'PUT').at(-1);
      assert.ok(put);
      assert.deepEqual([put.status, put.error], [200, '']);
      assert.deepEqual(s3cors.parse(String(put.body)).configuration, s3cors.parse(configuration).configuration);
      if (format === 'xml') return; // s3cmd has no place for owner and checksum.
      assert.equal(valueOf(put.headers, 'x-amz-expected-bucket-owner'), '111122223333');
      assert.match(valueOf(put.headers, 'x-amz-checksum-sha256'), /^[\w+/]{43}=$/);
    });
    if (!isFirst) return;
    it('goes to a placeholder that no bucket can be called, where nothing is given', async () => {
      const before = server.requests.length;
      const { status } = await folder.apply(s3cors.convert([{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }], format, { endpoint: server.url }), { path });
      assert.notEqual(status, 0);
      const asked = server.requests.slice(before);
      assert.ok(asked.every(({ url, status: answered }) => url.startsWith('/BUCKET') && answered === 404), JSON.stringify(asked));
    });
  });
}
