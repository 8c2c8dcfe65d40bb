/**
 * The digests that a client may send with a body, each under the name of its header and in base64.
 */

import { createHash } from 'node:crypto';

/** @type {Record<string, (bytes: Uint8Array) => string>} */
const digests = {
  'content-md5': (bytes) => hash('md5', bytes),
  'x-amz-checksum-crc32': (bytes) => crc(32, 0xedb88320n, bytes),
  'x-amz-checksum-crc32c': (bytes) => crc(32, 0x82f63b78n, bytes),
  'x-amz-checksum-crc64nvme': (bytes) => crc(64, 0x9a6c9329ac4bc9b5n, bytes),
  'x-amz-checksum-sha1': (bytes) => hash('sha1', bytes),
  'x-amz-checksum-sha256': (bytes) => hash('sha256', bytes),
};

/**
 * The digest of a body, or null where no header of that name carries one.
 *
 * @param {string} header in lower case
 * @param {Uint8Array} bytes
 */
export function digestOf(header, bytes) {
  return Object.hasOwn(digests, header) ? digests[header](bytes) : null;
}

/**
 * @param {string} algorithm
 * @param {Uint8Array} bytes
 */
function hash(algorithm, bytes) {
  return createHash(algorithm).update(bytes).digest('base64');
}

/**
 * A reflected CRC with all bits set at the start and inverted at the end, as all three are (RFC 1952, section 8; RFC 3720,
 * section 12.1; NVM Express base specification, "64b CRC").
 *
 * @param {32 | 64} width
 * @param {bigint} polynomial reflected
 * @param {Uint8Array} bytes
 */
function crc(width, polynomial, bytes) {
  const ones = (1n << BigInt(width)) - 1n;
  const table = Array.from({ length: 256 }, (_, index) => {
    let value = BigInt(index);
    for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n;
    return value;
  });
  let register = ones;
  for (const byte of bytes) register = (register >> 8n) ^ table[Number((register ^ BigInt(byte)) & 0xffn)];
  const digits = (register ^ ones).toString(16).padStart(width / 4, '0');
  return Buffer.from(digits, 'hex').toString('base64');
}
