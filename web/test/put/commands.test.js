/**
 * The put as commands and programs: they are run, as they stand, with what they call replaced by what records its arguments.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { load } from '../../s3cors.js';
import { quote } from '../../put/shell.js';
import { readCall } from './python-reader.js';
import { awkwardTexts } from './texts.js';

/** @typedef {import('../../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../../s3cors.js').PutOptions} PutOptions */

/** @type {import('../../s3cors.js').S3CORS} */
let s3cors;
before(async () => {
  s3cors = await load();
});

const folder = mkdtempSync(join(tmpdir(), 's3cors-put-'));
after(() => rmSync(folder, { recursive: true }));
for (const name of ['aws', 'curl']) {
  writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\0' "$@" >"$0.arguments"\ncat >"$0.input"\n`, { mode: 0o755 });
}
const recorder = `import json
def record(**keywords):
    print(json.dumps(keywords))
class Recorder:
    def __init__(self, *names, **keywords): print(json.dumps([names, keywords]))
    def BucketCors(self, name):
        print(json.dumps(name))
        return self
    put = put_bucket_cors = staticmethod(record)
client = resource = Recorder
`;
for (const name of ['boto3', 'ibm_boto3']) writeFileSync(join(folder, `${name}.py`), recorder);
const hasPython = spawnSync('python3', ['-c', 'import json']).status === 0;

/**
 * Runs a program of a shell, and gives what it prints.
 *
 * @param {string} script
 * @param {{ shell?: string, environment?: Record<string, string> }} [options]
 */
