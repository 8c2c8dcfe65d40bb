/** How the Makefile builds the module, for what is built beside it: tests see that the two agree. */

/** Where the overlay of `go build` is made, from the root: Go's runtime without what the module can do without. */
export const overlay = 'build/_runtime';

/** The flags of `go build`, in the root: without inlining outside the runtime there is less to download, and the build is the same wherever it is made. */
export const moduleFlags = [
  `-overlay=${overlay}/overlay.json`, '-trimpath', '-ldflags=-s -w -buildid=', '-gcflags=all=-l', '-gcflags=runtime/...=', '-gcflags=internal/runtime/...=', '-buildvcs=false',
];

/** The environment of the build: the collector of nogreenteagc has less code. */
export const moduleEnvironment = { GOOS: 'js', GOARCH: 'wasm', GOEXPERIMENT: 'nogreenteagc' };
