// The page: one state, evaluated on every edit and shown by the panes.

import { createAddress, openingOf } from './address.js';
import { takeAhead } from './ahead.js';
import { presetEntries } from './call-presets.js';
import { bringEditor } from './code-editor.js';
import { nextDiagnostic } from './diagnostics.js';
import { callOf } from './differences.js';
import { createEditing } from './editing.js';
import { byId } from './element.js';
import { engine } from './engine.js';
import { createEvaluation } from './evaluate.js';
import { marksOf } from './marks.js';
import { createMenu } from './menu.js';
import { createNotice } from './notice.js';
import { keepOffline } from './offline.js';
import { opening } from './opening.js';
import { wirePasteAnywhere } from './paste-anywhere.js';
import { createPanes } from './panes.js';
import { createPasteBox } from './paste-box.js';
import { practise } from './practice.js';
import { createRecent } from './recent.js';
import { recentEntries, titleOf } from './recent-menu.js';
import { wireShare } from './share.js';
import { wireShortcuts } from './shortcuts.js';
import { createSourcePane } from './source-pane.js';
import { createState } from './state.js';
import { wireTheme } from './theme.js';

/** @import { PreflightRequest, S3CORS, Span } from '../s3cors.js' */
/** @import { Edit, Evaluation, LinkState, Opening, PlainSource, SourceHost, SourcePane, State } from './types.js' */

/** @type {S3CORS | null} */
let api = null;
/** @type {((state: State) => Evaluation) | null} */
let evaluate = null;
/** @type {Evaluation | null} */
let latest = null;
let rested = true;
/** @type {Map<string, string | null>} What changes were told against when a text was on screen, where another was loaded then. */
const baselines = new Map();

/** @type {ReturnType<typeof createState>} */
let state;
/** @type {ReturnType<typeof takeAhead>} */
let ahead;
/** @type {SourcePane} */
let source;
/** @type {PlainSource} */
let plainSource;
/** @type {ReturnType<typeof createEditing>} */
let editing;
/** @type {ReturnType<typeof createPanes>} */
let panes;
/** @type {ReturnType<typeof createAddress>} */
let address;
const announcer = byId('announce');
const undo = byId('undo', HTMLButtonElement);
const redo = byId('redo', HTMLButtonElement);
const notice = createNotice(byId('notice'));
const recent = createRecent();
/** @type {SourceHost} */
const sourceHost = { change: (_, edit) => edited(edit), point: (path) => panes.lighting.point(path, true), fix: (fix) => editing.fix(fix), latest: () => latest };

/**
 * Makes the page, and shows what its address asks for.
 *
 * @param {Opening} asked
 */
export function createPage(asked) {
  ahead = takeAhead(asked.kind === 'bare', () => source.setMarks([], []));
  state = createState('state' in asked ? asked.state : opening.state);
  source = plainSource = createSourcePane(byId('editor'), state.current.text, sourceHost);
  const known = { api: () => api, state, latest: () => latest, announce };
  editing = createEditing({ ...known, source: () => source, verdict: () => panes.verdict.focus() });
  panes = createPanes({
    ...known,
    ...editing,
    light: (path, pointed) => source.light(path, pointed),
    place: showPlace,
    call: setCall,
    play: playWitness,
    example: () => openExample(opening.name),
    redraw: () => render(),
    chosen: () => address.changed(),
    warn: notice.warn,
  });
  address = createAddress(onScreen, {
    open: (found) => open(found),
    written: (link) => recent.keep(titleOf(latest?.configuration ?? null, state.current.text), link),
  });
  wireControls();
  panes.form.update(state.current.call, state.current.server);
  open(asked);
  state.subscribe(update);
  ahead.show();
  start();
}

