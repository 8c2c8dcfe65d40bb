// Configurations with a request each, that tell what the page is for.

import { emptyRequest } from './state.js';

/** @import { State } from './state.js' */

/** @typedef {{ title: string, detail: string, state: State }} Example */

/** @type {Example[]} */
export const examples = [
  {
    title: 'A failing upload',
    detail: 'The www host was forgotten',
    state: {
      text: `<CORSConfiguration>
  <CORSRule>
    <ID>app-uploads</ID>
    <AllowedOrigin>https://app.example.com</AllowedOrigin>
    <AllowedOrigin>http://localhost:5173</AllowedOrigin>
    <AllowedMethod>PUT</AllowedMethod>
    <AllowedMethod>POST</AllowedMethod>
    <AllowedHeader>content-type</AllowedHeader>
    <AllowedHeader>x-amz-*</AllowedHeader>
    <ExposeHeader>ETag</ExposeHeader>
    <MaxAgeSeconds>3600</MaxAgeSeconds>
  </CORSRule>
  <CORSRule>
    <ID>public-read</ID>
    <AllowedOrigin>*</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedMethod>HEAD</AllowedMethod>
  </CORSRule>
</CORSConfiguration>`,
      request: { ...emptyRequest, page: 'https://www.example.com', method: 'PUT', headers: ['content-type: image/jpeg', 'x-amz-meta-title: Cat'] },
    },
  },
  {
    title: 'Uploads and public reading',
    detail: 'The example of the S3 documentation',
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
      request: { ...emptyRequest, page: 'http://www.example.com', method: 'PUT', headers: ['content-type'] },
    },
  },
  {
    title: 'Refused by S3',
    detail: 'JSON with a method that S3 does not take',
    state: {
      text: `[
  {
    "ID": "site",
    "AllowedOrigins": ["https://www.example.com"],
    "AllowedMethods": ["GET", "OPTIONS"],
    "AllowedHeaders": ["*"]
  }
]`,
      request: { ...emptyRequest, page: 'https://www.example.com', method: 'GET', headers: ['authorization'] },
    },
  },
];
