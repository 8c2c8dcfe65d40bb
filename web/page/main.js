// From the address to the page. What the address asks for is waited for here and not in the page: the examples are loaded for it, and they
// share files with the page.

import { openingOf } from './address.js';
import { createPage } from './page.js';

const asked = await openingOf(location.hash);
if (asked.kind === 'bare') await /** @type {any} */ (globalThis).s3corsFirst?.drawn;
createPage(asked);
