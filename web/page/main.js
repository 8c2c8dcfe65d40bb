// The page: one state, evaluated on every edit, shown by panes that know nothing of each other.

import { createAddress, openingOf } from './address.js';
import { takeAhead } from './ahead.js';
import { createAllowedTable } from './allowed-table.js';
import { createAnswerChoice } from './answer-choice.js';
import { createCallForm } from './call-form.js';
import { presetEntries } from './call-presets.js';
import { createChanges } from './changes.js';
import { createConfigurations } from './configurations.js';
import { createConsoles } from './consoles.js';
import { createDiagnostics, nextDiagnostic } from './diagnostics.js';
import { callOf } from './differences.js';
import { withEdits } from './edits.js';
import { byId, setText } from './element.js';
import { engine } from './engine.js';
import { createEvaluation } from './evaluate.js';
import { createExchange } from './exchange.js';
import { createLighting } from './lighting.js';
import { marksOf, restingPath } from './marks.js';
import { createMenu } from './menu.js';
import { createNotice } from './notice.js';
import { keepOffline } from './offline.js';
import { opening } from './opening.js';
import { createOutput } from './output.js';
import { wirePasteAnywhere } from './paste-anywhere.js';
import { createPasteBox } from './paste-box.js';
import { practise } from './practice.js';
import { createReadable } from './readable.js';
import { createRecent } from './recent.js';
import { recentEntries, titleOf } from './recent-menu.js';
import { createResponse } from './response.js';
import { createRuleCards } from './rule-cards.js';
import { wireShare } from './share.js';
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
/** @import { Edit, Evaluation, LinkState, Opening, SourceHost, SourcePane, State } from './types.js' */

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

const asked = await openingOf(location.hash);
if (asked.kind === 'bare') await /** @type {any} */ (globalThis).s3corsFirst?.drawn;
const ahead = takeAhead(asked.kind === 'bare', () => source.setMarks([], []));
const state = createState('state' in asked ? asked.state : opening.state);
const announcer = byId('announce', HTMLElement);
const undo = byId('undo', HTMLButtonElement);
const redo = byId('redo', HTMLButtonElement);
const lighting = createLighting(document, (path, pointed) => source.light(path, pointed));
/** @type {SourceHost} */
const sourceHost = { change: (_, edit) => edited(edit), point: (path) => lighting.point(path, true), fix: applyFix, latest: () => latest };
const plainSource = createSourcePane(byId('editor', HTMLElement), state.current.text, sourceHost);
/** @type {SourcePane} */
let source = plainSource;
const verdict = createVerdict(showPlace, () => openExample(opening.name), (name) => configurations.focus(name));
const cards = createRuleCards(byId('rules', HTMLElement), () => api, editByCard, announce, (rules) => {
  unwritten = rules;
  render();
});
const form = createCallForm(byId('request-form', HTMLElement), (call) => state.set({ call }), (server) => setCall({ server }));
const why = createWhy(byId('why', HTMLElement), showPlace, lighting.again);
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
const output = createOutput({ api: () => api, apply: applyChange, announce, chosen: () => address.changed() });
const notice = createNotice(byId('notice', HTMLElement));
const recent = createRecent();
const address = createAddress(onScreen, {
  open: (found) => open(found),
  written: (link) => recent.keep(titleOf(latest?.configuration ?? null, state.current.text), link),
});
const configTabs = createTabs(byId('config-tabs', HTMLElement), () => render());
const answerTabs = createTabs(byId('answer-tabs', HTMLElement), () => render());
const pasteBox = createPasteBox(byId('paste', HTMLTextAreaElement), byId('pasted', HTMLElement), { api: () => api, state: () => state.current, change: setCall, announce });
wirePasteAnywhere(byId('paste-error', HTMLButtonElement), { isConfiguration: (text) => (api?.parse(text).configuration?.CORSRules.length ?? 0) > 0, configuration: pasteConfiguration, other: (text) => pasteBox.take(text) });
createMenu(byId('examples', HTMLButtonElement), byId('examples-menu', HTMLElement), async () => (await import('./examples.js')).examples.map(({ name, title, story }) => ({ title, detail: story, act: () => openExample(name) })));
createMenu(byId('presets', HTMLButtonElement), byId('presets-menu', HTMLElement), () => presetEntries(api, state.current.call, pasteBox.offer));
createMenu(byId('recent', HTMLButtonElement), byId('recent-menu', HTMLElement), () => recentEntries(recent, openLink, announce));
wireShare(byId('share', HTMLButtonElement), byId('shared', HTMLElement), () => address.link(), announce);
wireTheme(byId('theme', HTMLButtonElement));
wireShortcuts({ verdict: () => verdict.focus(), diagnostic: showDiagnostic, undo: () => source.undo(), redo: () => source.redo() });

form.update(state.current.call, state.current.server);
undo.addEventListener('click', () => source.undo());
redo.addEventListener('click', () => source.redo());
open(asked);
state.subscribe(update);
ahead.show();
start();

/** Starts the module. Nothing on the page waits for it but the answer. */
async function start() {
  try {
    api = await engine;
  } catch (error) {
    ahead.drop();
    verdict.show({ face: 'no', lead: 'The engine of this page did not start.', say: [], cause: [{ said: String(error) }, ' Load the page again.'] });
    return;
  }
  evaluate = createEvaluation(api);
  if (!ahead.isShown) verdict.update(evaluate(state.current));
  // What explains the verdict comes when it is on screen, and then what is wanted later.
  afterPaint(() => {
    document.documentElement.dataset.ready = 'true';
    update();
    afterPaint(bringEditor);
    afterPaint(keepOffline);
  });
}

