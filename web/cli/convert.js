/** s3cors convert: the same configuration in another format. */

import { sourceOptions } from './arguments.js';
import { describeAll } from './describe.js';
import { createPaint } from './paint.js';
import { findingsOf, placed, readSource } from './source.js';
import { UsageError } from './usage.js';

/** @import { ConvertOptions, OutputFormat } from '../s3cors.js' */
/** @import { Command } from './types.js' */

export const formats = [
  'xml', 'json', 'console', 'aws-cli', 'boto3', 'ibm-boto3', 'sdk-js', 'cloudformation-json', 'cloudformation-yaml', 'cdk', 'terraform', 'pulumi', 'r2', 'gcs',
];

/** @type {Command} */
export const convert = {
  name: 'convert',
  summary: 'Write a configuration in another format, and say what that format cannot carry',
  operands: 'FILE --to FORMAT',
  least: 1,
  most: 1,
  operandHelp: 'a file',
  options: [
    { name: 'to', value: 'FORMAT', choices: formats, help: 'The format to write' },
    { name: 'bucket', value: 'NAME', help: 'Name of the bucket, for the formats that name it' },
    { name: 'endpoint', value: 'URL', help: 'Endpoint of an S3-compatible service' },
    { name: 'expected-bucket-owner', value: 'ACCOUNT', help: 'Account that has to own the bucket' },
    { name: 'checksum-algorithm', value: 'NAME', choices: ['CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'], help: 'Checksum that the request carries' },
    { name: 'fail-on', value: 'WHAT', choices: ['error', 'lossy'], help: 'Exit with 1 for errors of the source, or for warnings too: what is lost or may change', byDefault: 'error' },
    ...sourceOptions,
  ],
  exits: 'the file has errors, or with --fail-on lossy the format cannot carry all of it',
  examples: [
    { command: 's3cors convert cors.json --to xml > cors.xml', means: 'the document that PutBucketCors takes; findings go to standard error' },
    { command: 's3cors convert main.tf --to cloudformation-yaml --bucket my-bucket', means: 'from one tool to another' },
  ],
  async run(work) {
    const { api, given, width, terminal } = work;
    const to = given.text('to');
    if (to === undefined) throw new UsageError('convert needs the format to write', 'Write --to xml, or another format that s3cors convert --help lists.');
    const { input, source } = await readSource(given.operands[0], work);
    const options = /** @type {ConvertOptions} */ ({
      bucket: given.text('bucket'),
      endpoint: given.text('endpoint'),
      expectedBucketOwner: given.text('expected-bucket-owner'),
      checksumAlgorithm: given.text('checksum-algorithm'),
    });
    const written = api.convert(source, /** @type {OutputFormat} */ (to), options);
    const findings = findingsOf(written.diagnostics, input);
    const counted = given.text('fail-on') === 'lossy' ? ['error', 'warning'] : ['error'];
    const isFound = written.text === null || findings.some(({ severity }) => counted.includes(severity));
    const notes = describeAll(findings, createPaint(terminal.stderr, terminal.env, given.text('color')), width);
    return {
      code: isFound ? 1 : 0,
      text: written.text ?? '',
      notes,
      json: { file: input.name, to, text: written.text, filename: written.filename, mediaType: written.mediaType, appliedBy: written.command, diagnostics: placed(written.diagnostics, input) },
      findings,
    };
  },
};
