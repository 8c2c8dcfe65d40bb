/** CloudFormation's templates, read as `aws cloudformation deploy` reads them: by the functions of each AWS CLI that is there. */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { load } from '../../s3cors.js';
import { tenRules } from '../clients/configurations.js';
import { converse, programs } from '../clients/programs.js';
import { missing } from '../clients/suite.js';
import { awkwardTexts } from '../put/texts.js';

const s3cors = await load();
const reader = `
import json, sys
from awscli.customizations.cloudformation.yamlhelper import yaml_parse
for line in sys.stdin:
    try:
        answer = {"result": yaml_parse(json.loads(line)["text"])}
    except Exception as error:
        answer = {"error": {"code": type(error).__name__, "message": str(error)}}
    print(json.dumps(answer), flush=True)
`;
const pythons = programs('python3', ['-c', 'import awscli.customizations.cloudformation.yamlhelper, awscli; print(awscli.__version__)']);
if (pythons.length === 0) missing('awscli');

const surrogates = /[\ud800-\udfff]/u; // They are no characters: UTF-8 has no place for them.
const words = ['y', 'No', 'on', 'OFF', 'true', 'NULL', '~', '0x1', '017', '1_000', '1:30', '1e3', '2001-01-01', '.inf', '.NaN', '=', '<<', '- a', 'a: b', 'a #b', '!Ref a', '&a', '*a', '---', '%a', '? a'];
const texts = [...words, ...awkwardTexts(800, true)].filter((text) => !surrogates.test(text));

for (const { program, output } of pythons) {
  describe(`the AWS CLI ${output} reads a template`, () => {
    /** @type {ReturnType<typeof converse>} */
    let cli;
    before(() => {
      cli = converse(program, ['-c', reader]);
    });
    after(() => cli.close());

    for (const format of /** @type {const} */ (['cloudformation-yaml', 'cloudformation-json'])) {
      /**
       * @param {import('../../s3cors.js').CORSConfiguration} configuration
       * @param {string} bucket
       */
      const propertiesOf = async (configuration, bucket) => {
        const { Resources } = await cli.ask({ text: s3cors.convert(configuration, format, { bucket }).text });
        assert.equal(Resources.Bucket.Type, 'AWS::S3::Bucket');
        return Resources.Bucket.Properties;
      };
      it(`${format}: every field, whatever stands in it`, async () => {
        for (let at = 0; at < texts.length; at += 40) {
          const row = texts.slice(at, at + 40);
          const rule = { ID: row[0], AllowedHeaders: row, AllowedMethods: ['GET', ...row], AllowedOrigins: row, ExposeHeaders: row, MaxAgeSeconds: -5 };
          const { CorsConfiguration, BucketName } = await propertiesOf({ CORSRules: [rule] }, `b${row[0]}`);
          const { ID, ExposeHeaders, MaxAgeSeconds, ...rest } = rule;
          assert.deepEqual(CorsConfiguration, { CorsRules: [{ ...rest, Id: ID, ExposedHeaders: ExposeHeaders, MaxAge: MaxAgeSeconds }] });
          assert.equal(BucketName, `b${row[0]}`);
        }
      });
      it(`${format}: several rules`, async () => {
        const { CorsConfiguration, BucketName } = await propertiesOf(tenRules, '');
        assert.equal(BucketName, undefined);
        assert.deepEqual(CorsConfiguration.CorsRules.map((/** @type {any} */ rule) => rule.AllowedOrigins), tenRules.CORSRules.map((rule) => rule.AllowedOrigins));
      });
    }
  });
}