function run(script, { shell = 'sh', environment = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(shell, {
    input: script,
    maxBuffer: 1 << 26,
    env: { PATH: `${folder}:${process.env.PATH}`, ...environment },
  });
  assert.equal(status, 0, String(stderr));
  return stdout;
}

/** @param {Buffer} output */
const words = (output) => output.toString().split('\0').slice(0, -1);

/**
 * What a command was called with.
 *
 * @param {string | null} command
 * @param {'aws' | 'curl'} name
 * @param {Record<string, string>} [environment]
 */
function calledWith(command, name, environment) {
  const file = join(folder, name);
  run(String(command), { environment });
  return { words: words(readFileSync(`${file}.arguments`)), input: readFileSync(`${file}.input`).toString() };
}

/**
 * Runs programs of Python as they stand, in one process, and gives what each prints, a line each, as values.
 *
 * @param {string[]} programs
 * @returns {unknown[][]}
 */
function runPython(programs) {
  const driver = `import contextlib, io, json
def run(program):
    with contextlib.redirect_stdout(io.StringIO()) as printed: exec(compile(program, 'put', 'exec'), {})
    return [json.loads(line) for line in printed.getvalue().splitlines()]
print(json.dumps([run(program) for program in ${JSON.stringify(programs)}]))`;
  const { status, stdout, stderr } = spawnSync('python3', ['-'], {
    input: driver, maxBuffer: 1 << 26, env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
  });
  assert.equal(status, 0, String(stderr));
  return JSON.parse(stdout.toString());
}

const utf8 = (/** @type {string} */ text) => Buffer.from(text).toString();

/** Rules whose values are awkward, several in each configuration. */
function configurations() {
  const texts = awkwardTexts(120, true);
  /** @type {CORSConfiguration[]} */
  const list = [];
  for (let at = 0; at < texts.length; at += 8) {
    const [ID, ...values] = texts.slice(at, at + 8);
    list.push({ CORSRules: [{ ID, AllowedOrigins: values, AllowedMethods: ['GET'] }, { AllowedOrigins: ['*'], AllowedMethods: ['PUT'], MaxAgeSeconds: -5, ExposeHeaders: values }] });
  }
  return list;
}

/** @type {PutOptions} */
const options = { bucket: "o'bucket", endpoint: "https://a.example/it's", checksumAlgorithm: 'SHA256', expectedBucketOwner: "$(id)'\\" };

describe('quote', () => {
  for (const shell of ['sh', 'bash']) {
    it(`writes words that ${shell} reads back byte for byte`, () => {
      const texts = awkwardTexts(1500);
      const output = run(`printf '%s\\0' ${texts.map(quote).join(' ')}`, { shell });
      assert.deepEqual(words(output), texts.map(utf8));
    });
  }
  it('leaves plain words as they are', () => {
    for (const word of ['my-bucket', 'https://a.example:9000/x', '111122223333']) assert.equal(quote(word), word);
  });
});

describe('texts', () => {
  const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
  const texts = awkwardTexts(1500, true);
  const rules = [{ AllowedOrigins: texts, AllowedMethods: ['GET'] }];
  const withoutLineFeeds = (/** @type {string | null} */ program) => String(program).replaceAll('\n', '');

  it('of JSON read back the same, in printable characters', async () => {
    const { awsCli } = await s3cors.preparePut(rules);
    assert.deepEqual(JSON.parse(calledWith(awsCli, 'aws').words[5]).CORSRules[0].AllowedOrigins, texts);
    assert.doesNotMatch(withoutLineFeeds(awsCli), unprintable);
  });
  it('of Python read back the same, in printable characters', async () => {
    const { boto3 } = await s3cors.preparePut(rules);
    assert.deepEqual(readCall(String(boto3), 's3.put_bucket_cors').CORSConfiguration, { CORSRules: rules });
    assert.doesNotMatch(withoutLineFeeds(boto3), unprintable);
    if (hasPython) assert.deepEqual(runPython([String(boto3)])[0][1], { Bucket: 'BUCKET', CORSConfiguration: { CORSRules: rules } });
  });
});

describe('curl', () => {
  const environment = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 's e*c' };

  it('sends the very request: URL, headers and body', async () => {
    for (const configuration of configurations()) {
      const { request, curl } = await s3cors.preparePut(configuration, options);
      assert.ok(request);
      const called = calledWith(curl, 'curl', environment);
      assert.equal(called.input, request.body);
      const headers = called.words.flatMap((word, index) => (called.words[index - 1] === '--header' ? [word] : []));
      const own = ['Host', 'Content-Length'];
      assert.deepEqual(headers.slice(0, -1), request.headers.filter(([name]) => !own.includes(name)).map((pair) => pair.join(': ')));
      assert.match(headers[headers.length - 1], /^x-amz-content-sha256: [\da-f]{64}$/);
      const rest = called.words.filter((word, index) => word !== '--header' && called.words[index - 1] !== '--header');
      assert.deepEqual(rest, [
        '--fail-with-body', '--request', 'PUT', `${request.url}=`, '--aws-sigv4', 'aws:amz:us-east-1:s3', '--user', 'key:s e*c', '--data-binary', '@-',
      ]);
    }
  });
  it('sends a body without a line feed at its end as it is', async () => {
    // So many rules fit into 64 KB without white space only, and toXML then leaves it out.
    const rules = Array.from({ length: 100 }, (_, index) => ({
      ID: `${index} it's\nXML\n`, AllowedMethods: ['GET'], AllowedOrigins: Array.from({ length: 11 }, (_, n) => `https://${n}.a.example`),
    }));
    const { request, curl } = await s3cors.preparePut(rules);
    assert.ok(request && !request.body.endsWith('\n'));
    const called = calledWith(curl, 'curl', environment);
    assert.equal(called.words[called.words.indexOf('--data-binary') + 1], request.body);
  });
  it('does not take a line of the body for the end of it', async () => {
    const { request, curl } = await s3cors.preparePut([{ ID: '\nXML\nXML_\n', AllowedOrigins: ['*'], AllowedMethods: ['GET'] }]);
    assert.equal(calledWith(curl, 'curl', environment).input, request?.body);
    assert.match(String(curl), /<<'XML__'\n/);
  });
  it('signs with the region and the session of the environment', async () => {
    const { curl } = await s3cors.preparePut([{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }]);
    const { words: called } = calledWith(curl, 'curl', { ...environment, AWS_REGION: 'eu-west-1', AWS_SESSION_TOKEN: 'a b' });
    assert.ok(called.includes('aws:amz:eu-west-1:s3'));
    assert.ok(called.includes('-Hx-amz-security-token: a b'));
  });
});