/** Puts the code editor in the place of the plain text, which stays where the editor does not arrive. */
async function bringEditor() {
  const arrived = await import('./editor/editor.js').catch(() => null);
  if (!arrived) return;
  const put = () => {
    const editor = arrived.createCodeEditor(byId('editor', HTMLElement), plainSource, sourceHost);
    if (!editor) return void setTimeout(put, 200);
    source = editor;
    render();
    document.documentElement.dataset.editor = 'true';
    const again = api && createEvaluation(api);
    if (again) practise((text) => again({ ...state.current, text }), state.current.text);
  };
  put();
}

/**
 * Once what there is now is on screen; soon, where the page is in the background and nothing is drawn.
 *
 * @param {() => void} work
 */
function afterPaint(work) {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}

/** Works out and shows what follows from the state. */
function update() {
  if (!evaluate) return ahead.drop();
  latest = evaluate(state.current);
  ahead.giveWay(() => render(true));
}

/** @param {boolean} [follows]  Whether the answer before it was drawn by the same panes. */
function render(follows) {
  undo.disabled = !source.canUndo;
  redo.disabled = !source.canRedo;
  if (!latest) return;
  verdict.update(latest);
  setText(byId('rule-count', HTMLElement), String(latest.configuration?.CORSRules.length ?? ''));
  source.setMarks(marksOf(latest), latest.validation.diagnostics);
  if (configTabs.selected === 'rules') cards.update(latest);
  if (configTabs.selected === 'meaning') meaning.update(latest);
  configurations.update(latest);
  tests.update(latest);
  diagnostics.update(latest, unwritten);
  changes.update(latest);
  suggestions.update(latest);
  form.tell(latest);
  choice.update(latest, answerTabs.selected);
  const panel = { why, response, exchange, consoles, readable }[answerTabs.selected];
  panel?.update(latest, follows);
  output.update(latest);
  lighting.rest(restingPath(latest));
  address.changed();
}

/**
 * An edit in the source. A paste of many lines may come as one edit for each: the first counts at once, the others together.
 *
 * @param {Edit} edit
 */
function edited(edit) {
  if (!rested) return;
  rested = false;
  if (edit === 'another') loaded(source.text);
  const baseline = edit === 'step' ? baselines.get(source.text) : undefined;
  if (baseline !== undefined) changes.load(baseline);
  state.set({ text: source.text });
  setTimeout(() => {
    rested = true;
    if (source.text !== state.current.text) edited('typed');
  });
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

/** @param {CORSConfiguration} configuration @param {boolean} [typing] */
function editByCard(configuration, typing) {
  if (!api || !latest?.source) return;
  replaceText(writeBack(api, configuration, latest.source, state.current.text, latest.validation.format), typing);
}

/** @param {string} text @param {boolean} [typing] */
function replaceText(text, typing) {
  source.setText(text, typing);
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
  recent.begin();
  baselines.set(state.current.text, changes.baseline);
  baselines.set(text, null);
  changes.load(null);
}

/** @param {string} text */
function pasteConfiguration(text) {
  loaded(text);
  configTabs.select('source');
  replaceText(text);
  announce('The configuration is pasted. Undo takes it back.');
}

/** @param {PreflightRequest} witness */
function playWitness(witness) {
  setCall({ call: callOf(witness, state.current.call), shown: null });
  byId('page', HTMLInputElement).focus();
}

/** @returns {LinkState} what is on screen, as a link holds it */
function onScreen() {
  return { ...state.current, configTab: configTabs.selected, answerTab: answerTabs.selected, format: byId('format', HTMLSelectElement).value };
}

/**
 * Shows what an address asks for. Where it cannot be read, what there is stays.
 *
 * @param {Opening} found
 */
function open(found) {
  notice.hide();
  if (found.kind === 'unreadable') notice.warn(found.title, found.why);
  else showState(found.kind === 'bare' ? opening.state : found.state);
  if (found.kind === 'example') notice.tell(`${found.title}.`, found.story);
  recent.begin(location.hash);
  address.settled();
}

/**
 * Puts another text, call and server in the place of all that there was.
 *
 * @param {State & Partial<LinkState>} next
 */
function showState({ text, configTab, answerTab, format, ...rest }) {
  if (text !== source.text) {
    loaded(text);
    source.setText(text);
  }
  form.update(rest.call, rest.server);
  if (format) output.choose(format);
  state.set({ text: source.text, ...rest });
  configTabs.select(configTab ?? 'source');
  answerTabs.select(answerTab ?? 'why');
}

/** @param {string} name */
async function openExample(name) {
  const fragment = `#example/${name}`;
  const found = await openingOf(fragment);
  await address.step(fragment);
  open(found);
}

/** @param {string} link */
async function openLink(link) {
  const found = await openingOf(link);
  await address.step(link);
  open(found);
}

/** @param {Span} span @param {boolean} [problem] */
function showPlace(span, problem) {
  configTabs.select('source');
  source.reveal(span, problem);
}

/** @param {boolean} back */
function showDiagnostic(back) {
  const span = nextDiagnostic(latest?.validation.diagnostics ?? [], source.selected, back);
  if (span) showPlace(span, true);
  else announce('There is no diagnostic with a place.');
}

/** @param {string} message */
function announce(message) {
  announcer.textContent = message;
}
