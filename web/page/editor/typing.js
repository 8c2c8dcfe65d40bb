// A typed letter goes into the text by the editor's own way. The usual one, that the browser changes what is drawn and the editor reads back
// what it has done, lays the text out once more and takes a twentieth of a key longer. All other ways to write stay the browser's:
// composing, dictating, replacing, correcting, and the keyboards of touch screens, which look at what the browser does.

import { EditorView } from '@codemirror/view';

export const typing = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data } = event;
    if (!data || navigator.maxTouchPoints > 0 || !isLetterAtCaret(event, view)) return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/**
 * Whether a letter is to be put where the editor has its caret, and nothing taken away for it. An accent that is chosen from a letter
 * that is held comes as a letter too, in place of the one that stands before the caret.
 *
 * @param {InputEvent} event
 * @param {EditorView} view
 */
function isLetterAtCaret(event, view) {
  const { inputType, isComposing, cancelable } = event;
  const { ranges, main } = view.state.selection;
  return inputType === 'insertText' && !isComposing && !view.composing && cancelable && !view.state.readOnly
    && ranges.length === 1 && main.empty && placesOf(event).every((place) => place.collapsed && view.posAtDOM(place.startContainer, place.startOffset) === main.head);
}

/**
 * What is to be replaced. Chromium tells only of what is not selected, and the editor learns later of what the browser selects.
 *
 * @param {InputEvent} event
 */
function placesOf(event) {
  const selection = document.getSelection();
  return [...event.getTargetRanges(), ...(selection?.rangeCount ? [selection.getRangeAt(0)] : [])];
}
