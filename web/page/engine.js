// The engine sets out before the page does: it has the longest way. index.html loads this module by itself, and does not wait for it.

import { load } from '../s3cors.js';

export const engine = load();
engine.catch(() => {}); // the page tells of it
