/** What convert writes of the AWS CDK, after the types that aws-cdk-lib 2.276.0 publishes. */

declare module 'aws-cdk-lib' {
  export class App {}
  export class Stack {
    constructor(scope?: App, id?: string);
  }
}

declare module 'aws-cdk-lib/aws-s3' {
  export enum HttpMethods { GET = 'GET', PUT = 'PUT', HEAD = 'HEAD', POST = 'POST', DELETE = 'DELETE' }
  export interface CorsRule {
    readonly id?: string;
    readonly maxAge?: number;
    readonly allowedHeaders?: string[];
    readonly allowedMethods: HttpMethods[];
    readonly allowedOrigins: string[];
    readonly exposedHeaders?: string[];
  }
  export class Bucket {
    constructor(scope: import('aws-cdk-lib').Stack, id: string, props?: { readonly bucketName?: string; readonly cors?: CorsRule[] });
  }
}
