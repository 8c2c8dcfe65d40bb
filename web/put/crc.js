/**
 * The cyclic redundancy checks among S3's checksums. Their parameters are those of the "Catalogue of parametrised CRC
 * algorithms" (Greg Cook): bits reflected, all ones at the start, inverted at the end.
 */

/** CRC-32/ISO-HDLC, that of zlib and PNG. */
export const crc32 = makeCRC([0xedb88320]);
/** CRC-32/ISCSI, named Castagnoli's too (RFC 3720, section 12.1). */
export const crc32c = makeCRC([0x82f63b78]);
/** CRC-64/NVME (NVM Express, NVM Command Set Specification). */
export const crc64nvme = makeCRC([0x9a6c9329, 0xac4bc9b5]);

/**
 * Makes the function that gives a checksum's bytes, the most significant first.
 *
 * @param {[low: number] | [high: number, low: number]} polynomial in words of 32 bits, reflected; the register has as many
 * @returns {(bytes: Uint8Array) => Uint8Array<ArrayBuffer>}
 */
function makeCRC(polynomial) {
  const wide = polynomial.length === 2;
  const [polynomialHigh, polynomialLow] = wide ? polynomial : [0, polynomial[0]];
  const highs = new Uint32Array(256);
  const lows = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let [high, low] = [0, byte];
    for (let bit = 0; bit < 8; bit++) {
      const odd = low & 1;
      low = (low >>> 1) | (high << 31);
      high >>>= 1;
      if (odd) [high, low] = [high ^ polynomialHigh, low ^ polynomialLow];
    }
    [highs[byte], lows[byte]] = [high, low];
  }
  return (bytes) => {
    let [high, low] = [wide ? -1 : 0, -1];
    for (const byte of bytes) {
      const index = (low ^ byte) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ lows[index];
      high = (high >>> 8) ^ highs[index];
    }
    const view = new DataView(new ArrayBuffer(wide ? 8 : 4));
    if (wide) view.setUint32(0, ~high);
    view.setUint32(wide ? 4 : 0, ~low);
    return new Uint8Array(view.buffer);
  };
}
