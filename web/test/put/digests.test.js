import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';

import { bundleHashes } from '../../bundle-hashes.js';
import { checksumAlgorithms, digest, digestsFor, headerOf, signedDigest } from '../../put/digests.js';

/** @typedef {import('../../s3cors.js').ChecksumAlgorithm | 'MD5'} Algorithm */

const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);
const hex = async (/** @type {Algorithm} */ algorithm, /** @type {Uint8Array} */ bytes) =>
  Buffer.from(await digest(algorithm, bytes), 'base64').toString('hex');
const ascending = (/** @type {number} */ length) => Uint8Array.from({ length }, (_, index) => index);

/** @type {{ authority: string, algorithm: Algorithm, vectors: [input: string | Uint8Array, digest: string][] }[]} */
const published = [
  {
    authority: 'RFC 1321, A.5',
    algorithm: 'MD5',
    vectors: [
      ['', 'd41d8cd98f00b204e9800998ecf8427e'],
      ['a', '0cc175b9c0f1b6a831c399e269772661'],
      ['abc', '900150983cd24fb0d6963f7d28e17f72'],
      ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
      ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
      ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'd174ab98d277d9f5a5611c2c9f419d9f'],
      ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
    ],
  },
  {
    authority: 'RFC 3174, 7.3',
    algorithm: 'SHA1',
    vectors: [
      ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
      ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
      ['a'.repeat(1_000_000), '34aa973cd4c4daa4f61eeb2bdbad27316534016f'],
      ['01234567'.repeat(80), 'dea356a2cddd90c7a7ecedc5ebb563934f460452'],
    ],
  },
  {
    authority: 'RFC 6234, 8.5',
    algorithm: 'SHA256',
    vectors: [
      ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
      ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
      ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
    ],
  },
  { authority: 'Catalogue of parametrised CRC algorithms, CRC-32/ISO-HDLC', algorithm: 'CRC32', vectors: [['123456789', 'cbf43926']] },
  { authority: 'Catalogue of parametrised CRC algorithms, CRC-32/ISCSI', algorithm: 'CRC32C', vectors: [['123456789', 'e3069283']] },
  {
    authority: 'RFC 3720, B.4, whose bytes are in the other order',
    algorithm: 'CRC32C',
    vectors: [
      [new Uint8Array(32), '8a9136aa'],
      [new Uint8Array(32).fill(0xff), '62a8ab43'],
      [ascending(32), '46dd794e'],
      [ascending(32).reverse(), '113fdb5c'],
    ],
  },
  { authority: 'Catalogue of parametrised CRC algorithms, CRC-64/NVME', algorithm: 'CRC64NVME', vectors: [['123456789', 'ae8b14860a799888']] },
  {
    authority: 'NVM Command Set Specification, 64b CRC test cases',
    algorithm: 'CRC64NVME',
    vectors: [
      [new Uint8Array(4096), '6482d367eb22b64e'],
      [new Uint8Array(4096).fill(0xff), 'c0ddba7302eca3ac'],
      [ascending(4096), '3e729f5f6750449c'],
      [ascending(4096).reverse(), '9a2df64b8e9e517e'],
    ],
  },
];

describe('published digests', () => {
  for (const { authority, algorithm, vectors } of published) {
    it(`${algorithm}: ${authority}`, async () => {
      for (const [input, expected] of vectors) {
        assert.equal(await hex(algorithm, typeof input === 'string' ? bytesOf(input) : input), expected);
      }
    });
  }
});

describe('digests of bodies of every length up to 300 bytes', () => {
  const body = Uint8Array.from({ length: 300 }, (_, index) => (index * 73) % 256);
  const others = /** @type {const} */ ([['MD5', 'md5'], ['SHA1', 'sha1'], ['SHA256', 'sha256']]);
  for (const [algorithm, name] of others) {
    it(`${algorithm} is that of Node`, async () => {
      for (let length = 0; length <= body.length; length++) {
        const bytes = body.subarray(0, length);
        assert.equal(await digest(algorithm, bytes), createHash(name).update(bytes).digest('base64'));
      }
    });
  }
  it('CRC32 is that of zlib', async () => {
    for (let length = 0; length <= body.length; length++) {
      const bytes = body.subarray(0, length);
      assert.equal(await hex('CRC32', bytes), crc32(bytes).toString(16).padStart(8, '0'));
    }
  });
  it('the digest for a signature is SHA-256 in hexadecimal', async () => {
    assert.equal(await signedDigest(body), createHash('sha256').update(body).digest('hex'));
  });
});

describe('digestsFor', () => {
  const all = /** @type {const} */ (['MD5', ...checksumAlgorithms]);
  it('computes the digest of each header that is there, whatever its case and value, and no other', async () => {
    for (const algorithm of all) {
      const headers = /** @type {[string, string][]} */ ([[headerOf(algorithm).toUpperCase(), ''], ['x-amz-checksum-type', 'FULL_OBJECT']]);
      assert.deepEqual(await digestsFor(bytesOf('abc'), headers), [[headerOf(algorithm), await digest(algorithm, bytesOf('abc'))]]);
    }
    assert.deepEqual(await digestsFor(bytesOf('abc'), [['x-amz-sdk-checksum-algorithm', 'CRC32']]), []);
  });
});

describe('put/hashes.js', () => {
  const text = readFileSync(new URL('../../put/hashes.js', import.meta.url), 'utf8');
  it('is what `make hashes` writes', async () => assert.equal(await bundleHashes(), text));
  it('has the licence of the library', () => {
    const licence = readFileSync(new URL('../../node_modules/@noble/hashes/LICENSE', import.meta.url), 'utf8');
    assert.ok(text.replace(/^ \* ?/gm, '').includes(licence.trim()));
  });
  it('imports nothing', () => assert.doesNotMatch(text, /\bimport\b|\brequire\(/));
});
