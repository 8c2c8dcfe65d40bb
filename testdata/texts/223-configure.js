const { Storage } = require('@google-cloud/storage');

const storage = new Storage();
const bucketName = process.argv[2];
const methods = { read: 'GET', write: 'PUT' };

async function configureBucketCors() {
  await storage.bucket(bucketName).setCorsConfiguration([
    {
      maxAgeSeconds: 600,
      method: ['GET', 'PUT'],
      origin: ['https://form.example.ca'],
      responseHeader: ['content-type'],
    },
  ]);

  console.log(`Bucket ${bucketName} was updated (${Object.keys(methods)})`);
}

configureBucketCors().catch(console.error);
