/**
 * The digests that a PutBucketCors request may carry: which header has which, and how it is computed.
 */

import { crc32, crc32c, crc64nvme } from './crc.js';

/** @typedef {import('../s3cors.js').ChecksumAlgorithm} ChecksumAlgorithm */

/**
 * The values of x-amz-sdk-checksum-algorithm (AWS API reference, API_PutBucketCors; CRC64NVME as boto3's page on
 * put_bucket_cors lists it).
 *
 * @type {ChecksumAlgorithm[]}
 */
export const checksumAlgorithms = ['CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'];

/**
 * The hash functions are loaded with the first digest that needs one.
 */
const hashes = () => import('./hashes.js');

/** @type {Record<ChecksumAlgorithm | 'MD5', (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>>} */
const algorithms = {
  MD5: async (bytes) => (await hashes()).md5(bytes),
  CRC32: crc32,
  CRC32C: crc32c,
  SHA1: async (bytes) => (await hashes()).sha1(bytes),
  SHA256: async (bytes) => (await hashes()).sha256(bytes),
  CRC64NVME: crc64nvme,
};

/**
 * The header that carries an algorithm's digest, in lower case.
 *
 * @param {ChecksumAlgorithm | 'MD5'} algorithm
 */
export function headerOf(algorithm) {
  return algorithm === 'MD5' ? 'content-md5' : `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/**
 * A digest in base64, as its header carries it (RFC 1864; AWS user guide, "Checking object integrity").
 *
 * @param {ChecksumAlgorithm | 'MD5'} algorithm
 * @param {Uint8Array} bytes
 */
export async function digest(algorithm, bytes) {
  return btoa(String.fromCharCode(...(await algorithms[algorithm](bytes))));
}

/**
 * The SHA-256 in hexadecimal, as a signature has it (AWS Signature Version 4, x-amz-content-sha256).
 *
 * @param {Uint8Array} bytes
 */
export async function signedDigest(bytes) {
  return Array.from(await algorithms.SHA256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The digests of a body for those of the headers that are there to carry one.
 *
 * @param {Uint8Array} bytes
 * @param {[name: string, value: string][]} headers
 * @returns {Promise<[name: string, value: string][]>}
 */
export async function digestsFor(bytes, headers) {
  const sent = new Set(headers.map(([name]) => name.toLowerCase()));
  const wanted = /** @type {const} */ (['MD5', ...checksumAlgorithms]).filter((algorithm) => sent.has(headerOf(algorithm)));
  return Promise.all(wanted.map(async (algorithm) => [headerOf(algorithm), await digest(algorithm, bytes)]));
}
