/** What is written in JavaScript and TypeScript, read by Node itself: the modules are evaluated with what they import replaced. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { load } from '../../s3cors.js';
import { tenRules } from '../clients/configurations.js';
import { awkwardTexts } from '../put/texts.js';

/** @typedef {import('../../s3cors.js').CORSConfiguration} CORSConfiguration */

const s3cors = await load();
const AsyncFunction = /** @type {FunctionConstructor} */ (Object.getPrototypeOf(async () => {}).constructor);
const methods = Object.fromEntries(['GET', 'PUT', 'HEAD', 'POST', 'DELETE'].map((name) => [name, name]));

/**
 * What a module calls constructors with, by their names.
 *
 * @param {string | null} text
 * @param {string[]} imports the statements at its beginning
 */
async function called(text, imports) {
  const body = String(text);
  assert.ok(body.startsWith(`${imports.join('\n')}\n\n`), body.slice(0, 200));
  /** @type {Record<string, any>} */
  const calls = {};
  const record = (/** @type {string} */ name) => function (/** @type {unknown[]} */ ...values) {
    calls[name] = values;
  };
  const names = {
    PutBucketCorsCommand: record('PutBucketCorsCommand'),
    S3Client: class {
      constructor(/** @type {unknown} */ options) {
        calls.S3Client = [options];
      }
      send() {}
    },
    aws: { s3: { BucketCorsConfiguration: record('BucketCorsConfiguration') } },
    App: record('App'), Stack: record('Stack'), s3: { Bucket: record('Bucket'), HttpMethods: methods },
  };
  await new AsyncFunction(...Object.keys(names), `'use strict';\n${body.slice(imports.join('\n').length)}`)(...Object.values(names));
  return calls;
}

const readers = {
  'sdk-js': {
    imports: ['import { PutBucketCorsCommand, S3Client } from "@aws-sdk/client-s3";'],
    rules: (/** @type {any} */ calls) => calls.PutBucketCorsCommand[0].CORSConfiguration,
    names: ['ID', 'AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposeHeaders', 'MaxAgeSeconds'],
  },
  cdk: {
    imports: ["import { App, Stack } from 'aws-cdk-lib';", "import * as s3 from 'aws-cdk-lib/aws-s3';"],
    rules: (/** @type {any} */ calls) => ({ CORSRules: calls.Bucket[2].cors }),
    names: ['id', 'allowedOrigins', 'allowedMethods', 'allowedHeaders', 'exposedHeaders', 'maxAge'],
  },
  pulumi: {
    imports: ['import * as aws from "@pulumi/aws";'],
    rules: (/** @type {any} */ calls) => ({ CORSRules: calls.BucketCorsConfiguration[1].corsRules }),
    names: ['id', 'allowedOrigins', 'allowedMethods', 'allowedHeaders', 'exposeHeaders', 'maxAgeSeconds'],
  },
};

const texts = awkwardTexts(1500, true);
const rows = Array.from({ length: Math.ceil(texts.length / 40) }, (_, row) => texts.slice(row * 40, row * 40 + 40));
/** @type {CORSConfiguration[]} */
const configurations = [
  tenRules,
  { CORSRules: [] },
  { CORSRules: [{ AllowedOrigins: [], AllowedMethods: [] }] },
  ...rows.map((row) => ({ CORSRules: [{ ID: row[0], AllowedOrigins: row, AllowedMethods: ['GET', ...row], AllowedHeaders: row, ExposeHeaders: row, MaxAgeSeconds: -5 }] })),
];

for (const format of /** @type {const} */ (['sdk-js', 'cdk', 'pulumi'])) {
  const { imports, rules, names } = readers[format];
  describe(format, () => {
    it('is a module that means the configuration, whatever stands in it', async () => {
      for (const configuration of configurations) {
        const { text } = s3cors.convert(configuration, format, { bucket: 'my-bucket' });
        const read = rules(await called(text, imports)).CORSRules.map((/** @type {Record<string, unknown>} */ rule) => Object.fromEntries(
          Object.entries(rule).map(([name, value]) => [readers['sdk-js'].names[names.indexOf(name)], value]),
        ));
        assert.deepEqual(read, s3cors.parse(configuration).configuration?.CORSRules.map(withoutEmpty));
      }
    });
    it('holds nothing that cannot be seen', () => {
      const { text } = s3cors.convert([{ AllowedOrigins: texts, AllowedMethods: ['GET'] }], format);
      assert.doesNotMatch(String(text).replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    });
    it('has the options, each text as it is', async () => {
      for (const text of awkwardTexts(100, true)) {
        const options = { bucket: `b${text}`, expectedBucketOwner: `o${text}`, endpoint: `https://a.example/${text}`, checksumAlgorithm: /** @type {const} */ ('CRC32') };
        const calls = await called(s3cors.convert(tenRules, format, options).text, imports);
        if (format === 'sdk-js') {
          const { CORSConfiguration: _, ...rest } = calls.PutBucketCorsCommand[0];
          assert.deepEqual(rest, { Bucket: options.bucket, ExpectedBucketOwner: options.expectedBucketOwner, ChecksumAlgorithm: 'CRC32' });
          assert.deepEqual(calls.S3Client, [{ endpoint: options.endpoint, forcePathStyle: true }]);
        } else if (format === 'cdk') {
          assert.equal(calls.Bucket[2].bucketName, options.bucket);
        } else {
          const { corsRules: _, ...rest } = calls.BucketCorsConfiguration[1];
          assert.deepEqual(rest, { bucket: options.bucket });
        }
      }
    });
  });
}

/**
 * A rule without lists that are empty, but for those that every rule has.
 *
 * @param {import('../../s3cors.js').CORSRule} rule
 */
function withoutEmpty(rule) {
  const all = { ...rule, AllowedOrigins: rule.AllowedOrigins ?? [], AllowedMethods: rule.AllowedMethods ?? [] };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => !(Array.isArray(value) && value.length === 0 && !/^Allowed[OM]/.test(name))));
}
