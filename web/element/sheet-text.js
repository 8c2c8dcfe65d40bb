// Where the page's style sheet comes from. A bundle puts its text here instead.

import { assets } from './engine.js';

/** @returns {Promise<string>} */
export async function sheetText() {
  const response = await fetch(assets.style ?? new URL('../page/style.css', import.meta.url));
  if (!response.ok) throw new Error(`${response.url} has status ${response.status}`);
  return response.text();
}
