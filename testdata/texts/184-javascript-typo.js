const { Stack, Duration } = require('aws-cdk-lib');
const s3 = require('aws-cdk-lib/aws-s3');

class UploadsStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    const { origin, ttl = 3600 } = props;

    new s3.Bucket(this, 'Uploads', {
      cors: [
        {
          allowedHeaders: ['*'],
          allowedMethods: [s3.HttpMethods.PUT],
          allowedOrigins: [origin, 'https://upload.example.net'],
          exposeHeaders: ['ETag'],
          maxAge: ttl,
        },
      ],
      transferAcceleration: true,
    });
  }
}

module.exports = { UploadsStack };
