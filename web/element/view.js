// What an element shows: the panes of the page, as many as its view has.

import { createAnswerChoice } from '../page/answer-choice.js';
import { createCallForm } from '../page/call-form.js';
import { createConsoles } from '../page/consoles.js';
import { createDiagnostics } from '../page/diagnostics.js';
import { withEdits } from '../page/edits.js';
import { h } from '../page/element.js';
import { createEvaluation } from '../page/evaluate.js';
import { createExchange } from '../page/exchange.js';
import { createLighting } from '../page/lighting.js';
import { marksOf, restingPath } from '../page/marks.js';
import { createReadable } from '../page/readable.js';
import { createResponse } from '../page/response.js';
import { createSourcePane } from '../page/source-pane.js';
import { createTabs } from '../page/tabs.js';
import { createWhy } from '../page/why.js';
import { writeBack } from '../page/write-back.js';
import { iconSheet } from './icons.js';
import { createElementVerdict } from './verdict.js';

/** @import { Fix, S3CORS, Span } from '../s3cors.js' */
/** @import { Evaluation, State } from '../page/types.js' */
/** @import { View } from './element.js' */

/** @typedef {{ api: S3CORS, view: View, readOnly: boolean, theme: string, state: State, change: (change: Partial<State>) => void }} ViewOptions */
/** @typedef {ReturnType<typeof createView>} ElementView */

/** The tabs of the answer, by the ids of their panels. */
const tabs = { why: 'Why', exchange: 'Exchange', response: 'Response', consoles: 'Consoles', readable: 'Readable' };

/**
 * @param {ShadowRoot} root
 * @param {ViewOptions} options
 */
export function createView(root, { api, view, readOnly, theme, state, change }) {
  let current = state;
  /** @type {Evaluation | null} */
  let latest = null;
  const evaluate = createEvaluation(api);
  const edits = view === 'full' || view === 'editor';

  /** @param {Partial<State>} next */
  const edit = (next) => {
    current = { ...current, ...next };
    change(next);
  };
  /** @param {Fix} fix */
  const apply = (fix) => {
    if (!latest) return;
    const text = fix.edits ? withEdits(current.text, fix.edits) : writeBack(api, fix.configuration, latest.source ?? current.text, current.text, latest.validation.format);
    source?.setText(text);
    edit({ text });
    root.querySelector('textarea')?.focus();
  };
  /** @param {Span} span */
  const reveal = (span) => source?.reveal(span);

  const verdict = view === 'editor' ? null : createElementVerdict();
  const config = edits ? configSection(view) : null;
  const request = view === 'full' ? h('section', { class: 'request', part: 'call', 'aria-label': 'Request' }) : null;
  const answer = view === 'editor' ? null : answerSection(view);
  const frame = h('div', { class: 's3', part: 'frame', 'data-view': view, 'data-theme': theme || null }, iconSheet(), config?.section, request, verdict?.section, answer?.section);
  root.append(frame);

  const source = config ? createSourcePane(config.editor, current.text, { change: (text) => edit({ text }), point: (path) => lighting.point(path, true) }) : null;
  const lighting = createLighting(root, (path, pointed) => source?.light(path, pointed));
  const field = root.querySelector('textarea');
  if (field) field.readOnly = readOnly;
  const list = config ?? answer?.said;
  const diagnostics = list ? createDiagnostics(list.bar, list.list, { place: edits ? reveal : null, apply: edits && !readOnly ? apply : null }) : null;
  const form = request ? createCallForm(inFieldset(request, readOnly), (call) => edit({ call }), (server) => edit({ server })) : null;
  form?.update(current.call, current.server);
  const panes = answer ? panesOf(answer.panels, edits ? reveal : null, lighting.again) : null;
  const choice = answer?.choice ? createAnswerChoice(answer.choice, (shown) => edit({ shown })) : null;
  const chosen = answer?.tabs ? createTabs(answer.tabs, () => latest && render(latest)) : null;

  /** @param {Evaluation} evaluation */
  const render = (evaluation) => {
    const { text, call } = evaluation;
    const called = call.page.trim() !== '';
    verdict?.update(evaluation);
    source?.setMarks(marksOf(evaluation), evaluation.validation.diagnostics);
    diagnostics?.update(evaluation, []);
    if (config?.folded) {
      config.folded.hidden = evaluation.validation.diagnostics.length === 0;
      if (evaluation.validation.diagnostics.some(({ severity }) => severity === 'error')) config.folded.open = true;
    }
    form?.tell(evaluation);
    const panel = chosen?.selected ?? (view === 'exchange' ? 'exchange' : 'why');
    choice?.update(evaluation, panel);
    panes?.[panel]?.update(evaluation);
    // Without a call there is nothing to answer: what is said of the configuration stands there instead.
    if (answer && view !== 'full') {
      answer.panels[panel].hidden = !called || text.trim() === '';
      answer.said.section.hidden = called;
    }
    lighting.rest(restingPath(evaluation));
  };

  return {
    /**
     * Works out a state, shows what follows from it, and gives that.
     *
     * @param {State} next
     * @returns {Evaluation}
     */
    update(next) {
      if (next.call !== current.call || next.server !== current.server) form?.update(next.call, next.server);
      current = next;
      if (source && source.text !== next.text) source.setText(next.text);
      latest = evaluate(next);
      render(latest);
      return latest;
    },
    focus: () => (field ?? frame).focus(),
    /** @param {string} theme */
    setTheme(theme) {
      if (theme) frame.dataset.theme = theme;
      else delete frame.dataset.theme;
    },
    /** Goes, with all that listens beyond the element. */
    leave() {
      verdict?.leave();
      field?.dispatchEvent(new CompositionEvent('compositionend'));
      source?.leave();
      frame.remove();
    },
  };
}

