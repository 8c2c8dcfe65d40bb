/**
 * One running instance of the module: the crossing of wasm/doc.go, and a new start when the instance has died.
 */

import { newProgram } from './go.js';
import { byteLength, encodeInto } from './wtf8.js';

/** @typedef {import('./globals.js').Program} Program */

/**
 * The exports of the module.
 *
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} mem
 * @property {(size: number) => number} input
 * @property {(operation: number, size: number) => number} call
 * @property {() => number} output
 */

/** The operation that any instance answers (wasm/doc.go). */
export const describe = 0;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Instance {
  /** @type {WebAssembly.Module} */
  #module;
  /** @type {Program | null} null after a start that failed */
  #go = null;
  /** @type {() => string} what the program has written */
  #output = () => '';
  /** @type {Exports} */
  #exports;
  /** The memory's bytes. It is made anew when the memory grows, which detaches the buffer. */
  #bytes = new Uint8Array();
  /** How many instances have died: what Go has kept is gone with each. */
  deaths = 0;

  /**
   * @param {WebAssembly.Module} module
   * @param {ReturnType<typeof newProgram>} program
   * @param {WebAssembly.Instance} instance
   */
  constructor(module, program, instance) {
    this.#module = module;
    this.#exports = this.#run(program, instance);
  }

  /**
   * Starts a module.
   *
   * @param {WebAssembly.Module} module
   */
  static async start(module) {
    const program = newProgram();
    return new Instance(module, program, await WebAssembly.instantiate(module, imports(program)));
  }

  /**
   * Go runs until main is parked, which it is when run() returns; the promise that run() gives is pending for as
   * long as the program lives, and keeps nothing alive.
   *
   * @param {ReturnType<typeof newProgram>} program
   * @param {WebAssembly.Instance} instance
   */
  #run({ go, output }, instance) {
    for (const name of ['mem', 'run', 'input', 'call', 'output']) {
      if (!(name in instance.exports)) throw new Error(`it does not export ${name}, so it is not the module of s3cors`);
    }
    go.run(instance).catch(() => {}); // what went wrong shows in the first call
    this.#go = go;
    this.#output = output;
    return /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  }

  /**
   * Performs an operation and gives its answer as it was sent. If the instance dies of it, another takes its place and
   * this call throws.
   *
   * @param {number} operation
   * @param {string} payload
   * @returns {any}
   */
  call(operation, payload) {
    if (this.#go === null) this.#restart();
    let cause;
    let answer = '';
    try {
      answer = this.#cross(operation, payload);
    } catch (error) {
      cause = error; // RangeError: the stack overflowed. RuntimeError: a trap. Go's recover sees neither.
    }
    // A program that has exited would still run if called, on a memory that is no longer sound.
    if (cause === undefined && !this.#go?.exited) return JSON.parse(answer);
    const output = this.#output().trim();
    this.#discard();
    try {
      this.#restart();
    } catch {
      // Where the stack is all but used up by the caller, the start fails too. The next call tries again.
    }
    throw new Error(`s3cors: the module has stopped${because(cause, output)}. ${verdict(cause)}`, { cause: cause ?? output });
  }

  /**
   * @param {number} operation
   * @param {string} payload
   */
  #cross(operation, payload) {
    const size = this.#write(payload);
    const length = this.#exports.call(operation, size);
    const start = this.#exports.output() >>> 0;
    return decoder.decode(this.#memory().subarray(start, start + length));
  }

  /**
   * Writes a payload and gives its size. Most are ASCII, with as many bytes as code units.
   *
   * @param {string} payload
   */
  #write(payload) {
    const { length } = payload;
    const { read } = encoder.encodeInto(payload, this.#room(length));
    if (read === length) return length;
    const size = byteLength(payload);
    encodeInto(payload, this.#room(size));
    return size;
  }

  /** @param {number} size */
  #room(size) {
    const start = this.#exports.input(size) >>> 0;
    return this.#memory().subarray(start, start + size);
  }

  #memory() {
    const { buffer } = this.#exports.mem;
    if (this.#bytes.buffer !== buffer) this.#bytes = new Uint8Array(buffer);
    return this.#bytes;
  }

  /** Starts the module anew, without waiting: it is compiled already. */
  #restart() {
    const program = newProgram();
    this.#exports = this.#run(program, new WebAssembly.Instance(this.#module, imports(program)));
    try {
      this.#cross(describe, ''); // throws if Go has not come to its main
    } catch (error) {
      this.#go = null;
      throw error;
    }
  }

  /** Lets go of the program. Its timers would run it again. */
  #discard() {
    for (const timer of this.#go?._scheduledTimeouts.values() ?? []) clearTimeout(timer);
    this.#go = null;
    this.deaths += 1;
  }
}

/** @param {ReturnType<typeof newProgram>} program */
function imports({ go }) {
  return /** @type {WebAssembly.Imports} */ (/** @type {unknown} */ (go.importObject));
}

/**
 * @param {unknown} cause
 * @param {string} output
 */
function because(cause, output) {
  const reason = cause instanceof Error ? cause.message : output.split('\n', 1)[0];
  return reason ? ` (${reason})` : '';
}

/** @param {unknown} cause */
function verdict(cause) {
  const whose = cause instanceof RangeError ? 'Unless the caller has used up the stack, this' : 'This';
  return `${whose} is a defect of s3cors; the next call works.`;
}
