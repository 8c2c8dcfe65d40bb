import type { AWS } from '@serverless/typescript';

import { importProducts, parseFile } from './src/functions';

const serverlessConfiguration: AWS = {
  service: 'import-service',
  frameworkVersion: '3',
  plugins: ['serverless-esbuild'],
  provider: {
    name: 'aws',
    runtime: 'nodejs18.x',
    httpApi: { cors: { allowedOrigins: ['https://store.example.com'], allowedMethods: ['GET'], allowedHeaders: ['*'] } },
    environment: { BUCKET: '${self:custom.bucketName}' },
  },
  functions: { importProducts, parseFile },
  resources: {
    Resources: {
      ImportBucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketName: '${self:custom.bucketName}',
          CorsConfiguration: {
            CorsRules: [
              {
                AllowedHeaders: ['*'],
                AllowedMethods: ['PUT'],
                AllowedOrigins: ['https://store.example.com', '${env:PREVIEW_ORIGIN}'],
                ExposedHeaders: [],
                MaxAge: 3600,
              },
            ],
          },
        },
      },
      ImportQueue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'import' } },
    },
  },
  custom: {
    bucketName: 'store-import-${sls:stage}',
    esbuild: { bundle: true, minify: false, target: 'node18', define: { 'require.resolve': undefined } },
  },
};

module.exports = serverlessConfiguration;
