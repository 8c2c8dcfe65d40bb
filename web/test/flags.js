/** How the Makefile builds the module, for what is built beside it: tests see that the two agree. */

/** The flags of `go build`: without inlining there is less to download, and the build is the same wherever it is made. */
export const moduleFlags = ['-trimpath', '-ldflags=-s -w -buildid=', '-gcflags=all=-l', '-buildvcs=false'];

/** The environment of the build: the collector of nogreenteagc has less code. */
export const moduleEnvironment = { GOOS: 'js', GOARCH: 'wasm', GOEXPERIMENT: 'nogreenteagc' };
