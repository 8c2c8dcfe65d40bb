#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { S3 } from '@aws-sdk/client-s3';

const { values: { stage, verbose } } = parseArgs({
  options: { stage: { type: 'string', default: 'dev' }, verbose: { type: 'boolean', short: 'v' } },
});
const s3 = new S3({});

await s3.putBucketCors({
  Bucket: `posters-${stage}`,
  CORSConfiguration: { CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://cinema.example.com'], MaxAgeSeconds: 86400 }] },
});

await s3.putBucketCors({
  Bucket: `trailers-${stage}`,
  CORSConfiguration: {
    CORSRules: [
      { AllowedMethods: ['GET', 'HEAD'], AllowedOrigins: ['https://cinema.example.com'], AllowedHeaders: ['range'], ExposeHeaders: ['Content-Range'] },
    ],
  },
});

if (verbose) console.log({ stage, done: true });
