/**
 * Go's wasm_exec.js sets globals: `Go`, and `fs`, `path` and `process` where they are missing. This module is evaluated
 * before it and takeGo() is called after it, with nothing in between, since modules that are imported statically are
 * evaluated in one go. So no other script ever sees the globals, and what a page had under these names it has again.
 */

const names = ['Go', 'fs', 'path', 'process'];
const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));

/**
 * What the loader uses of Go's class.
 *
 * @typedef {object} Program
 * @property {{ gojs: Record<string, (sp: number) => void> }} importObject
 * @property {DataView} mem
 * @property {Record<string, string>} env
 * @property {boolean} [exited]
 * @property {(code: number) => void} exit
 * @property {(instance: WebAssembly.Instance) => Promise<void>} run
 * @property {WebAssembly.Instance} _inst
 * @property {Map<number, ReturnType<typeof setTimeout>>} _scheduledTimeouts
 */

/**
 * Takes Go's class, and leaves the globals as they were.
 *
 * @returns {new () => Program}
 */
export function takeGo() {
  const { Go } = /** @type {any} */ (globalThis);
  names.forEach((name, index) => {
    const descriptor = before[index];
    if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, descriptor);
  });
  return Go;
}
