// The code editor. It takes the place of the plain text in the same box, with all that was there: text, steps of undo, selection,
// scroll and focus.

import { acceptCompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { bracketMatching, codeFolding, foldGutter, foldKeymap } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorSelection, EditorState, Prec, Transaction } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { h, icon } from '../element.js';
import { hasLongLine, pathAt, words } from '../source-pane.js';
import { completion } from './completion.js';
import { differenceOf } from './difference.js';
import { areSame, evidence, margin, setLit, setMarks } from './evidence.js';
import { folds } from './folds.js';
import { form } from './form.js';
import { problems, setDiagnostics, showProblemsOf, showProblemsOfLine } from './problems.js';
import { useConstructedSheet } from './sheet.js';
import { theme } from './theme.js';
import { typing } from './typing.js';

/** @import { PlainSource, SourceHost, SourcePane } from '../types.js' */

/** A text that the page has set, which need not be told to it: an edit, or more of the one before. @type {import('@codemirror/state').AnnotationType<'edit' | 'more'>} */
const byPage = Annotation.define();
/** Typing that rests for longer begins a new step; milliseconds. */
const PAUSE = 500;
/** Longer than the 65,536 bytes that S3 takes. */
const LONGEST_LINE = 100_000;
/** Escape, then Tab, leaves: however long the user takes between them; milliseconds. */
const NO_HURRY = 3_600_000;

/**
 * Null while the plain text cannot go.
 *
 * @param {HTMLElement} host
 * @param {PlainSource} plain
 * @param {SourceHost} tell
 * @returns {SourcePane | null}
 */
export function createCodeEditor(host, plain, tell) {
  const before = plain.leave();
  if (!before) return null;
  useConstructedSheet(document);
  const { start, end } = before.selected;
  const view = new EditorView({
    state: replayed(stateOf(before.steps[0], tell), before.steps, before.at).update({ selection: before.backward ? { anchor: end, head: start } : { anchor: start, head: end } }).state,
  });
  host.append(view.dom, h('p', { class: 'vh', id: 'source-keys' }, 'Tab indents. Escape, then Tab, leaves the editor.'));
  view.scrollDOM.scrollTo(before.left, before.top);
  if (before.focused) view.contentDOM.focus({ preventScroll: true });
  return paneOf(view);
}

/**
 * @param {EditorView} view
 * @returns {SourcePane}
 */
function paneOf(view) {
  let doc = view.state.doc;
  let text = doc.toString();
  /** The field that was typed in last; its letters are one step, however long it takes. @type {Element | null} */
  let field = null;
  return {
    get text() {
      if (view.state.doc !== doc) {
        doc = view.state.doc;
        text = doc.toString();
      }
      return text;
    },
    get selected() {
      const { from, to } = view.state.selection.main;
      return { start: from, end: to };
    },
    get canUndo() {
      return undoDepth(view.state) > 0;
    },
    get canRedo() {
      return redoDepth(view.state) > 0;
    },
    undo() {
      field = null;
      undo(view);
    },
    redo() {
      field = null;
      redo(view);
    },
    setText(next, typing) {
      const now = typing ? document.activeElement : null;
      const transaction = another(view.state, next, !now ? 'full' : now === field ? null : 'before');
      field = now;
      if (transaction) view.dispatch(transaction);
    },
    setMarks(marks, diagnostics) {
      setDiagnostics(view, diagnostics);
      // Most keys only move the marks, which the editor does by itself.
      if (!areSame(marks, view.state.field(evidence).marks)) view.dispatch({ effects: setMarks.of(marks) });
    },
    light(path, scroll) {
      const { lit, marks } = view.state.field(evidence);
      if (lit !== path) view.dispatch({ effects: setLit.of(path) });
      const mark = scroll && marks.find((candidate) => candidate.path === path && candidate.kind !== 'list');
      if (mark) showWithin(view, mark.start);
    },
    reveal({ start, end }, problem = false) {
      const length = view.state.doc.length;
      const range = EditorSelection.range(Math.min(start, length), Math.min(end, length));
      view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: 'center' }) });
      view.focus();
      if (problem) showProblemsOf(view, { start, end });
    },
  };
}

/**
 * @param {string} text
 * @param {SourceHost} tell
 */
