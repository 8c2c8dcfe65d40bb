/**
 * The methods on pasted text, which stand on modules that are loaded with the first call of one.
 */

/** @typedef {import('../s3cors.js').S3CORS} S3CORS */

/** @type {Pick<S3CORS, 'readCall' | 'readResponse' | 'explain'>} */
export const pasteMethods = {
  readCall: async (text) => (await import('../paste/call.js')).readCall(text),
  readResponse: async (text) => (await import('../paste/response.js')).readResponse(text),
  explain: async (text) => (await import('../paste/explain.js')).explain(text),
};
