// What stands around the bucket: who calls, from where, and what lies between.

import { playing } from '../opening.js';

/** @import { Example } from '../types.js' */

/** @type {Example[]} */
export const around = [
  {
    name: 'signed-cookies',
    title: 'Signed cookies',
    story: 'CloudFront wants its cookies, so the call includes credentials. For an AllowedOrigin of * S3 answers *, and with credentials a browser takes no * for an answer.',
    state: {
      text: `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>*</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedMethod>HEAD</AllowedMethod>
  </CORSRule>
</CORSConfiguration>`,
      ...playing({ page: 'https://members.example.com', url: 'https://media.example.com/course/1.m3u8', credentials: 'include' }, { resource: 'object' }),
    },
  },
  {
    name: 'localhost',
    title: 'localhost beside production',
    story: 'Production works, and the development server moved from port 3000 to 5173. A port is part of an origin, so the rule has to name it.',
    state: {
      text: `resource "aws_s3_bucket_cors_configuration" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  cors_rule {
    id              = "app"
    allowed_origins = ["https://app.example.com", "http://localhost:3000"]
    allowed_methods = ["GET", "PUT"]
    allowed_headers = ["*"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3000
  }
}
`,
      ...playing({ page: 'http://localhost:5173/', url: 'https://uploads.s3.eu-west-1.amazonaws.com/notes.txt', method: 'PUT', headers: ['content-type: text/plain'], body: 'string' }),
    },
  },
  {
    name: 'previews',
    title: 'Preview deployments',
    story: 'Each branch gets a host of its own under vercel.app, so the rule has a star there. Everybody can have such a host: this call comes from a stranger, is allowed, and may send credentials.',
    state: {
      text: `[
  {
    "ID": "previews",
    "AllowedOrigins": ["https://shop.example.com", "https://*.vercel.app"],
    "AllowedMethods": ["GET", "PUT", "DELETE"],
    "AllowedHeaders": ["*"],
    "ExposeHeaders": ["ETag"]
  }
]`,
      ...playing({ page: 'https://not-yours.vercel.app', url: 'https://shop-data.s3.eu-west-1.amazonaws.com/orders.json', credentials: 'include' }),
    },
  },
  {
    name: 'behind-cloudfront',
    title: 'Behind CloudFront',
    story: 'The configuration is right, and asked directly the bucket says so. CloudFront does not pass Origin on and has it in no cache key, so S3 never learns that a page asks.',
    state: {
      text: `[
  {
    "ID": "site",
    "AllowedOrigins": ["https://www.example.com"],
    "AllowedMethods": ["GET", "HEAD"]
  }
]`,
      ...playing({ page: 'https://www.example.com', url: 'https://d111111abcdef8.cloudfront.net/data.json' }, { cache: 'cdn', resource: 'object' }),
    },
  },
  {
    name: 'refused',
    title: 'Refused by S3',
    story: 'Browsers send OPTIONS, so somebody allowed it, and S3 takes none of the configuration. S3 answers preflights by itself; a rule names the methods of the calls.',
    state: {
      text: `[
  {
    "ID": "site",
    "AllowedOrigins": ["https://www.example.com"],
    "AllowedMethods": ["GET", "OPTIONS"],
    "AllowedHeaders": ["*"]
  }
]`,
      ...playing({ page: 'https://www.example.com', headers: ['authorization: AWS4-HMAC-SHA256'] }),
    },
  },
  {
    name: 'not-cors',
    title: 'It looks like CORS, and is not',
    story: 'The signature has expired, and S3 answers 403. The rule lets script read that answer, so the cause is in its body and not in the configuration.',
    state: {
      text: `[
  {
    "AllowedOrigins": ["https://app.example.com"],
    "AllowedMethods": ["GET"],
    "AllowedHeaders": ["*"]
  }
]`,
      ...playing({ page: 'https://app.example.com', url: 'https://reports.s3.eu-west-1.amazonaws.com/2024.pdf?X-Amz-Expires=60' }, { status: 403 }),
    },
  },
];
