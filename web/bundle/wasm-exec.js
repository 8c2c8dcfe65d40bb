/**
 * Go's wasm_exec.js with no more of it than the module asks for: the rest, nearly half, is what programs need that call JavaScript or the
 * system. Where it is written in another way than here is known, as another version of Go may have it, that stays.
 */

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Functions of importObject.gojs by their names; calls of the system that are not implemented; functions of the constructor by theirs. */
const imported = /^\t{5}"([\w./]+)": \(sp\) => \{\n[^]*?^\t{5}\},\n/gm;
const unimplemented = /^\t{3}\w+\([\w, ]*\) \{ callback\(enosys\(\)\); \},\n/gm;
const internal = /^\t{3}const (\w+) = \([\w, ]*\) => \{\n[^]*?^\t{3}\}\n/gm;

/**
 * @param {string} text  wasm_exec.js.
 * @param {Set<string>} imports  The names of the functions that the module imports.
 */
export function withoutUnused(text, imports) {
  let next = text.replace(imported, (whole, name) => (imports.has(name) ? whole : ''));
  // Go calls the system through JavaScript's values, or not at all.
  if (![...imports].some((name) => name.startsWith('syscall/js.'))) next = next.replace(unimplemented, '');
  for (let before = ''; before !== next; ) {
    before = next;
    next = before.replace(internal, (whole, name) => (before.split(new RegExp(`\\b${name}\\b`)).length > 2 ? whole : ''));
  }
  return next;
}

/** Bundles it for the module that lies beside it. @returns {import('esbuild').Plugin} */
export function usedWasmExec() {
  return {
    name: 'wasm_exec',
    setup(build) {
      build.onLoad({ filter: /[/\\]wasm_exec\.js$/ }, async ({ path }) => {
        const module = await WebAssembly.compile(await readFile(join(dirname(path), 's3cors.wasm')));
        const imports = new Set(WebAssembly.Module.imports(module).map(({ name }) => name));
        return { contents: withoutUnused(await readFile(path, 'utf8'), imports), loader: 'js' };
      });
    },
  };
}
