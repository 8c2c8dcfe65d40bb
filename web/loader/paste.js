/**
 * The methods on pasted text, and the ready-made calls, which stand on modules that are loaded with the first call of one.
 */

/** @typedef {import('../s3cors.js').S3CORS} S3CORS */

/** @type {Pick<S3CORS, 'readCall' | 'readHAR' | 'readResponse' | 'explain' | 'presets'>} */
export const pasteMethods = {
  readCall: async (text) => (await import('../paste/call.js')).readCall(text),
  readHAR: async (text) => (await import('../paste/har.js')).readHAR(text),
  readResponse: async (text) => (await import('../paste/response.js')).readResponse(text),
  explain: async (text) => (await import('../paste/explain.js')).explain(text),
  presets: async (page, url) => (await import('../presets/presets.js')).presets(page, url),
};
