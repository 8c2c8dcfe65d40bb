// Answers that are kept as tests, and held against the configuration as it is edited.

import { fetchCall, methodOf } from './call.js';
import { keepOnDevice, keptOnDevice } from './device.js';
import { download } from './download.js';
import { h, icon } from './element.js';
import { toned, tones } from './looks.js';
import { createResting } from './resting.js';
import { targetOf } from './server.js';

/** @import { S3CORS, SuiteCase, SuiteReport } from '../s3cors.js' */
/** @import { Face } from './looks.js' */
/** @import { Evaluation } from './types.js' */

/** Milliseconds after the last edit. */
const REST = 150;
const FILE = 's3cors-tests.json';
/** Where the browser keeps them for the next visit. */
const KEY = 's3cors.tests';

/**
 * @param {HTMLElement} host
 * @param {HTMLElement} count
 * @param {{ api: () => S3CORS | null, announce: (message: string) => void, warn: (title: string, text: string) => void }} page
 */
export function createTests(host, count, page) {
  /** @type {SuiteCase[]} */
  let cases = [];
  /** @type {Evaluation | null} */
  let latest = null;
  let run = '';
  const list = h('ul', { class: 'list', 'aria-label': 'Tests' });
  const empty = h('p', { class: 'soft' }, 'Keep the answer to a call as a test: each edit of the configuration is then held against it. Tests are kept on this device.');
  const file = h('input', { type: 'file', accept: 'application/json,.json', hidden: true, onchange: () => read() });
  const add = h('button', { type: 'button', class: 'b', onclick: () => keep() }, icon('plus'), 'Keep this answer as a test');
  const save = h('button', { type: 'button', class: 'b', onclick: () => download(FILE, 'application/json', `${JSON.stringify({ configuration: latest?.source ?? null, cases }, null, 2)}\n`) }, icon('save'), 'Export');
  host.append(empty, list, h('div', { class: 'row wrap' }, add, save, h('button', { type: 'button', class: 'b', onclick: () => file.click() }, 'Import'), file));

  const rest = createResting(REST, () => draw());
  /** @param {SuiteCase[]} next */
  const change = (next) => {
    cases = next;
    run = '';
    rest.now();
    keepOnDevice(KEY, JSON.stringify({ cases }));
  };
  const keep = () => {
    const kept = latest && caseOf(latest);
    if (!kept || cases.some((known) => JSON.stringify(known) === JSON.stringify(kept))) return;
    change([...cases, kept]);
    page.announce(`Kept as a test: ${kept.name}.`);
  };
  /** @param {number} index */
  const remove = (index) => {
    change(cases.filter((_, i) => i !== index));
    (list.querySelectorAll('button')[Math.min(index, cases.length - 1)] ?? add).focus();
  };
  const report = () => {
    const api = page.api();
    return api && cases.length > 0 ? api.test({ configuration: latest?.source ?? null, cases }) : null;
  };
  const draw = () => {
    // What S3 refuses, or nobody can read, no bucket has.
    const judged = latest?.validation.accepted ?? false;
    const key = JSON.stringify([latest?.source ?? null, cases, judged]);
    if (key === run) return;
    run = key;
    const told = report();
    count.textContent = told ? `${judged ? told.passed : '?'}/${cases.length}` : '';
    empty.hidden = cases.length > 0;
    list.hidden = save.hidden = cases.length === 0;
    list.replaceChildren(...(told?.results ?? []).map((result, i) => item(result, judged, () => remove(i))));
  };
  const read = async () => {
    const text = await file.files?.[0]?.text();
    file.value = '';
    if (text === undefined) return;
    const added = casesIn(text, page.api());
    if (added.length === 0) return page.warn('There are no tests in this file.', 'A suite is a JSON object with cases.');
    change([...cases, ...added]);
    page.announce(`${added.length} ${added.length === 1 ? 'test is' : 'tests are'} imported.`);
  };
  draw();

  return {
    keep,
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      if (!latest) cases = casesIn(keptOnDevice(KEY), page.api());
      latest = evaluation;
      add.disabled = caseOf(evaluation) === null;
      if (cases.length > 0) rest.soon();
    },
  };
}

/**
 * The call with what becomes of it; null where there is nothing that a configuration decides.
 *
 * @param {Evaluation} evaluation
 * @returns {SuiteCase | null}
 */
function caseOf({ exchange, call, server, origin }) {
  if (!exchange || exchange.outcome === 'threw' || server.kind !== 'configured') return null;
  const rule = (exchange.preflight?.simulation ?? exchange.simulation)?.rule ?? null;
  const { outcome, reason } = exchange;
  return {
    name: `${methodOf(call, exchange)} from ${origin || 'no page'}: ${outcome}${rule === null ? '' : ` by rule ${rule + 1}`}`,
    target: targetOf(call, server),
    call: fetchCall(call),
    expect: { outcome, reason, readable: exchange.readableHeaders },
  };
}

/**
 * @param {string | null} text
 * @param {S3CORS | null} api
 * @returns {SuiteCase[]}
 */
function casesIn(text, api) {
  try {
    const { cases } = JSON.parse(text ?? '');
    // What is no suite throws, here or there.
    return api?.test({ configuration: null, cases }) ? cases : [];
  } catch {
    return [];
  }
}

/**
 * @param {SuiteReport['results'][number]} result
 * @param {boolean} judged
 * @param {() => void} remove
 */
function item({ name, passed, differences }, judged, remove) {
  const [first] = judged ? differences : [];
  /** @type {[Face, string]} */
  const [face, word] = !judged ? ['wait', 'Not judged'] : passed ? ['ok', 'Passes'] : ['no', 'Fails'];
  return h('li', null, toned(face),
    h('div', null, h('p', null, name), first ? h('p', { class: 'soft' }, `${first.field}: expected `, h('code', null, shown(first.expected)), ', is ', h('code', null, shown(first.actual)), differences.length > 1 ? ` and ${differences.length - 1} more` : null) : null),
    h('span', { class: 'pair' }, h('span', { class: `is ${tones[face]}` }, word), h('button', { type: 'button', class: 'b quiet icon', 'aria-label': `Remove the test ${name}`, onclick: remove }, icon('x'))));
}

/** @param {unknown} value */
function shown(value) {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing';
}
