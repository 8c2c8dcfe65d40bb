/** The command line in a folder of its own, with a terminal or a pipe around it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Readable, Writable } from 'node:stream';

import { main } from '../../cli/main.js';

/**
 * Works in an empty folder that has these files, until the tests of the file have ended.
 *
 * @param {Record<string, string | Buffer>} files
 */
export function inFolder(files) {
  const place = { folder: '' };
  const home = process.cwd();
  before(() => {
    place.folder = mkdtempSync(join(tmpdir(), 's3cors-cli-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place.folder, name), text);
    process.chdir(place.folder);
  });
  after(() => {
    process.chdir(home);
    rmSync(place.folder, { recursive: true, force: true });
  });
  return place;
}

/**
 * @typedef {object} Surroundings
 * @property {string | Buffer} [stdin]
 * @property {boolean} [isTTY]
 * @property {number} [columns]
 * @property {Record<string, string>} [env]
 */

/**
 * Carries out a command line, its words separated by blanks.
 *
 * @param {string | string[]} words
 * @param {Surroundings} [surroundings]
 */
export async function s3cors(words, { stdin = '', isTTY = false, columns, env = {} } = {}) {
  const written = { stdout: '', stderr: '' };
  const stream = (/** @type {keyof typeof written} */ name) => Object.assign(new Writable({
    write(part, _, done) {
      written[name] += part;
      done();
    },
  }), { isTTY, ...(columns !== undefined && { columns }) });
  const terminal = { stdin: Readable.from([Buffer.from(stdin)]), stdout: stream('stdout'), stderr: stream('stderr'), env };
  const code = await main(typeof words === 'string' ? words.split(' ') : words, terminal);
  return { code, ...written };
}
