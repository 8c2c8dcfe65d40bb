import * as s3 from '@aws-cdk/aws-s3';
import * as cdk from '@aws-cdk/core';

export class Storage extends cdk.Construct {
  constructor(scope: cdk.Construct, id: string) {
    super(scope, id);

    new s3.Bucket(this, 'Covers', {
      publicReadAccess: true,
      cors: [{ allowedMethods: [s3.HttpMethods.GET], allowedOrigins: ['https://books.example.com'], maxAge: 3000 }],
    });

    new s3.Bucket(this, 'Manuscripts', {
      cors: [
        {
          allowedMethods: [s3.HttpMethods.PUT, s3.HttpMethods.GET, s3.HttpMethods.DELETE],
          allowedOrigins: ['https://desk.books.example.com'],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag'],
        },
      ],
    });
  }
}
