import { PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

function dev() {
  const origins = ['http://localhost:3000'];
  return origins;
}

export async function prod(Bucket: string) {
  const origins = await getOrigins(Bucket);
  await s3.send(new PutBucketCorsCommand({
    Bucket,
    CORSConfiguration: {
      CORSRules: [{ AllowedOrigins: origins, AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['*'] }],
    },
  }));
}
