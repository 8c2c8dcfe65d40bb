import * as path from 'node:path';
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as lambda from 'aws-cdk-lib/aws-lambda-nodejs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import type { Construct } from 'constructs';

export interface MediaStackProps extends StackProps {
  readonly stage: 'dev' | 'live';
  readonly domainName: string;
}

export class MediaStack extends Stack {
  public readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: MediaStackProps) {
    super(scope, id, props);

    const isLive = props.stage === 'live';

    const logs = new s3.Bucket(this, 'Logs', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      lifecycleRules: [{ expiration: Duration.days(30) }],
    });

    this.bucket = new s3.Bucket(this, 'Media', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: isLive,
      serverAccessLogsBucket: logs,
      removalPolicy: isLive ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !isLive,
      cors: [
        {
          id: 'uploads',
          allowedOrigins: [`https://${props.domainName}`, 'http://localhost:3000'],
          allowedMethods: [s3.HttpMethods.PUT, s3.HttpMethods.POST],
          allowedHeaders: ['content-type', 'x-amz-*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
        {
          allowedOrigins: ['*'],
          allowedMethods: [s3.HttpMethods.GET],
        },
      ],
      lifecycleRules: [
        { id: 'multipart', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { id: 'tmp', prefix: 'tmp/', expiration: Duration.days(3) },
      ],
    });

    const sign = new lambda.NodejsFunction(this, 'Sign', {
      entry: path.join(__dirname, '../functions/sign.ts'),
      environment: { BUCKET: this.bucket.bucketName, ORIGIN: `https://${props.domainName}` },
      timeout: Duration.seconds(5),
    });
    this.bucket.grantPut(sign);
    this.bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(sign), { prefix: 'raw/' });

    const api = new apigateway.RestApi(this, 'Api', {
      defaultCorsPreflightOptions: {
        allowOrigins: apigateway.Cors.ALL_ORIGINS,
        allowMethods: ['POST', 'OPTIONS'],
        allowHeaders: ['Content-Type'],
        maxAge: Duration.minutes(10),
      },
    });
    api.root.addResource('sign').addMethod('POST', new apigateway.LambdaIntegration(sign));

    new cloudfront.Distribution(this, 'Cdn', {
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(this.bucket),
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
        responseHeadersPolicy: cloudfront.ResponseHeadersPolicy.CORS_ALLOW_ALL_ORIGINS,
      },
    });

    new CfnOutput(this, 'BucketName', { value: this.bucket.bucketName });
  }
}
