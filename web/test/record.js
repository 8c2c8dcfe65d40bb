/**
 * What crosses to the module, recorded, and the answers of the native program to the same.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

import { makeAPI } from '../loader/api.js';
import { Instance } from '../loader/instance.js';
import { byteLength, encodeInto } from '../loader/wtf8.js';

/** @typedef {{ operation: number, payload: string, answer: string }} Crossing  The answer is as JSON.stringify writes it. */

/** An API of its own, and what has crossed so far. */
export async function startRecording() {
  const instance = await Instance.start(await WebAssembly.compile(await readFile(new URL('../s3cors.wasm', import.meta.url))));
  /** @type {Crossing[]} */
  const crossings = [];
  const api = makeAPI({
    deaths: 0,
    call(operation, payload) {
      const answer = instance.call(operation, payload);
      crossings.push({ operation, payload, answer: JSON.stringify(answer) });
      return answer;
    },
  });
  return { api, crossings };
}

/**
 * The answers of the native program, a line for each crossing.
 *
 * @param {string} file
 * @param {Crossing[]} crossings
 */
export async function answerNatively(file, crossings) {
  const program = spawn(file, { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  program.stdin.end(crossings.map(line).join(''));
  const [code] = await once(program, 'close');
  if (code !== 0) throw new Error(`the native program ended with ${code}`);
  return output.split('\n').slice(0, -1);
}

/** @param {Crossing} crossing */
function line({ operation, payload }) {
  const bytes = Buffer.alloc(byteLength(payload));
  encodeInto(payload, bytes);
  return `${operation} ${bytes.toString('base64')}\n`;
}
