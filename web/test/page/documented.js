/** The two configurations of the PutBucketCors page in AWS's API reference, as they stand there. */

import { examples } from '../../page/examples.js';

/** It is one of the examples of the page. */
export const uploadsAndPublicReading = examples.find(({ title }) => title === 'Uploads and public reading')?.state.text ?? '';

export const exposedAndCached = `<CORSConfiguration>
 <CORSRule>
   <AllowedOrigin>http://www.example.com</AllowedOrigin>
   <AllowedMethod>PUT</AllowedMethod>
   <AllowedMethod>POST</AllowedMethod>
   <AllowedMethod>DELETE</AllowedMethod>
   <AllowedHeader>*</AllowedHeader>
   <MaxAgeSeconds>3000</MaxAgeSeconds>
   <ExposeHeader>x-amz-server-side-encryption</ExposeHeader>
 </CORSRule>
</CORSConfiguration>`;
