/**
 * The PutBucketCors request itself (AWS API reference, API_PutBucketCors).
 */

import { digest, headerOf } from './digests.js';

/** @typedef {import('./arguments.js').PutOptions} PutOptions */
/** @typedef {import('../s3cors.js').HTTPRequest} HTTPRequest */
/** @typedef {[name: string, value: string][]} Pairs */

/** Stands where no bucket is given. No bucket can have this name, since it has capitals. */
export const placeholder = 'BUCKET';

/**
 * The URL of the bucket, with a slash at its end.
 *
 * Without an endpoint it has the bucket in the host, unless the name is none for that: the certificate of S3 covers no name
 * with a dot, and a host has neither capitals nor "_" (AWS user guide, "Virtual hosting of general purpose buckets").
 * An endpoint is followed by the bucket as a path, which every S3-compatible service understands.
 *
 * @param {PutOptions} options
 */
export function bucketURL({ bucket, endpoint }) {
  if (endpoint !== '') return `${endpoint}/${encodeURIComponent(bucket || placeholder)}/`;
  if (bucket === '' || /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(bucket)) return `https://${bucket || placeholder}.s3.amazonaws.com/`;
  return `https://s3.amazonaws.com/${encodeURIComponent(bucket)}/`;
}

/**
 * The headers: first those of the documented request, in its order, then those of every body.
 *
 * Content-MD5 is there with a checksum too. The documentation has both in one request, and S3-compatible services that
 * know no x-amz-checksum-* want it. The name of the algorithm is never without the checksum (the same page).
 *
 * @param {Uint8Array} body
 * @param {PutOptions} options
 * @returns {Promise<Pairs>}
 */
export async function putHeaders(body, options) {
  const { checksumAlgorithm: algorithm, expectedBucketOwner: owner } = options;
  /** @type {Pairs} */
  const headers = [
    ['Host', bucketURL(options).split('/')[2]],
    ['Content-MD5', await digest('MD5', body)],
  ];
  if (algorithm !== '') headers.push(['x-amz-sdk-checksum-algorithm', algorithm], [headerOf(algorithm), await digest(algorithm, body)]);
  if (owner !== '') headers.push(['x-amz-expected-bucket-owner', owner]);
  headers.push(['Content-Type', 'application/xml'], ['Content-Length', String(body.length)]);
  return headers;
}
