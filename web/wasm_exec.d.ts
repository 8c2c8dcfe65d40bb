/** wasm_exec.js is Go's own, copied by `make wasm`. It exports nothing: it sets globalThis.Go. */
export {};
