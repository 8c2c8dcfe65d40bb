/**
 * What the servers send, so that each element can load: the smallest image, sound, font, script and style sheet.
 */

/** @typedef {import('../../s3cors.js').FetchCall['via']} Via */

const image = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const sound = wave();
const font = trueType();

/** The media type that an element wants. */
export const mediaTypes = { img: 'image/png', script: 'text/javascript', stylesheet: 'text/css', font: 'font/ttf', media: 'audio/wav' };

/**
 * @param {Via} via
 * @param {string} url
 * @returns {string | Buffer}
 */
export function bodyFor(via, url) {
  switch (via) {
    case 'img': return image;
    case 'media': return sound;
    case 'font': return font;
    case 'stylesheet': return 'b { color: red }';
    // What a page learns of an exception tells a script that it may read from one that it may not.
    case 'script': return `throw new Error(${JSON.stringify(`aloud ${new URL(url).pathname.split('/')[1]}`)});`;
    default: return 'text';
  }
}

/** A tenth of a second of silence: PCM, mono, 8 bits, 8 kHz. */
function wave() {
  const samples = 800;
  const bytes = Buffer.alloc(44 + samples, 0x80);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples, 40);
  return bytes;
}

/** A TrueType font with an empty glyph for A, and no more than engines insist on. */
function trueType() {
  const name = Buffer.from('T', 'utf16le').swap16();
  /** @type {Record<string, Buffer>} */
  const tables = {
    'OS/2': words(4, 500, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x20, 0x20, 0x40, 65, 65, 800, -200, 200, 1000, 200, 0, 1, 0, 0, 0, 0, 32, 1),
    // One table for Windows, format 4: A is glyph 1.
    cmap: words(0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, 65, 0xffff, 0, 65, 0xffff, 1 - 65, 1, 0, 0),
    glyf: Buffer.alloc(4),
    head: words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, 1024, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 800, 0, 8, 2, 0, 0),
    hhea: words(1, 0, 800, -200, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2),
    hmtx: words(500, 0, 500, 0),
    loca: words(0, 0, 0),
    maxp: words(1, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    name: Buffer.concat([words(0, 1, 18, 3, 1, 0x409, 1, name.length, 0), name]),
    post: words(3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
  };
  const tags = Object.keys(tables);
  const directory = [words(1, 0, tags.length, 128, 3, tags.length * 16 - 128)];
  const contents = [];
  let offset = 12 + 16 * tags.length;
  for (const tag of tags) {
    const length = tables[tag].length;
    const padded = Buffer.concat([tables[tag], Buffer.alloc((4 - (length % 4)) % 4)]);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
    const entry = Buffer.alloc(16);
    entry.write(tag, 0);
    entry.writeUInt32BE(sum, 4);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(length, 12);
    directory.push(entry);
    contents.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([...directory, ...contents]);
}

/** @param {number[]} values */
function words(...values) {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => bytes.writeUInt16BE(value & 0xffff, 2 * index));
  return bytes;
}
