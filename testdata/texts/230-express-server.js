import express from 'express';
import cors from 'cors';
import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const allowlist = ['https://shop.example.com', 'https://admin.shop.example.com'];
const s3 = new S3Client({});
const app = express();

const corsOptions = {
  origin(origin, callback) {
    callback(null, !origin || allowlist.includes(origin));
  },
  methods: ['GET', 'PUT', 'DELETE'],
  allowedHeaders: ['Content-Type', 'Authorization'],
  exposedHeaders: ['ETag'],
  maxAge: 3600,
  optionsSuccessStatus: 204,
};

app.use(cors(corsOptions));
app.options('*', cors(corsOptions));

app.get('/files/:key', async (req, res) => {
  const command = new GetObjectCommand({ Bucket: 'shop-files', Key: req.params.key });
  res.json({ url: await getSignedUrl(s3, command, { expiresIn: 60 }) });
});

app.listen(3000);
