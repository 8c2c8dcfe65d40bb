// Packing and unpacking with the platform's own deflate (RFC 1951). What is unpacked may be hostile: it stops at a limit.

/** Bytes that are unpacked at a time. As deflate packs a thousandfold at most, no more than a megabyte comes of them. */
const SLICE = 1_024;

/**
 * @param {string} text
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function deflate(text) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * The text that was packed; null where it is longer than `limit` bytes of UTF-8, is cut off or was never packed.
 *
 * @param {Uint8Array<ArrayBuffer>} packed
 * @param {number} limit
 * @returns {Promise<string | null>}
 */
export async function inflate(packed, limit) {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const reader = readable.getReader();
  feed(writable.getWriter(), packed).catch(() => {}); // the reader hears of it
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
}

/**
 * Waits before each slice until what came of the one before was read.
 *
 * @param {WritableStreamDefaultWriter<BufferSource>} writer
 * @param {Uint8Array<ArrayBuffer>} packed
 */
async function feed(writer, packed) {
  for (let at = 0; at < packed.length; at += SLICE) {
    await writer.ready;
    await writer.write(packed.subarray(at, at + SLICE));
  }
  await writer.close();
}

/** @param {Uint8Array} bytes */
export function toBase64URL(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += SLICE) binary += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer> | null}  null where it is no base64url.
 */
export function fromBase64URL(text) {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
