/** The functions of @noble/hashes that hashes.js holds. Each gives the digest's bytes. */
export function md5(bytes: Uint8Array): Uint8Array;
export function sha1(bytes: Uint8Array): Uint8Array;
export function sha256(bytes: Uint8Array): Uint8Array;
