// The page's style sheet as a shadow tree takes it: what the page says of its root and of its window holds for the element's box.

import { boxStyle } from './box.js';
import { sheetText } from './sheet-text.js';

/** @type {Promise<CSSStyleSheet[]> | null} */
let sheets = null;

/**
 * The sheets that all elements of a page share. They are constructed, which a policy without 'unsafe-inline' allows (CSP 3, section 8.2).
 *
 * @returns {Promise<CSSStyleSheet[]>}
 */
export function sharedSheets() {
  if (sheets === null) {
    sheets = construct();
    sheets.catch(() => (sheets = null)); // the next element tries again
  }
  return sheets;
}

async function construct() {
  return [inBox(await sheetText()), boxStyle].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

/** What holds all that the element shows. */
const box = '.s3';

/**
 * Rules of the page as rules of a box. Each token of the root may be set from outside, by a property of the same name behind
 * "--s3cors-". Queries of the window's width ask for the element's, which is a container. Light and dark are the surroundings'.
 *
 * @param {string} text
 */
export function inBox(text) {
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/([^{}]*:root[^{}]*)\{([^}]*)\}/g, (_, selectors, rules) => `${selectors.replaceAll(':root', box)}{${tokens(rules)}}`)
    .replace(/@media\s*(\((?:min|max)-width\s*:[^)]*\))/g, '@container $1')
    .replace(/(^|[}{,]\s*)(?:html|body|main)(?=\s*[{,])/g, `$1${box}-none`);
}

/** @param {string} rules  Of the root. */
function tokens(rules) {
  return rules.replace(/color-scheme\s*:\s*light dark;?/g, '').replace(/--([a-z0-9-]+)\s*:\s*([^;}]+)/g, '--$1:var(--s3cors-$1,$2)');
}
