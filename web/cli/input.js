/** Files and standard input, as text. */

import { isUtf8 } from 'node:buffer';
import { createReadStream, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Lines } from './lines.js';
import { nearest } from './nearest.js';
import { UsageError } from './usage.js';

/** @import { Terminal } from './types.js' */

/** More than anything that is read here has: a configuration has 64 KB, and a template with one in it a few megabytes. */
const most = 32 << 20;

/**
 * @typedef {object} Input
 * @property {string} name  As it was given; 'stdin' for '-'.
 * @property {string} uri  Relative to the working directory where it is in it.
 * @property {string} text
 * @property {Lines} lines
 */

/**
 * @param {string} operand
 * @param {Terminal} terminal
 * @returns {Promise<Input>}
 */
export async function readInput(operand, terminal) {
  const name = operand === '-' ? 'stdin' : operand;
  const text = decode(await readBytes(operand, name, terminal), name);
  return { name, uri: operand === '-' ? 'stdin' : uriOf(operand), text, lines: new Lines(text) };
}

/**
 * @param {string} operand
 * @param {string} name
 * @param {Terminal} terminal
 */
async function readBytes(operand, name, terminal) {
  try {
    if (operand !== '-' && (await stat(operand)).isDirectory()) throw new UsageError(`${name} is a directory`, `Name the files in it, such as ${name.replace(/\/+$/, '')}/cors.xml.`);
    const parts = [];
    let size = 0;
    for await (const part of operand === '-' ? terminal.stdin : createReadStream(operand)) {
      parts.push(Buffer.from(part));
      size += part.length;
      if (size > most) throw new UsageError(`${name} has more than ${most >> 20} MB; S3 takes 64 KB`, 'Name the file that holds the CORS configuration.');
    }
    return Buffer.concat(parts);
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(operand, name, /** @type {NodeJS.ErrnoException} */ (error));
  }
}

/**
 * @param {string} operand
 * @param {string} name
 * @param {NodeJS.ErrnoException} error
 */
function unreadable(operand, name, error) {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const meant = neighbour(operand);
      return new UsageError(`there is no file ${name}`, meant ? `Write ${meant}.` : 'Check the path, or write - to read standard input.');
    }
    case 'EACCES':
    case 'EPERM':
      return new UsageError(`${name} may not be read`, 'Check the permissions of the file and of its directories.');
  }
  return new UsageError(`${name} cannot be read: ${error.message}`);
}

/**
 * A file beside it with nearly its name.
 *
 * @param {string} operand
 */
function neighbour(operand) {
  try {
    const meant = nearest(basename(operand), readdirSync(dirname(operand)));
    return meant === undefined ? undefined : `${operand.slice(0, operand.length - basename(operand).length)}${meant}`;
  } catch {
    return undefined;
  }
}

/**
 * UTF-8, or UTF-16 with a byte order mark, which `>` writes in Windows PowerShell.
 *
 * @param {Buffer} bytes
 * @param {string} name
 */
function decode(bytes, name) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16le').decode(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16());
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  let line = 1;
  for (let start = 0; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  throw new UsageError(`${name} is not UTF-8: line ${line} has other bytes`, 'Save the file as UTF-8.');
}

/** @param {string} operand */
function uriOf(operand) {
  const path = relative('', operand);
  if (path.startsWith('..') || resolve(path) === path) return pathToFileURL(operand).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}
