import { CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';

const raw = new CfnBucket(this, 'Raw', {
  bucketName: 'raw-footage',
  corsConfiguration: {
    corsRules: [
      {
        id: 'cutters',
        allowedHeaders: ['*'],
        allowedMethods: ['GET', 'PUT'],
        allowedOrigins: ['https://cut.example.tv'],
        exposedHeaders: ['ETag'],
        maxAge: 900,
      },
    ],
  },
});
new CfnBucketPolicy(this, 'RawPolicy', { bucket: raw.ref, policyDocument: { Version: '2012-10-17', Statement: [] } });
