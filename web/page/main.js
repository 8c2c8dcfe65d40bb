// The page: one state, evaluated on every edit, shown by panes that know nothing of each other.

import { load } from '../s3cors.js';
import { createAnswerChoice } from './answer-choice.js';
import { createCallForm } from './call-form.js';
import { createConsoles } from './consoles.js';
import { createDiagnostics, nextDiagnostic } from './diagnostics.js';
import { byId } from './element.js';
import { createEvaluation } from './evaluate.js';
import { examples } from './examples.js';
import { createExchange } from './exchange.js';
import { createHistory } from './history.js';
import { createLighting } from './lighting.js';
import { marksOf, restingPath } from './marks.js';
import { createMenu } from './menu.js';
import { createOutput } from './output.js';
import { createPasteBox } from './paste-box.js';
import { createReadable } from './readable.js';
import { createResponse } from './response.js';
import { createRuleCards } from './rule-cards.js';
import { wireShortcuts } from './shortcuts.js';
import { createSourcePane } from './source-pane.js';
import { createState } from './state.js';
import { createTabs } from './tabs.js';
import { wireTheme } from './theme.js';
import { createVerdict } from './verdict.js';
import { createWhy } from './why.js';
import { writeBack } from './write-back.js';

/** @import { CORSConfiguration, Fix, S3CORS, Span } from '../s3cors.js' */
/** @import { Evaluation, State } from './types.js' */

/** @type {S3CORS | null} */
let api = null;
/** @type {((state: State) => Evaluation) | null} */
let evaluate = null;
/** @type {Evaluation | null} */
let latest = null;
/** @type {number[]} */
let unwritten = [];
let rested = true;

const state = createState(examples[0].state);
const announcer = byId('announce', HTMLElement);
const undo = byId('undo', HTMLButtonElement);
const redo = byId('redo', HTMLButtonElement);
const lighting = createLighting(document);
const source = createSourcePane(byId('editor', HTMLElement));
const history = createHistory(state.current.text);
const verdict = createVerdict(showPlace, () => loadExample(0));
const cards = createRuleCards(byId('rules', HTMLElement), editByCard, announce, (rules) => {
  unwritten = rules;
  render();
});
const form = createCallForm(byId('request-form', HTMLElement), (call) => state.set({ call }), (server) => setCall({ server }));
const why = createWhy(byId('why', HTMLElement), showPlace);
const response = createResponse(byId('response', HTMLElement));
const exchange = createExchange(byId('exchange', HTMLElement));
const consoles = createConsoles(byId('consoles', HTMLElement));
const readable = createReadable(byId('readable', HTMLElement));
const choice = createAnswerChoice(byId('answer-choice', HTMLElement), (shown) => state.set({ shown }));
const diagnostics = createDiagnostics(byId('config-bar', HTMLElement), byId('diagnostics', HTMLElement), { place: showPlace, apply: applyFix });
const output = createOutput(announce);
const configTabs = createTabs(byId('config-tabs', HTMLElement), () => render());
const answerTabs = createTabs(byId('answer-tabs', HTMLElement), () => render());
createPasteBox(byId('paste', HTMLTextAreaElement), byId('pasted', HTMLElement), { api: () => api, state: () => state.current, change: setCall, announce });
createMenu(byId('examples', HTMLButtonElement), byId('examples-menu', HTMLElement), examples, loadExample);
wireTheme(byId('theme', HTMLButtonElement));
wireShortcuts({ verdict: () => verdict.focus(), diagnostic: showDiagnostic, undo: () => step(history.undo()), redo: () => step(history.redo()) });

source.setText(state.current.text);
form.update(state.current.call, state.current.server);
source.onChange(typed);
source.onPoint((path) => lighting.point(path));
undo.addEventListener('click', () => step(history.undo()));
redo.addEventListener('click', () => step(history.redo()));
state.subscribe(update);
start();

/** Starts the module. Nothing on the page waits for it but the answer. */
async function start() {
  try {
    api = await load();
  } catch (error) {
    verdict.show({ face: 'no', lead: 'The engine of this page did not start.', say: [], cause: [{ said: String(error) }, ' Load the page again.'] });
    return;
  }
  evaluate = createEvaluation(api);
  document.documentElement.dataset.ready = 'true';
  update();
}

/** Works out and shows what follows from the state. */
function update() {
  if (!evaluate) return;
  latest = evaluate(state.current);
  render();
}

function render() {
  undo.disabled = !history.canUndo;
  redo.disabled = !history.canRedo;
  if (!latest) return;
  verdict.update(latest);
  byId('rule-count', HTMLElement).textContent = String(latest.configuration?.CORSRules.length ?? '');
  source.setMarks(marksOf(latest));
  if (configTabs.selected === 'rules') cards.update(latest);
  diagnostics.update(latest, unwritten);
  form.tell(latest);
  choice.update(latest, answerTabs.selected);
  why.update(latest);
  const panel = { response, exchange, consoles, readable }[answerTabs.selected];
  panel?.update(latest);
  output.update(latest);
  lighting.rest(restingPath(latest));
}

/** An edit by hand. A paste of many lines may come as one edit for each: the first counts at once, the others together. */
function typed() {
  if (!rested) return;
  rested = false;
  setText(source.text, true);
  setTimeout(() => {
    rested = true;
    if (source.text !== state.current.text) typed();
  });
}

/**
 * @param {string} text
 * @param {boolean} byHand
 */
function setText(text, byHand) {
  history.record(text, byHand, performance.now());
  state.set({ text });
}

/**
 * Another call or server, which the form shows too.
 *
 * @param {Partial<State>} change
 */
function setCall(change) {
  form.update(change.call ?? state.current.call, change.server ?? state.current.server);
  state.set(change);
}

/** @param {CORSConfiguration} configuration */
function editByCard(configuration) {
  if (!api || !latest) return;
  replaceText(writeBack(api, configuration, state.current.text, latest.validation.format));
}

/** @param {string} text */
function replaceText(text) {
  source.setText(text);
  setText(source.text, false);
}

/** @param {string | null} text */
function step(text) {
  if (text === null) return;
  source.setText(text);
  state.set({ text: source.text });
}

/** @param {Fix} fix */
function applyFix(fix) {
  const text = state.current.text;
  if (fix.edits) {
    const edits = fix.edits.toSorted((a, b) => b.span.start - a.span.start);
    replaceText(edits.reduce((all, { span, text: part }) => all.slice(0, span.start) + part + all.slice(span.end), text));
  } else editByCard(fix.configuration);
  byId('config-bar', HTMLElement).focus();
  announce(`Done: ${fix.title}.`);
}

/** @param {number} index */
function loadExample(index) {
  const { text, ...rest } = examples[index].state;
  source.setText(text);
  history.record(source.text, false, performance.now());
  form.update(rest.call, rest.server);
  state.set({ text: source.text, ...rest });
}

/** @param {Span} span */
function showPlace(span) {
  configTabs.select('source');
  source.reveal(span);
}

/** @param {boolean} back */
function showDiagnostic(back) {
  const span = nextDiagnostic(latest?.validation.diagnostics ?? [], source.caret, back);
  if (span) showPlace(span);
  else announce('There is no diagnostic with a place.');
}

/** @param {string} message */
function announce(message) {
  announcer.textContent = message;
}
