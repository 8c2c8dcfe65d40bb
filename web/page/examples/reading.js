// Reading from a bucket: fonts, documents, films, pictures.

import { playing } from '../opening.js';

/** @import { Example } from '../types.js' */

/** @type {Example[]} */
export const reading = [
  {
    name: 'public-fonts',
    title: 'Public fonts',
    story: 'The bucket is public, and the font still does not load: browsers ask for fonts with CORS always. The rule names the apex alone, and *.example.com would not cover the apex either.',
    state: {
      text: `<CORSConfiguration>
  <CORSRule>
    <ID>fonts</ID>
    <AllowedOrigin>https://example.com</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <MaxAgeSeconds>86400</MaxAgeSeconds>
  </CORSRule>
</CORSConfiguration>`,
      ...playing({ page: 'https://www.example.com/', url: 'https://fonts.s3.eu-west-1.amazonaws.com/inter.woff2', via: 'font' }),
    },
  },
  {
    name: 'pdf-ranges',
    title: 'pdf.js reads in ranges',
    story: 'The document opens, and all 400 pages are loaded before the first is shown. The viewer may not read Accept-Ranges and Content-Range, so it takes it that S3 has no ranges.',
    state: {
      text: `[
  {
    "ID": "viewer",
    "AllowedOrigins": ["https://docs.example.com"],
    "AllowedMethods": ["GET", "HEAD"],
    "AllowedHeaders": ["Range"],
    "ExposeHeaders": ["ETag"],
    "MaxAgeSeconds": 3000
  }
]`,
      ...playing({ page: 'https://docs.example.com/viewer', url: 'https://papers.s3.eu-west-1.amazonaws.com/thesis.pdf', headers: ['range: bytes=0-65535'] }),
    },
  },
  {
    name: 'hls-video',
    title: 'HLS video',
    story: 'The playlist loads, and the player says "Network Error" when it looks for a segment with HEAD. GET does not imply HEAD: each method stands in the rule by itself.',
    state: {
      text: `Resources:
  Films:
    Type: AWS::S3::Bucket
    Properties:
      CorsConfiguration:
        CorsRules:
          - Id: player
            AllowedOrigins: ['https://watch.example.com']
            AllowedMethods: [GET]
            AllowedHeaders: ['*']
            ExposedHeaders: [Content-Length, Content-Range]
            MaxAge: 3000
`,
      ...playing({ page: 'https://watch.example.com/film', url: 'https://films.s3.eu-west-1.amazonaws.com/42/segment-001.ts', via: 'xhr', method: 'HEAD' }),
    },
  },
  {
    name: 'canvas-pictures',
    title: 'Pictures on a canvas',
    story: 'The picture was shown by a plain <img> first, and the browser kept that answer, which has no CORS header. Now the call that draws it on a canvas gets the kept answer, and works only with the cache disabled.',
    state: {
      text: `[
  {
    "AllowedOrigins": ["https://paint.example.com"],
    "AllowedMethods": ["GET", "HEAD"]
  }
]`,
      ...playing({ page: 'https://paint.example.com', url: 'https://pictures.s3.eu-west-1.amazonaws.com/cat.jpg', via: 'img', crossorigin: 'anonymous' }, { cache: 'browser' }),
    },
  },
  {
    name: 'es-modules',
    title: 'ES modules and WebAssembly',
    story: 'A module is always asked for with CORS, as a wasm file is by fetch(). The rule ends in a slash, and no Origin header ever does.',
    state: {
      text: `[
  {
    "AllowedOrigins": ["https://app.example.com/"],
    "AllowedMethods": ["GET"]
  }
]`,
      ...playing({ page: 'https://app.example.com', url: 'https://assets.s3.eu-west-1.amazonaws.com/engine.wasm' }),
    },
  },
];
