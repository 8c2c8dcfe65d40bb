// Configurations with a call each, that tell what the page is for.

import { bucket, emptyCall } from './state.js';

/** @import { CallState, State } from './types.js' */

/** @typedef {{ title: string, detail: string, state: State }} Example */

/**
 * @param {Partial<CallState>} call
 * @returns {Omit<State, 'text'>}
 */
const playing = (call) => ({ candidate: 0, values: {}, call: { ...emptyCall, ...call }, server: bucket, shown: null });

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
      ...playing({ page: 'https://www.example.com', method: 'PUT', headers: ['content-type: image/jpeg', 'x-amz-meta-title: Cat'], body: 'bytes' }),
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
      ...playing({ page: 'http://www.example.com', method: 'PUT', headers: ['content-type: image/jpeg'], body: 'bytes' }),
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
      ...playing({ page: 'https://www.example.com', headers: ['authorization: AWS4-HMAC-SHA256'] }),
    },
  },
];
