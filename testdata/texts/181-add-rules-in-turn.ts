import { App, Stack } from 'aws-cdk-lib';
import { Bucket, HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';

const app = new App();
const stack = new Stack(app, 'Puzzle', { env: { account: '111122223333', region: 'eu-north-1' } });

const pieces = new Bucket(stack, 'Pieces', { versioned: false });

pieces.addCorsRule({
  id: 'players',
  allowedMethods: [HttpMethods.GET, HttpMethods.HEAD],
  allowedOrigins: ['https://puzzle.example.se'],
  allowedHeaders: ['range'],
  maxAge: 600,
});

// Only while testing:
if (app.node.tryGetContext('local')) {
  pieces.addCorsRule({
    allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
    allowedOrigins: ['http://localhost:1234'],
  });
}

pieces.addLifecycleRule({ id: 'old', noncurrentVersionsToRetain: 1 });

export const table: Record<string, IBucket> = { pieces };
