'use strict';

const express = require('express');
const cors = require('cors');
const helmet = require('helmet');
const { S3Client, CreateBucketCommand, HeadBucketCommand, PutBucketCorsCommand } = require('@aws-sdk/client-s3');
const { createPresignedPost } = require('@aws-sdk/s3-presigned-post');

const PORT = Number(process.env.PORT) || 4000;
const Bucket = process.env.BUCKET || 'receipts-dev';
const client = new S3Client({ region: process.env.AWS_REGION, forcePathStyle: true });

const app = express();
app.use(helmet());
// The API's own CORS has nothing to do with the bucket's.
app.use(cors({
  origin: [/localhost:\d+$/, 'https://receipts.example.com'],
  methods: ['GET', 'POST', 'PATCH'],
  allowedHeaders: ['Authorization', 'Content-Type'],
  exposedHeaders: ['X-Total-Count'],
  maxAge: 600,
}));
app.use(express.json({ limit: '1mb' }));

async function ensureBucket() {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
  } catch (error) {
    if (error.$metadata?.httpStatusCode !== 404) throw error;
    await client.send(new CreateBucketCommand({ Bucket }));
  }
  await client.send(new PutBucketCorsCommand({
    Bucket,
    CORSConfiguration: {
      CORSRules: [
        {
          ID: 'receipts-upload',
          AllowedOrigins: ['https://receipts.example.com', 'http://localhost:5173'],
          AllowedMethods: ['POST', 'PUT'],
          AllowedHeaders: ['*'],
          ExposeHeaders: ['ETag', 'Location'],
          MaxAgeSeconds: 3600,
        },
        {
          AllowedOrigins: ['*'],
          AllowedMethods: ['GET', 'HEAD'],
          AllowedHeaders: ['range'],
        },
      ],
    },
  }));
}

app.post('/uploads', async (req, res, next) => {
  try {
    const { url, fields } = await createPresignedPost(client, {
      Bucket,
      Key: `${req.body.id}/\${filename}`,
      Conditions: [['content-length-range', 0, 10 * 1024 * 1024], { acl: 'private' }],
      Expires: 60 * 5,
    });
    res.status(201).json({ url, fields, method: 'POST' });
  } catch (error) {
    next(error);
  }
});

ensureBucket()
  .then(() => app.listen(PORT, () => console.log(`listening on ${PORT}`)))
  .catch((error) => { console.error(error); process.exitCode = 1; });
