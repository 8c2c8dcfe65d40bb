import { Duration } from 'aws-cdk-lib';
import { Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3';

export function makeBucket(scope: Construct, hosts: string[]): Bucket {
  return new Bucket(scope, 'Any', {
    cors: [
      {
        allowedMethods: Object.values(HttpMethods),
        allowedOrigins: hosts.map((host) => `https://${host}`),
        allowedHeaders: ['*'],
        maxAge: Duration.hours(1).toSeconds(),
      },
      { allowedMethods: [HttpMethods.GET], allowedOrigins: ['https://fixed.example.com'] },
    ],
  });
}
