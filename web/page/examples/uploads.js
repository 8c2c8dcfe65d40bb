// Writing to a bucket from a page.

import { playing } from '../opening.js';

/** @import { Example } from '../types.js' */

const bucketURL = 'https://uploads.s3.eu-west-1.amazonaws.com';

/** @type {Example[]} */
export const uploads = [
  {
    name: 'documentation',
    title: 'Uploads and public reading',
    story: 'This is the example of the S3 documentation: one site may write, and everybody may read. The first rule that matches answers, so the site reads by the second.',
    state: {
      text: `<CORSConfiguration>
 <CORSRule>
   <AllowedOrigin>http://www.example.com</AllowedOrigin>
   <AllowedMethod>PUT</AllowedMethod>
   <AllowedMethod>POST</AllowedMethod>
   <AllowedMethod>DELETE</AllowedMethod>
   <AllowedHeader>*</AllowedHeader>
 </CORSRule>
 <CORSRule>
   <AllowedOrigin>*</AllowedOrigin>
   <AllowedMethod>GET</AllowedMethod>
 </CORSRule>
</CORSConfiguration>`,
      ...playing({ page: 'http://www.example.com', method: 'PUT', headers: ['content-type: image/jpeg'], body: 'bytes' }),
    },
  },
  {
    name: 'presigned-put',
    title: 'Presigned PUT',
    story: 'The signature is right, and the preflight is refused: it asks for content-type, and the rule allows no header. Signing has no part in that, since a preflight is not signed.',
    state: {
      text: `[
  {
    "AllowedOrigins": ["https://app.example.com"],
    "AllowedMethods": ["PUT"],
    "ExposeHeaders": ["ETag"]
  }
]`,
      ...playing({ page: 'https://app.example.com/profile', url: `${bucketURL}/avatars/42.png?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-SignedHeaders=host`, method: 'PUT', headers: ['content-type: image/png'], body: 'bytes' }),
    },
  },
  {
    name: 'presigned-post',
    title: 'Presigned POST from a form',
    story: 'A form with FormData needs no preflight, so the file does arrive in the bucket. No rule has POST, though, and script is told that the upload failed.',
    state: {
      text: `[
  {
    "AllowedOrigins": ["https://app.example.com"],
    "AllowedMethods": ["GET", "PUT"],
    "AllowedHeaders": ["*"]
  }
]`,
      ...playing({ page: 'https://app.example.com/upload', url: `${bucketURL}/`, method: 'POST', body: 'form-data' }, { resource: 'bucket' }),
    },
  },
  {
    name: 'multipart-uppy',
    title: 'Multipart upload with Uppy',
    story: 'Each part is uploaded, and at the end Uppy cannot read the ETag of any. The rule has no ExposeHeaders, and without them script sees no header that the upload needs.',
    state: {
      text: `{
  "CORSRules": [
    {
      "ID": "uppy",
      "AllowedOrigins": ["https://app.example.com"],
      "AllowedMethods": ["GET", "PUT", "POST", "DELETE"],
      "AllowedHeaders": ["*"],
      "MaxAgeSeconds": 3000
    }
  ]
}`,
      ...playing({ page: 'https://app.example.com/upload', url: `${bucketURL}/film.mp4?partNumber=1&uploadId=VXBsb2FkIElE`, via: 'xhr', method: 'PUT', body: 'bytes', uploadListener: true }),
    },
  },
  {
    name: 'sdk-checksums',
    title: 'The SDK sends checksums now',
    story: 'Since version 3.729 the AWS SDK for JavaScript adds a CRC32 to each upload. A list of headers that was right for years lacks two names.',
    state: {
      text: `[
  {
    "AllowedOrigins": ["https://app.example.com"],
    "AllowedMethods": ["GET", "PUT"],
    "AllowedHeaders": ["authorization", "content-type", "x-amz-content-sha256", "x-amz-date", "x-amz-user-agent", "amz-sdk-invocation-id", "amz-sdk-request"],
    "ExposeHeaders": ["ETag"]
  }
]`,
      ...playing({
        page: 'https://app.example.com', url: `${bucketURL}/report.csv?x-id=PutObject`, method: 'PUT', body: 'bytes',
        headers: ['amz-sdk-invocation-id', 'amz-sdk-request', 'authorization', 'content-type: text/csv', 'x-amz-checksum-crc32', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-sdk-checksum-algorithm', 'x-amz-user-agent'],
      }),
    },
  },
];
