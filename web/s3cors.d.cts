/** The API for programs that use require(). s3cors.d.ts has it all. */

import type { LoadOptions, S3CORS } from './s3cors.js' with { 'resolution-mode': 'import' };

export type * from './s3cors.js' with { 'resolution-mode': 'import' };

/** Starts the module, once for each wasm; concurrent calls share one start, a failed start can be tried again. */
export function load(options?: LoadOptions): Promise<S3CORS>;