function stateOf(text, tell) {
  return EditorState.create({
    doc: text,
    extensions: [
      theme,
      EditorView.contentAttributes.of({ id: 'source-text', class: 'src', tabindex: '0', 'aria-label': words.label, 'aria-describedby': 'source-keys' }),
      placeholder(words.placeholder),
      wrapping(text),
      foldGutter({ markerDOM: foldMarker }),
      lineNumbers(),
      margin(showProblemsOfLine),
      highlightSpecialChars(),
      steps(),
      codeFolding({ placeholderText: '…' }),
      folds,
      form,
      evidence,
      bracketMatching(),
      highlightSelectionMatches({ minSelectionLength: 3 }),
      search({ top: true }),
      completion(tell.latest),
      problems(tell.fix),
      typing,
      Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
      keymap.of([...completionKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap, indentWithTab, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')]),
      telling(tell),
    ],
  });
}

/** Undo: typing that goes on is one step, and so is what is typed into a field of a card. */
function steps() {
  let last = 0;
  return [
    history({
      newGroupDelay: 86_400_000,
      joinToEvent: (transaction, isAdjacent) => transaction.annotation(byPage) === 'more' || (isAdjacent && (transaction.annotation(Transaction.time) ?? 0) - last < PAUSE),
    }),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) last = Date.now();
    }),
  ];
}

/**
 * Lines are wrapped, but on phones, where only minified text is, and where one is longer than any configuration.
 *
 * @param {string} text
 */
function wrapping(text) {
  const wrap = new Compartment();
  const phone = matchMedia('(max-width:640px)');
  const wanted = (/** @type {string} */ now) => (!phone.matches || hasLongLine(now)) && (now.length < LONGEST_LINE || now.split('\n').every((line) => line.length < LONGEST_LINE));
  let is = wanted(text);
  return [
    wrap.of(is ? EditorView.lineWrapping : []),
    EditorView.updateListener.of(({ view, docChanged, geometryChanged }) => {
      if (!docChanged && !geometryChanged) return;
      const now = !phone.matches && view.state.doc.length < LONGEST_LINE ? true : wanted(view.state.doc.toString());
      if (now === is) return;
      is = now;
      view.dispatch({ effects: wrap.reconfigure(is ? EditorView.lineWrapping : []) });
    }),
  ];
}

/** @param {boolean} open */
function foldMarker(open) {
  return h('span', { class: open ? 'fold' : 'fold shut', title: open ? 'Fold' : 'Unfold' }, icon('down'));
}

/**
 * What the page is told of: edits, and the value under caret and pointer.
 *
 * @param {SourceHost} tell
 */
function telling(tell) {
  return [
    EditorView.updateListener.of(({ view, docChanged, selectionSet, transactions }) => {
      if (transactions.some((transaction) => transaction.annotation(byPage))) return;
      if (docChanged) tell.change(view.state.doc.toString(), editOf(transactions));
      else if (!selectionSet || !view.hasFocus) return;
      const { from, to } = view.state.selection.main;
      tell.point(pathAt(view.state.field(evidence).marks, from, to));
    }),
    EditorView.domEventHandlers({
      pointermove: ({ target }) => void tell.point(target instanceof Element ? (target.closest('[data-mark]')?.getAttribute('data-mark') ?? null) : null),
      pointerleave: () => void tell.point(null),
      blur: () => void tell.point(null),
      keyup: ({ key }, view) => void (key === 'Escape' && view.setTabFocusMode(NO_HURRY)),
    }),
  ];
}

/** @param {readonly Transaction[]} transactions */
function editOf(transactions) {
  if (transactions.some((transaction) => transaction.isUserEvent('undo') || transaction.isUserEvent('redo'))) return 'step';
  const edit = transactions.find((transaction) => transaction.docChanged);
  let whole = false;
  edit?.changes.iterChanges((from, to, _, __, inserted) => {
    whole = from === 0 && to === edit.startState.doc.length && inserted.length > 1;
  });
  return whole ? 'another' : 'typed';
}

/**
 * The change that makes another text of it where they differ, in one step of undo.
 *
 * @param {EditorState} state
 * @param {string} text
 * @param {'full' | 'before' | null} isolated  From which steps it is kept apart; null: it is a part of the one before.
 */
function another(state, text, isolated) {
  const changes = differenceOf(state.doc.toString(), text);
  return changes && state.update({ changes, userEvent: 'input.type', annotations: isolated ? [byPage.of('edit'), isolateHistory.of(isolated)] : byPage.of('more') });
}

/**
 * Goes the steps of undo that there were before, so that they can be taken back.
 *
 * @param {EditorState} state
 * @param {string[]} steps
 * @param {number} at
 */
function replayed(state, steps, at) {
  for (const step of steps.slice(1)) state = another(state, step, 'full')?.state ?? state;
  for (let i = steps.length - 1; i > at; i--) undo({ state, dispatch: (transaction) => (state = transaction.state) });
  return state;
}

/**
 * Brings a place into view by scrolling the editor and nothing else.
 *
 * @param {EditorView} view
 * @param {number} at
 */
function showWithin(view, at) {
  const { top, bottom } = view.lineBlockAt(at);
  const { scrollTop, clientHeight } = view.scrollDOM;
  if (top < scrollTop || bottom > scrollTop + clientHeight) view.scrollDOM.scrollTop = top - clientHeight / 2;
}
