// Saving what the page has made as a file.

import { h } from './element.js';

/**
 * @param {string} name
 * @param {string} type  The media type.
 * @param {string} text
 */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
