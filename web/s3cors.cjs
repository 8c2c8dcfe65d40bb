'use strict';

/**
 * s3cors for programs that use require(): the same module, which is loaded with the first call.
 *
 *     const { load } = require('s3cors');
 */

/** @type {typeof import('./s3cors.cjs').load} */
exports.load = async (options) => (await import('./s3cors.js')).load(options);
