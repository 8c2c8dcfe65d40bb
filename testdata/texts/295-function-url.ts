import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { FunctionUrlAuthType, HttpMethod } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Bucket } from 'aws-cdk-lib/aws-s3';

export class UrlStack extends Stack {
  readonly store = new Bucket(this, 'Store');
  readonly fn = new NodejsFunction(this, 'Fn', { entry: 'src/fn.ts', environment: { BUCKET: this.store.bucketName } });
  readonly url = this.fn.addFunctionUrl({
    authType: FunctionUrlAuthType.NONE,
    cors: {
      allowedOrigins: ['https://app.example.com'],
      allowedMethods: [HttpMethod.GET, HttpMethod.POST],
      allowedHeaders: ['content-type'],
      maxAge: Duration.minutes(10),
    },
  });
  readonly output = new CfnOutput(this, 'Url', { value: this.url.url });
}
