// The look of the code editor: the metrics of the plain text that it takes the place of, so that nothing moves.

import { EditorView } from '@codemirror/view';

const underline = (/** @type {string} */ colour) => ({ textDecoration: `underline wavy ${colour} 1.2px`, textUnderlineOffset: '3px', textDecorationSkipInk: 'none' });
const button = { minHeight: '28px', padding: '0 10px', border: '1px solid var(--line)', borderRadius: 'var(--r)', background: 'var(--pane)', color: 'inherit', font: '500 var(--t-m)/18px var(--sans)', cursor: 'pointer', backgroundImage: 'none' };

export const theme = EditorView.theme({
  '&': { maxHeight: 'inherit', color: 'var(--ink)', background: 'none' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', lineHeight: '20px', minHeight: '260px', overflow: 'auto', scrollbarWidth: 'thin', scrollbarColor: 'var(--edge) transparent' },
  '.cm-content': { padding: 'var(--s3) 0', caretColor: 'var(--ink)', minHeight: '260px' },
  '.cm-content.cm-lineWrapping': { whiteSpace: 'break-spaces', wordBreak: 'break-all', overflowWrap: 'normal' },
  '.cm-line': { padding: '0 var(--gut) 0 0' },
  '.cm-content ::selection, .cm-content::selection': { background: 'var(--select)' },
  '.cm-placeholder': { color: 'var(--mute)' },
  '.cm-specialChar': { color: 'var(--bad)' },

  // The margin: 40 pixels for folds and numbers, 20 for marks.
  '.cm-gutters': { background: 'none', border: '0', color: 'var(--mute)', fontSize: '12px', width: 'var(--src-left)', zIndex: '1' },
  '.cm-lineNumbers': { width: 'calc(var(--src-left) - 20px)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0', minWidth: '0' },
  '.cm-foldGutter': { width: '0', overflow: 'visible' },
  '.cm-foldGutter .cm-gutterElement': { position: 'relative', width: '0' },
  '.fold': { position: 'absolute', left: '0', top: '0', zIndex: '1', width: '18px', height: '20px', display: 'grid', placeItems: 'center', cursor: 'pointer', opacity: '0' },
  '.fold svg': { width: '12px', height: '12px' },
  '.fold.shut svg': { transform: 'rotate(-90deg)' },
  '.fold.shut, .cm-gutters:hover .fold': { opacity: '1' },
  '.marks': { width: '20px' },
  '.marks .cm-gutterElement': { position: 'relative' },
  '.marks .cm-gutterElement[class*=at-]': { cursor: 'pointer' },
  '.marks .cm-gutterElement::after': { position: 'absolute', left: '6px', top: '6px', width: '8px', height: '8px', forcedColorAdjust: 'none' },
  '.marks .at-info::after': { content: '""', border: '1.5px solid var(--soft)', borderRadius: '50%' },
  '.marks .at-warning::after': { content: '""', background: 'var(--warn)', clipPath: 'polygon(50% 0,100% 100%,0 100%)' },
  '.marks .at-error::after': { content: '""', background: 'var(--bad)', borderRadius: '1px' },
  '.cm-foldPlaceholder': { border: '1px solid var(--line)', background: 'var(--sunk)', color: 'var(--soft)', padding: '0 6px', margin: '0 4px' },

  // The evidence, and what is said of it.
  '.cm-line .error': underline('var(--bad)'),
  '.cm-line .warning': underline('var(--warn)'),
  '.cm-line .lit': { background: 'var(--accent-bg)', transition: 'background-color .12s' },
  '.cm-line .lit:not(.list)': { boxShadow: '0 0 0 2px var(--accent-bg)', borderRadius: '3px' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': { background: 'none', boxShadow: 'inset 0 -1px var(--ink), inset 0 1px var(--ink)', color: 'inherit' },
  '&.cm-focused .cm-nonmatchingBracket, .cm-nonmatchingBracket': { background: 'none' },
  '.cm-searchMatch': { background: 'var(--warn-bg)', boxShadow: 'inset 0 0 0 1px var(--warn-line)' },
  '.cm-searchMatch-selected': { background: 'var(--warn-line)' },
  '.cm-selectionMatch': { background: 'var(--sunk)' },

  // Tips and completions.
  '.cm-tooltip': { background: 'var(--pane)', color: 'var(--ink)', border: '1px solid var(--edge)', borderRadius: 'var(--r)', zIndex: '5' },
  '.tip-problem': { maxWidth: 'min(480px, calc(100vw - 32px))', padding: 'var(--s2) var(--s3)', font: 'var(--t-m)/18px var(--sans)' },
  '.tip-problem li + li': { borderTop: '1px solid var(--line)', marginTop: 'var(--s2)', paddingTop: 'var(--s2)' },
  '.tip-problem p': { overflowWrap: 'anywhere' },
  '.tip-problem p:first-child': { display: 'flex', gap: 'var(--s2)' },
  '.tip-problem svg': { marginTop: '1px' },
  '.tip-problem p + p': { paddingLeft: '24px' },
  '.tip-problem .apply': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 'var(--s2)', paddingTop: 'var(--s2)' },
  '.tip-problem .b': { whiteSpace: 'normal', textAlign: 'left' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: '13px/20px var(--mono)', maxHeight: '168px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 10px', lineHeight: '20px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent-bg)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'var(--sans)', fontSize: 'var(--t-s)', color: 'var(--soft)' },

  // Search.
  '.cm-panels': { background: 'var(--sunk)', color: 'var(--ink)', zIndex: '2' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 8px', padding: 'var(--s2) 40px var(--s2) var(--gut)', font: 'var(--t-m)/18px var(--sans)' },
  '.cm-panel.cm-search br': { flexBasis: '100%', content: '""' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '6px', margin: '0', fontSize: 'var(--t-s)', minHeight: '24px' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button': { margin: '0' },
  '.cm-textfield': { flex: '0 1 180px', width: 'auto', border: '1px solid var(--edge)', background: 'var(--pane)', borderRadius: 'var(--r)', fontSize: 'var(--t-m)', padding: '0 8px', color: 'inherit' },
  '.cm-button': button,
  '.cm-panel.cm-search [name=close]': { ...button, position: 'absolute', top: '8px', right: '8px', width: '28px', padding: '0', borderColor: 'transparent', background: 'none', fontSize: '18px' },
});
