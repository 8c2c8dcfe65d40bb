/** What convert writes of Pulumi, after the types that @pulumi/aws 7.48.0 publishes, without what is deprecated there. */

declare module '@pulumi/aws' {
  export namespace s3 {
    interface BucketCorsConfigurationCorsRule {
      allowedHeaders?: string[];
      allowedMethods: string[];
      allowedOrigins: string[];
      exposeHeaders?: string[];
      id?: string;
      maxAgeSeconds?: number;
    }
    class BucketCorsConfiguration {
      constructor(name: string, args: { bucket: string; corsRules: BucketCorsConfigurationCorsRule[]; region?: string });
    }
  }
}
