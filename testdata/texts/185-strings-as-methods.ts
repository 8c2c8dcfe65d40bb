// sst.config.ts keeps the bucket in CDK's own words
import { Bucket, type StackContext } from 'sst/constructs';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';

export function Files({ stack, app }: StackContext) {
  const allowed = Object.values(HttpMethods).filter((m) => m !== 'DELETE');
  stack.setDefaultFunctionProps({ timeout: 20, memorySize: '512 MB' });

  const bucket = new Bucket(stack, 'files', {
    cdk: {
      bucket: {
        cors: [
          {
            allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
            allowedOrigins: [app.stage === 'prod' ? 'https://files.example.io' : '*'],
            allowedHeaders: ['*'],
            exposedHeaders: ['ETag', 'Content-Range'],
            maxAge: 1800,
          },
        ],
      },
    },
    notifications: { resize: { function: 'packages/resize.main', events: ['object_created'] } },
  });

  return { bucket, allowed };
}