/** What is around the panes: menus, boxes, buttons and keys. */
function wireControls() {
  const pasteBox = createPasteBox(byId('paste', HTMLTextAreaElement), byId('pasted'), { api: () => api, state: () => state.current, change: setCall, announce });
  wirePasteAnywhere(byId('paste-error', HTMLButtonElement), { isConfiguration: (text) => (api?.parse(text).configuration?.CORSRules.length ?? 0) > 0, configuration: pasteConfiguration, other: (text) => pasteBox.take(text) });
  createMenu('examples', async () => (await import('./examples.js')).examples.map(({ name, title, story }) => ({ title, detail: story, act: () => openExample(name) })));
  createMenu('presets', () => presetEntries(api, state.current.call, pasteBox.offer));
  createMenu('recent', () => recentEntries(recent, openLink, announce));
  wireShare(byId('share', HTMLButtonElement), byId('shared'), () => address.link(), announce, notice.warn);
  wireTheme(byId('theme', HTMLButtonElement));
  wireShortcuts({ verdict: () => panes.verdict.focus(), diagnostic: showDiagnostic, undo: () => source.undo(), redo: () => source.redo() });
  undo.addEventListener('click', () => source.undo());
  redo.addEventListener('click', () => source.redo());
}

/** Starts the module. Nothing on the page waits for it but the answer. */
async function start() {
  try {
    api = await engine;
  } catch (error) {
    ahead.drop();
    panes.verdict.show({ face: 'no', lead: 'The engine of this page did not start.', say: [], cause: [{ said: String(error) }, ' Load the page again.'] });
    return;
  }
  evaluate = createEvaluation(api);
  if (!ahead.isShown) panes.verdict.update(evaluate(state.current));
  // What explains the verdict comes when it is on screen, and then what is wanted later.
  afterPaint(() => {
    document.documentElement.dataset.ready = 'true';
    update();
    afterPaint(() => bringEditor(plainSource, sourceHost, takeEditor));
    afterPaint(keepOffline);
  });
}

/** @param {SourcePane} editor */
function takeEditor(editor) {
  source = editor;
  render();
  document.documentElement.dataset.editor = 'true';
  const again = api && createEvaluation(api);
  if (again) practise((text) => again({ ...state.current, text }), state.current.text);
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
  const { activeElement: focused } = document;
  undo.disabled = !source.canUndo;
  redo.disabled = !source.canRedo;
  // The last step is taken back, and its button is none any more.
  if (focused === undo && undo.disabled) redo.focus();
  else if (focused === redo && redo.disabled) undo.focus();
  if (!latest) return;
  source.setMarks(marksOf(latest), latest.validation.diagnostics);
  panes.show(latest, follows);
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
  if (baseline !== undefined) panes.changes.load(baseline);
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
  panes.form.update(change.call ?? state.current.call, change.server ?? state.current.server);
  state.set(change);
}

/**
 * Another text takes the place of the one on screen: what changes from here on is told against it.
 *
 * @param {string} text
 */
function loaded(text) {
  recent.begin();
  baselines.set(state.current.text, panes.changes.baseline);
  baselines.set(text, null);
  panes.changes.load(null);
}

/** @param {string} text */
function pasteConfiguration(text) {
  loaded(text);
  panes.configTabs.select('source');
  editing.replace(text);
  announce('The configuration is pasted. Undo takes it back.');
}

/** @param {PreflightRequest} witness */
function playWitness(witness) {
  setCall({ call: callOf(witness, state.current.call), shown: null });
  byId('page', HTMLInputElement).focus();
}

/** @returns {LinkState} what is on screen, as a link holds it */
function onScreen() {
  return { ...state.current, configTab: panes.configTabs.selected, answerTab: panes.answerTabs.selected, format: byId('format', HTMLSelectElement).value };
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
  panes.form.update(rest.call, rest.server);
  if (format) panes.output.choose(format);
  state.set({ text: source.text, ...rest });
  panes.configTabs.select(configTab ?? 'source');
  panes.answerTabs.select(answerTab ?? 'why');
}

/** @param {string} name */
const openExample = (name) => openLink(`#example/${name}`);

/** @param {string} link */
async function openLink(link) {
  const found = await openingOf(link);
  await address.step(link);
  open(found);
}

/** @param {Span} span @param {boolean} [problem] */
function showPlace(span, problem) {
  panes.configTabs.select('source');
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