/**
 * Where a call is judged, what there is to say of the configuration stands behind its numbers, so that the verdict is not far.
 *
 * @param {View} view
 */
function configSection(view) {
  const editor = h('div', { class: 'editor', id: 'editor' });
  const bar = h('div', { class: 'bar', tabindex: '-1' });
  const list = h('div', { id: 'diagnostics' });
  const folded = view === 'full' ? h('details', { class: 'folded' }, h('summary', null, 'Errors, warnings and notes'), list) : null;
  return { section: h('section', { class: 'config', part: 'source', 'aria-label': 'Configuration' }, editor, bar, folded ?? list), editor, bar, list, folded };
}

/** @param {View} view */
function answerSection(view) {
  const full = view === 'full';
  const names = full ? Object.keys(tabs) : [view === 'exchange' ? 'exchange' : 'why'];
  const panels = Object.fromEntries(names.map((name, at) => [name, h('div', { id: name, class: 'pad', ...(full && { role: 'tabpanel', 'aria-labelledby': `t-${name}` }), hidden: at > 0 })]));
  const list = full ? h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Answer as' }, Object.entries(tabs).map(([name, word], at) => h('button', { role: 'tab', type: 'button', id: `t-${name}`, 'aria-controls': name, 'aria-selected': String(at === 0), tabindex: at === 0 ? null : '-1' }, word))) : null;
  const choice = full ? h('div', { class: 'seg push', role: 'group', 'aria-label': 'The answer to', hidden: true }) : null;
  const bar = h('div', { class: 'bar' });
  const diagnostics = h('div', { id: 'diagnostics' });
  const said = { section: h('div', { class: 'said', hidden: full }, bar, diagnostics), bar, list: diagnostics };
  const section = h('section', { class: 'answer', part: 'answer', 'aria-label': 'Answer' }, full ? h('div', { class: 'head' }, list, choice) : null, Object.values(panels), full ? null : said.section);
  return { section, panels, tabs: list, choice, said };
}

/**
 * @param {Record<string, HTMLElement>} panels
 * @param {((span: Span) => void) | null} reveal
 * @param {() => void} light  Lights what is drawn later.
 * @returns {Record<string, { update(evaluation: Evaluation): void }>}
 */
function panesOf(panels, reveal, light) {
  const create = { why: (/** @type {HTMLElement} */ host) => createWhy(host, reveal, light), exchange: createExchange, response: createResponse, consoles: createConsoles, readable: createReadable };
  return Object.fromEntries(Object.entries(panels).map(([name, host]) => [name, create[/** @type {keyof typeof create} */ (name)](host)]));
}

/**
 * @param {HTMLElement} section
 * @param {boolean} disabled
 */
function inFieldset(section, disabled) {
  const form = h('div', { class: 'form' });
  section.append(h('fieldset', { disabled }, form));
  return form;
}
