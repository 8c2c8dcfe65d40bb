// Configurations with a call each, by the task that people have. Each fails, or is worth a look, for a reason that many have met.

import { around } from './examples/around.js';
import { reading } from './examples/reading.js';
import { uploads } from './examples/uploads.js';
import { opening } from './opening.js';

/** @import { Example } from './types.js' */

/** @type {Example[]} */
export const examples = [opening, ...uploads, ...reading, ...around];
