import { S3Client, PutBucketCorsCommand } from '@aws-sdk/client-s3';

const domain = process.env.DOMAIN;
const isLive = process.env.STAGE === 'live';
const base = { AllowedHeaders: ['*'], MaxAgeSeconds: 300 };

const rules = [
  {
    ...base,
    ID: `site-${process.env.STAGE}`,
    AllowedOrigins: ['https://' + domain, `https://www.${domain}`, "https://fixed.example.com"],
    AllowedMethods: isLive ? ['GET'] : ['GET', 'PUT'],
    ExposeHeaders: ['ETag'],
  },
  {
    AllowedOrigins: process.env.ORIGINS.split(','),
    AllowedMethods: ['HEAD'],
  },
];

await new S3Client({}).send(new PutBucketCorsCommand({ Bucket: 'site', CORSConfiguration: { CORSRules: rules } }));
