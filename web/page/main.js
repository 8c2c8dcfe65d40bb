// The page: one state, evaluated on every edit, shown by panes that know nothing of each other.

import { load } from '../s3cors.js';
import { createDiagnostics, nextDiagnostic } from './diagnostics.js';
import { byId } from './element.js';
import { createEvaluation } from './evaluate.js';
import { examples } from './examples.js';
import { createHistory } from './history.js';
import { createLighting } from './lighting.js';
import { marksOf, restingPath } from './marks.js';
import { createMenu } from './menu.js';
import { createOutput } from './output.js';
import { createRequestForm } from './request-form.js';
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
/** @import { Evaluation } from './evaluate.js' */

/** @type {S3CORS | null} */
let api = null;
/** @type {((state: import('./state.js').State) => Evaluation) | null} */
let evaluate = null;
/** @type {Evaluation | null} */
let latest = null;

const state = createState(examples[0].state);
const announcer = byId('announce', HTMLElement);
const undo = byId('undo', HTMLButtonElement);
const redo = byId('redo', HTMLButtonElement);
const lighting = createLighting(document);
const source = createSourcePane(byId('editor', HTMLElement));
const history = createHistory(state.current.text);
const verdict = createVerdict(showPlace, () => loadExample(0));
const cards = createRuleCards(byId('rules', HTMLElement), editByCard, announce);
const request = createRequestForm(byId('request-form', HTMLElement), (next) => state.set({ request: next }));
const why = createWhy(byId('why', HTMLElement), showPlace);
const response = createResponse(byId('response', HTMLElement));
const diagnostics = createDiagnostics(byId('config-bar', HTMLElement), byId('diagnostics', HTMLElement), { place: showPlace, apply: applyFix });
const output = createOutput(announce);
const configTabs = createTabs(byId('config-tabs', HTMLElement), () => render());
createTabs(byId('answer-tabs', HTMLElement));
createMenu(byId('examples', HTMLButtonElement), byId('examples-menu', HTMLElement), examples, loadExample);
wireTheme(byId('theme', HTMLButtonElement));
wireShortcuts({ verdict: () => verdict.focus(), diagnostic: showDiagnostic, undo: () => step(history.undo()), redo: () => step(history.redo()) });

source.setText(state.current.text);
request.update(state.current.request);
source.onChange((text) => setText(text, true));
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
  diagnostics.update(latest);
  why.update(latest);
  response.update(latest);
  output.update(latest);
  lighting.rest(restingPath(latest));
}

/**
 * @param {string} text
 * @param {boolean} typed
 */
function setText(text, typed) {
  history.record(text, typed, performance.now());
  state.set({ text });
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
  const { text, request: next } = examples[index].state;
  source.setText(text);
  history.record(source.text, false, performance.now());
  request.update(next);
  state.set({ text: source.text, request: next });
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