describe('aws', () => {
  it('is called with the configuration and the options', async () => {
    for (const configuration of configurations()) {
      const { awsCli } = await s3cors.preparePut(configuration, options);
      const { words: called } = calledWith(awsCli, 'aws');
      assert.deepEqual(JSON.parse(called[5]), configuration);
      called[5] = '';
      assert.deepEqual(called, [
        's3api', 'put-bucket-cors', '--bucket', "o'bucket", '--cors-configuration', '', '--checksum-algorithm', 'SHA256',
        '--endpoint-url', "https://a.example/it's", '--expected-bucket-owner', "$(id)'\\",
      ]);
    }
  });
  it('is called without what is not asked for', async () => {
    const { awsCli } = await s3cors.preparePut([{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }]);
    assert.deepEqual(calledWith(awsCli, 'aws').words.slice(0, 5), ['s3api', 'put-bucket-cors', '--bucket', 'BUCKET', '--cors-configuration']);
    assert.equal(calledWith(awsCli, 'aws').words.length, 6);
  });
});

describe('Python', () => {
  const asked = { ChecksumAlgorithm: 'SHA256', ExpectedBucketOwner: options.expectedBucketOwner };

  it('calls put_bucket_cors of boto3 with the configuration and the options', async () => {
    const list = configurations();
    const puts = await Promise.all(list.map((configuration) => s3cors.preparePut(configuration, options)));
    const expected = list.map((CORSConfiguration) => ({ Bucket: options.bucket, CORSConfiguration, ...asked }));
    assert.deepEqual(puts.map(({ boto3 }) => readCall(String(boto3), 's3.put_bucket_cors')), expected);
    if (!hasPython) return;
    const printed = runPython(puts.map(({ boto3 }) => String(boto3)));
    assert.deepEqual(printed, expected.map((keywords) => [[['s3'], { endpoint_url: options.endpoint }], keywords]));
  });
  it('calls BucketCors.put of ibm_boto3 with the configuration and the options', async () => {
    const list = configurations();
    const puts = await Promise.all(list.map((configuration) => s3cors.preparePut(configuration, options)));
    const expected = list.map((CORSConfiguration) => ({ CORSConfiguration, ...asked }));
    assert.deepEqual(puts.map(({ ibmBoto3 }) => readCall(String(ibmBoto3), 'bucket_cors.put')), expected);
    if (!hasPython) return;
    const printed = runPython(puts.map(({ ibmBoto3 }) => String(ibmBoto3)));
    assert.deepEqual(printed, expected.map((keywords) => [[['s3'], { endpoint_url: options.endpoint }], options.bucket, keywords]));
  });
  it('says what boto3 needs for the checksums that it does not compute itself', async () => {
    for (const checksumAlgorithm of /** @type {const} */ (['CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'])) {
      const { boto3 } = await s3cors.preparePut([{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }], { checksumAlgorithm });
      const remark = `\n# ${checksumAlgorithm} may need: pip install 'botocore[crt]'\n`;
      assert.equal(boto3?.includes(remark), ['CRC32C', 'CRC64NVME'].includes(checksumAlgorithm));
      assert.equal(readCall(String(boto3), 's3.put_bucket_cors').ChecksumAlgorithm, checksumAlgorithm);
    }
  });
  it('names no endpoint for AWS, and an impossible one for IBM COS', async () => {
    const { boto3, ibmBoto3 } = await s3cors.preparePut([{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }]);
    assert.match(String(boto3), /^s3 = boto3\.client\('s3'\)$/m);
    assert.match(String(ibmBoto3), /endpoint_url='https:\/\/s3\.REGION\.cloud-object-storage\.appdomain\.cloud'\)$/m);
    assert.deepEqual(Object.keys(readCall(String(boto3), 's3.put_bucket_cors')), ['Bucket', 'CORSConfiguration']);
    assert.deepEqual(Object.keys(readCall(String(ibmBoto3), 'bucket_cors.put')), ['CORSConfiguration']);
  });
});
