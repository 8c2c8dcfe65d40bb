/**
 * Registers <s3-cors-editor> and wraps each code block in it that is marked for it: with the language "s3-cors", or with the word
 * "s3-cors" behind another language, as far as the generator of the page writes it down.
 */

import { S3CORSEditor } from './define.js';
import { blockAround, callBehind, isMarked, optionsOf } from './fences.js';

export { S3CORSEditor };

/**
 * @param {ParentNode} [root]
 * @returns {S3CORSEditor[]}
 */
export function upgrade(root = document) {
  const marked = Array.from(root.querySelectorAll('[class*="s3-cors"], [data-lang*="s3-cors"], [data-language*="s3-cors"]')).filter(isMarked);
  return marked.flatMap((mark) => {
    const block = blockAround(mark);
    // A mark may stand on several elements of one block.
    if (!block || block.closest('s3-cors-editor')) return [];
    const element = /** @type {S3CORSEditor} */ (document.createElement('s3-cors-editor'));
    for (const [name, value] of Object.entries(optionsOf(mark))) element.setAttribute(name, value);
    const call = callBehind(block);
    block.replaceWith(element);
    element.append(block, ...(call ? [call] : []));
    return [element];
  });
}

if (globalThis.document) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => upgrade());
  else upgrade();
}
