/**
 * Go's runtime for JavaScript, as a module that leaves nothing on globalThis.
 *
 * It is a module of its own so that it is evaluated once, however often s3cors.js is (under another query, say): a
 * second evaluation would not evaluate wasm_exec.js again, and would find no `Go`.
 */

import { takeGo } from './globals.js';
import '../wasm_exec.js';

/** @typedef {import('./globals.js').Program} Program */

const Go = takeGo();

/** Enough for the trace of a panic. */
const keptOutput = 16_384;

/**
 * A program of Go's that is not yet running. What it writes is gathered: it writes only when it fails, and then the
 * text is told with the error. (wasm_exec.js would write to the global `fs`, which is gone.)
 *
 * @returns {{ go: Program, output: () => string }}
 */
export function newProgram() {
  const go = new Go();
  // Rarer collections: a call leaves some hundred kilobytes behind, and a collection stops it for milliseconds. Editing a configuration of
  // 100 rules, the memory comes to 11 MB with 100 (Go's default), 15 with 200, 22 with 400 and 38 with 800. With 400 there are a quarter of the
  // collections of 100; beyond that there is no time to be gained any more.
  go.env = { GOGC: '400' };
  let output = '';
  const decoder = new TextDecoder();
  go.exit = () => {};
  // func wasmWrite(fd uintptr, p unsafe.Pointer, n int32), read from Go's stack as wasm_exec.js does.
  go.importObject.gojs['runtime.wasmWrite'] = (sp) => {
    const at = sp >>> 0;
    const start = go.mem.getUint32(at + 16, true);
    const length = go.mem.getInt32(at + 24, true);
    const text = decoder.decode(new Uint8Array(go.mem.buffer, start, length), { stream: true });
    output = (output + text).slice(0, keptOutput);
  };
  return { go, output: () => output };
}
