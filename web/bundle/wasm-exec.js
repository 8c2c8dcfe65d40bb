/**
 * Go's wasm_exec.js with no more of it than the module asks for: the rest, three quarters, is what programs need that call JavaScript or the
 * system. Where it is written in another way than here is known, as another version of Go may have it, that stays.
 */

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Stretches that make or drop what has a name, which is their second group; the first is their indentation. */
const stretches = [
  /^(\t{4})(_gotest): \{(?:\n(?:\1\t.*)?)*\n\1\},\n/gm,
  // functions of importObject.gojs
  /^(\t{5})"([\w./]+)": \(\w+\) => \{(?:\n(?:\1\t.*)?)*\n\1\},\n/gm,
  // globals that are put there, or that have to be there
  /^(\t)if \(!globalThis\.(\w+)\) \{(?:\n(?:\1\t.*)?)*\n\1\}\n/gm,
  // constants, functions among them
  /^(\t+)const (\w+) = [^;\n]*(?:(?:\n(?:\1\t.*)?)*\n\1[\])}]+)?;?\n/gm,
  // methods and members of the program that are its own
  /^(\t\t)(_\w+)\([\w, ]*\) \{(?:\n(?:\1\t.*)?)*\n\1\}\n/gm,
  /^(\t+)(?:delete )?this\.(_\w+)(?: = [^;\n]*(?:(?:\n(?:\1\t.*)?)*\n\1[\])}]+)?)?;.*\n/gm,
];

/** What loader/go.js puts another function in the place of, and what loader/instance.js looks at. */
const replaced = 'runtime.wasmWrite';
const lookedAt = '_scheduledTimeouts';

/**
 * @param {string} text  wasm_exec.js.
 * @param {string[]} imports  The names of the functions that the module imports, and of the modules that these are of.
 */
export function withoutUnused(text, imports) {
  // From JavaScript's values Go may come to anything.
  if (imports.some((name) => name.startsWith('syscall/js.'))) return text;
  const asked = [...imports.filter((name) => name !== replaced), lookedAt].join('\n');
  for (let before = ''; before !== text; ) {
    before = text;
    for (const stretch of stretches) text = withoutUnnamed(text, stretch, asked);
  }
  return text;
}

/**
 * Leaves out those stretches whose name is nowhere else.
 *
 * @param {string} text
 * @param {RegExp} stretch
 * @param {string} asked
 */
function withoutUnnamed(text, stretch, asked) {
  for (const name of new Set(Array.from(text.matchAll(stretch), ([, , name]) => name))) {
    const rest = text.replace(stretch, (whole, _, found) => (found === name ? '' : whole));
    if (!new RegExp(`\\b${name}\\b`).test(rest + asked)) text = rest;
  }
  return text;
}

/** Bundles it for the module that lies beside it. @returns {import('esbuild').Plugin} */
export function usedWasmExec() {
  return {
    name: 'wasm_exec',
    setup(build) {
      build.onLoad({ filter: /[/\\]wasm_exec\.js$/ }, async ({ path }) => {
        const module = await WebAssembly.compile(await readFile(join(dirname(path), 's3cors.wasm')));
        const imports = WebAssembly.Module.imports(module).flatMap(({ module, name }) => [module, name]);
        return { contents: withoutUnused(await readFile(path, 'utf8'), imports), loader: 'js' };
      });
    },
  };
}
