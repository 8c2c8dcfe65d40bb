import { RestApi, LambdaIntegration, Cors } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, CorsHttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Duration, Stack } from 'aws-cdk-lib';

export class ApiStack extends Stack {
  build(handler: LambdaIntegration) {
    const rest = new RestApi(this, 'Rest', {
      defaultCorsPreflightOptions: { allowOrigins: Cors.ALL_ORIGINS, allowMethods: ['GET'], maxAge: Duration.days(1) },
    });
    rest.root.addMethod('GET', handler);

    new HttpApi(this, 'Http', {
      corsPreflight: {
        allowOrigins: ['https://app.example.com'],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
        allowHeaders: ['Authorization'],
        exposeHeaders: ['ETag'],
        maxAge: Duration.hours(1),
      },
    });

    new Bucket(this, 'Reports', { versioned: true });
  }
}
