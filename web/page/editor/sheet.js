// Where the editor's style rules go. The content security policy forbids <style> elements, which style-mod makes for documents; for
// a root without a head it makes a constructed style sheet, which the policy allows (CSP 3, section 8.2; CSSOM, "create a constructed CSSStyleSheet").

import { StyleModule } from 'style-mod';

/**
 * Has the rules of all editors in a document put into one constructed style sheet.
 *
 * @param {Document} document
 */
export function useConstructedSheet(document) {
  const root = /** @type {Record<symbol, unknown> & ShadowRoot} */ (/** @type {unknown} */ ({
    ownerDocument: document,
    get adoptedStyleSheets() {
      return document.adoptedStyleSheets;
    },
    set adoptedStyleSheets(sheets) {
      document.adoptedStyleSheets = sheets;
    },
  }));
  StyleModule.mount(root, []);
  // The set of rules is remembered on its root under a symbol; from here on it is the document's too.
  for (const symbol of Object.getOwnPropertySymbols(root)) /** @type {any} */ (document)[symbol] = root[symbol];
}
