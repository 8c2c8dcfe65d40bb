/**
 * The content coding aws-chunked: chunks as in HTTP, each with its signature or none, and trailers after the last
 * (AWS API reference, "Signature calculations: transferring payload in multiple chunks").
 */

/**
 * Decodes a body.
 *
 * @param {Buffer} body
 * @returns {{ bytes: Buffer, trailers: [name: string, value: string][] }}
 */
export function decodeChunked(body) {
  /** @type {Buffer[]} */
  const chunks = [];
  for (let at = 0; ; ) {
    const line = lineAt(body, at);
    const size = Number.parseInt(line.text, 16); // what follows ';' is the signature
    if (Number.isNaN(size)) throw new Error(`aws-chunked: ${JSON.stringify(line.text)} is no size of a chunk`);
    if (size === 0) return { bytes: Buffer.concat(chunks), trailers: trailersAt(body, line.next) };
    const end = line.next + size;
    chunks.push(body.subarray(line.next, end));
    if (body.toString('latin1', end, end + 2) !== '\r\n') throw new Error('aws-chunked: a chunk does not end in CR LF');
    at = end + 2;
  }
}

/**
 * @param {Buffer} body
 * @param {number} at
 * @returns {[name: string, value: string][]}
 */
function trailersAt(body, at) {
  /** @type {[string, string][]} */
  const trailers = [];
  for (const line of body.toString('utf8', at).split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers.push([line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]);
  }
  return trailers;
}

/**
 * @param {Buffer} body
 * @param {number} at
 */
function lineAt(body, at) {
  const end = body.indexOf('\r\n', at);
  if (end < 0) throw new Error('aws-chunked: the body ends within a line');
  return { text: body.toString('latin1', at, end), next: end + 2 };
}
