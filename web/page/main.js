// The page: one state, evaluated on every edit, shown by panes that know nothing of each other.

import { load } from '../s3cors.js';
import { createAllowedTable } from './allowed-table.js';
import { createAnswerChoice } from './answer-choice.js';
import { createCallForm } from './call-form.js';
import { createChanges } from './changes.js';
import { createConfigurations } from './configurations.js';
import { createConsoles } from './consoles.js';
import { createDiagnostics, nextDiagnostic } from './diagnostics.js';
import { callOf } from './differences.js';
import { withEdits } from './edits.js';
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
import { createSuggestions } from './suggestions.js';
import { createTabs } from './tabs.js';
import { createTests } from './tests-panel.js';
import { wireTheme } from './theme.js';
import { createVerdict } from './verdict.js';
import { createWhy } from './why.js';
import { writeBack } from './write-back.js';

/** @import { CORSConfiguration, Fix, PreflightRequest, S3CORS, Span } from '../s3cors.js' */
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
/** @type {Map<string, string | null>} What changes were told against when a text was on screen, where another was loaded then. */
const baselines = new Map();

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
const configurations = createConfigurations(byId('configurations', HTMLElement), { api: () => api, change: (change) => state.set(change) });
const meaning = createAllowedTable(byId('meaning', HTMLElement), { api: () => api, play: playWitness });
const tests = createTests(byId('tests', HTMLElement), byId('test-count', HTMLElement), { api: () => api, announce });
const suggestions = createSuggestions(byId('suggestions', HTMLElement), { api: () => api, apply: applySuggestion, offer: (suggestion) => {
  if (suggestion === null) verdict.offer(latest?.exchange?.outcome === 'readable' && latest.readable && latest.validation.accepted ? { label: 'Keep as a test', main: false, act: () => tests.keep() } : null);
  else verdict.offer(suggestion === 'pending' ? suggestion : { label: suggestion.title, main: true, act: () => suggestions.applyFirst() });
} });
const changes = createChanges(byId('changes', HTMLElement), { api: () => api, play: playWitness, announce });
const output = createOutput({ api: () => api, apply: applyChange, announce });
const configTabs = createTabs(byId('config-tabs', HTMLElement), () => render());
const answerTabs = createTabs(byId('answer-tabs', HTMLElement), () => render());
createPasteBox(byId('paste', HTMLTextAreaElement), byId('pasted', HTMLElement), { api: () => api, state: () => state.current, change: setCall, announce });
createMenu(byId('examples', HTMLButtonElement), byId('examples-menu', HTMLElement), examples, loadExample);
wireTheme(byId('theme', HTMLButtonElement));
wireShortcuts({ verdict: () => verdict.focus(), diagnostic: showDiagnostic, undo: () => step(history.undo()), redo: () => step(history.redo()) });

source.setText(state.current.text);
form.update(state.current.call, state.current.server);
source.onChange((_, another) => typed(another));
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
  if (configTabs.selected === 'meaning') meaning.update(latest);
  configurations.update(latest);
  tests.update(latest);
  diagnostics.update(latest, unwritten);
  changes.update(latest);
  suggestions.update(latest);
  form.tell(latest);
  choice.update(latest, answerTabs.selected);
  why.update(latest);
  const panel = { response, exchange, consoles, readable }[answerTabs.selected];
  panel?.update(latest);
  output.update(latest);
  lighting.rest(restingPath(latest));
}

/**
 * An edit by hand. A paste of many lines may come as one edit for each: the first counts at once, the others together.
 *
 * @param {boolean} [another]  Whether it put another text in place of all that was there.
 */
function typed(another = false) {
  if (!rested) return;
  rested = false;
  if (another) loaded(source.text);
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
  const baseline = baselines.get(text);
  if (baseline !== undefined) changes.load(baseline);
  source.setText(text);
  state.set({ text: source.text });
}

/**
 * Changes the text as a fix or a suggestion says, in one step of undo.
 *
 * @param {Pick<Fix, 'title' | 'configuration' | 'edits'>} change
 */
function applyChange({ title, configuration, edits }) {
  if (edits) replaceText(withEdits(state.current.text, edits));
  else editByCard(configuration);
  announce(`Done: ${title}. Undo takes it back.`);
}

/** @param {Fix} fix */
function applyFix(fix) {
  const buttons = () => /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll('#diagnostics .apply .b')));
  const at = buttons().indexOf(/** @type {HTMLElement} */ (document.activeElement));
  applyChange(fix);
  (buttons()[at] ?? byId('config-bar', HTMLElement)).focus();
}

/** @param {Fix} suggestion */
function applySuggestion(suggestion) {
  const fromList = byId('suggestions', HTMLElement).contains(document.activeElement);
  applyChange(suggestion);
  if (fromList) verdict.focus();
}

/**
 * Another text takes the place of the one on screen: what changes from here on is told against it.
 *
 * @param {string} text
 */
function loaded(text) {
  baselines.set(state.current.text, changes.baseline);
  baselines.set(text, null);
  changes.load(null);
}

/** @param {PreflightRequest} witness */
function playWitness(witness) {
  setCall({ call: callOf(witness, state.current.call), shown: null });
  byId('page', HTMLInputElement).focus();
}

/** @param {number} index */
function loadExample(index) {
  const { text, ...rest } = examples[index].state;
  loaded(text);
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
  const span = nextDiagnostic(latest?.validation.diagnostics ?? [], source.selected, back);
  if (span) showPlace(span);
  else announce('There is no diagnostic with a place.');
}

/** @param {string} message */
function announce(message) {
  announcer.textContent = message;
}
