// The engine sets out before the panes are made: it has the longest way.

import { load } from '../s3cors.js';

/** @type {Promise<WebAssembly.Module> | undefined} What first.js has begun. */
const begun = /** @type {any} */ (globalThis).s3corsFirst?.module;

// A server may have another media type for the module: then it is asked for once more, and compiled as bytes.
export const engine = begun ? begun.then((wasm) => load({ wasm }), () => load()) : load();
engine.catch(() => {}); // the page tells of it
