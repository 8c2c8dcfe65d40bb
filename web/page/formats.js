// The forms in which a configuration is handed on, by those who take them.

/** @import { OutputFormat } from '../s3cors.js' */

/** @type {Record<string, Partial<Record<OutputFormat, string>>>} */
export const formats = {
  S3: { xml: 'XML, as PutBucketCors takes it', json: 'JSON, as the API has it', console: 'JSON for the S3 console' },
  'Commands and programs': { 'aws-cli': 'AWS CLI', boto3: 'boto3 (Python)', 'ibm-boto3': 'ibm-boto3 (IBM COS)', 'sdk-js': 'AWS SDK for JavaScript' },
  Templates: {
    'cloudformation-yaml': 'CloudFormation, YAML', 'cloudformation-json': 'CloudFormation, JSON', cdk: 'AWS CDK (TypeScript)', terraform: 'Terraform',
    pulumi: 'Pulumi (TypeScript)',
  },
  'Other services': { r2: 'Cloudflare R2', gcs: 'Google Cloud Storage' },
};

/** All of them, in the same order. */
export const outputFormats = Object.values(formats).flatMap((group) => Object.keys(group));
