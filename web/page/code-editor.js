// The code editor takes the place of the plain text. It is loaded when the page has answered.

import { byId } from './element.js';

/** @import { PlainSource, SourceHost, SourcePane } from './types.js' */

/** Milliseconds until it is tried again, where a word is being composed. */
const AGAIN = 200;

/**
 * Puts it there. Where it does not arrive, the plain text stays.
 *
 * @param {PlainSource} plain
 * @param {SourceHost} host
 * @param {(editor: SourcePane) => void} onPut
 */
export async function bringEditor(plain, host, onPut) {
  const arrived = await import('./editor/editor.js').catch(() => null);
  const put = () => {
    const editor = arrived?.createCodeEditor(byId('editor'), plain, host);
    if (editor) onPut(editor);
    else if (arrived) setTimeout(put, AGAIN);
  };
  put();
}
