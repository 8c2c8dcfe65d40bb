import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

const stack = new Stack(new App(), 'CorsStack');
new s3.Bucket(stack, 'Bucket', {
  cors: [
    {
      id: 'app-uploads',
      allowedMethods: [s3.HttpMethods.PUT, s3.HttpMethods.POST],
      allowedOrigins: ['https://app.example.com', 'http://localhost:5173'],
      allowedHeaders: ['content-type', 'x-amz-*'],
      exposedHeaders: ['ETag'],
      maxAge: 3600,
    },
    {
      id: 'public-read',
      allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.HEAD],
      allowedOrigins: ['*'],
      allowedHeaders: ['range'],
      exposedHeaders: ['Content-Range'],
      maxAge: 7200,
    },
  ],
});
