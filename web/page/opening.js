// What the page opens with: an upload that fails.

import { bucket, emptyCall } from './state.js';

/** @import { CallState, Example, ServerState, State } from './types.js' */

/**
 * A call, and the server that answers it.
 *
 * @param {Partial<CallState>} call
 * @param {Partial<ServerState>} [server]
 * @returns {Omit<State, 'text'>}
 */
export const playing = (call, server) => ({ candidate: 0, values: {}, call: { ...emptyCall, ...call }, server: { ...bucket, ...server }, shown: null });

/** @type {Example} */
export const opening = {
  name: 'failing-upload',
  title: 'A failing upload',
  story: 'The site moved from app to www, and the bucket was not told. The first rule fails at the host of the origin, the second at the method.',
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
};
