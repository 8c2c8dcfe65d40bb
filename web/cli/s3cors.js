#!/usr/bin/env node
/** The program `s3cors`. */

import { main } from './main.js';

// A reader that has seen enough, as `head` has, closes the pipe: that is no failure of this program.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv.slice(2), process);
