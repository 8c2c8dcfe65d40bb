/**
 * The methods on whole PutBucketCors requests. They stand on other methods, and on modules that are loaded with the first
 * call of one.
 */

/** @typedef {import('../s3cors.js').S3CORS} S3CORS */

const put = () => import('../put/put.js');

/**
 * @param {S3CORS} api
 * @param {import('../put/put.js').AnswerPut} answerPut
 * @returns {Pick<S3CORS, 'preparePut' | 'acceptPut'>}
 */
export function putMethods(api, answerPut) {
  return {
    preparePut: async (source, options) => (await put()).preparePut(api, source, options),
    acceptPut: async (source, headers, facts) => (await put()).acceptPut(api, answerPut, source, headers, facts),
  };
}
