import { Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3';

const media = new Bucket(this, 'Media', {
  versioned: true,
  cors: [{ allowedMethods: [HttpMethods.GET], allowedOrigins: ['*'] }],
});
const logs = new Bucket(this, 'Logs');
media.addCorsRule({ allowedMethods: [HttpMethods.PUT], allowedOrigins: ['https://studio.example'], allowedHeaders: ['content-type'] });
