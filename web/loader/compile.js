/**
 * From what the caller has (a URL, a path, bytes, a response, a module) to a compiled module.
 */

/** @typedef {NonNullable<import('../s3cors.js').LoadOptions['wasm']>} Wasm */

const mediaType = 'application/wasm';

/**
 * What a start is known by: a URL by its text, everything else by itself.
 *
 * @param {Wasm} wasm
 * @returns {string | object}
 */
export function keyOf(wasm) {
  if (typeof wasm === 'string') return resolve(wasm).href;
  if (isA(wasm, 'URL')) return /** @type {URL} */ (wasm).href;
  if (['Response', 'WebAssembly.Module', 'ArrayBuffer'].some((name) => isA(wasm, name)) || ArrayBuffer.isView(wasm)) return wasm;
  throw new TypeError('s3cors.load: wasm must be a URL, a string, bytes, a Response or a WebAssembly.Module');
}

/**
 * Compiles what a key stands for.
 *
 * @param {string | object} key
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(key) {
  if (isA(key, 'WebAssembly.Module')) return /** @type {WebAssembly.Module} */ (key);
  if (isA(key, 'Response')) return compileResponse(/** @type {Response} */ (key));
  if (isA(key, 'DataView')) {
    const { buffer, byteOffset, byteLength } = /** @type {DataView<ArrayBuffer>} */ (key);
    return WebAssembly.compile(new Uint8Array(buffer, byteOffset, byteLength)); // Node 20 takes no DataView
  }
  if (typeof key !== 'string') return WebAssembly.compile(/** @type {BufferSource} */ (key));
  const url = new URL(key);
  if (url.protocol === 'file:') return WebAssembly.compile(await readFile(url));
  return compileResponse(await fetch(url));
}

/**
 * Compiles while the response arrives where that is possible: browsers do it for this media type only
 * (WebAssembly Web API, compile a potential WebAssembly response).
 *
 * @param {Response} response
 */
async function compileResponse(response) {
  if (!response.ok) throw new Error(`${response.url || 'the response'} has status ${response.status}`);
  if (response.headers.get('Content-Type') === mediaType && 'compileStreaming' in WebAssembly) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Reads a file, in Node. The name of Node's module is kept from bundlers that build for browsers.
 *
 * @param {URL} url
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function readFile(url) {
  const name = 'node:fs/promises';
  const files = await import(/* @vite-ignore */ /* webpackIgnore: true */ name);
  return files.readFile(url);
}

/**
 * A string is a URL. A relative one is of the document or the Worker, and in Node, where it may be a path, of the working
 * directory.
 *
 * @param {string} text
 */
function resolve(text) {
  const { document, location, process } = /** @type {any} */ (globalThis);
  const page = document?.baseURI ?? location?.href;
  if (page !== undefined) return new URL(text, page);
  if (/^[a-z]:[\\/]/i.test(text)) return new URL(`file:///${encodePath(text.replaceAll('\\', '/'))}`);
  if (URL.canParse(text)) return new URL(text);
  const folder = `file:///${encodePath(process.cwd().replaceAll('\\', '/').replace(/^\//, ''))}/`;
  return new URL(encodePath(text), folder);
}

/**
 * A path may hold what would end the path of a URL.
 *
 * @param {string} path
 */
function encodePath(path) {
  return path.replaceAll('%', '%25').replaceAll('?', '%3F').replaceAll('#', '%23');
}

/**
 * Whether a value is of a platform's class, of this realm or another.
 *
 * @param {unknown} value
 * @param {string} name
 */
function isA(value, name) {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}
