// Who may do what, and which rule says so: the first rule that answers each origin pattern and method, and what each rule lets script do.

import { listWords } from './call.js';
import { h } from './element.js';
import { METHODS } from './methods.js';
import { isStale, remark } from './remark.js';

/** @import { CORSRule, PreflightRequest, S3CORS } from '../s3cors.js' */
/** @import { Evaluation } from './types.js' */

/** Rows at once; the next as many on demand. */
const STEP = 100;
const OTHERS = 'https://any-other.example';

/**
 * @param {HTMLElement} host
 * @param {{ api: () => S3CORS | null, play: (request: PreflightRequest) => void }} page
 */
export function createAllowedTable(host, page) {
  let shown = '';
  let limit = STEP;
  /** @type {Evaluation | null} */
  let latest = null;

  const draw = () => {
    const api = page.api();
    const rules = latest?.configuration?.CORSRules;
    if (!api || !latest?.source || !rules) return host.replaceChildren(h('p', { class: 'soft' }, 'There is nothing to tell before the text can be read.'));
    const patterns = originPatterns(rules);
    const rows = patterns.slice(0, limit);
    const requests = rows.flatMap((pattern) => METHODS.map((method) => ({ origin: pattern === null ? OTHERS : exampleOf(pattern), method })));
    const verdicts = api.simulateMany(latest.source, requests);
    const more = patterns.length - rows.length;
    host.replaceChildren(
      ...(latest ? remark(latest) : []),
      h('table', { class: 'grid' },
        h('caption', null, 'Who may do what, and which rule says so. A cell fills the call.'),
        h('thead', null, h('tr', null, ['Page from', ...METHODS].map((title) => h('th', { scope: 'col' }, title)))),
        h('tbody', null, rows.map((pattern, row) => h('tr', null, origin(pattern), METHODS.map((_, column) => {
          const at = row * METHODS.length + column;
          return cell(verdicts[at].allowed ? verdicts[at].rule : null, requests[at], () => page.play(requests[at]));
        }))))),
      ...(more > 0 ? [h('button', { type: 'button', class: 'b', onclick: () => {
        limit += STEP;
        draw();
        host.querySelectorAll('.grid tbody tr')[limit - STEP]?.querySelector('button')?.focus();
      } }, `Show ${Math.min(more, STEP)} more of ${patterns.length} origins`)] : []),
      h('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': 'What each rule lets script do' },
        h('table', { class: 'lets' },
          h('caption', null, 'What each rule lets script do'),
          h('thead', null, h('tr', null, ['Rule', ...titles].map((title) => h('th', { scope: 'col' }, title)))),
          h('tbody', null, rules.slice(0, limit).map(ruleRow)))),
    );
  };

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      latest = evaluation;
      host.classList.toggle('stale', isStale(evaluation));
      const key = JSON.stringify([evaluation.source, evaluation.configuration !== null, ...remark(evaluation).map(({ textContent }) => textContent)]);
      if (key === shown) return;
      shown = key;
      limit = STEP;
      draw();
    },
  };
}

/**
 * The patterns in the order in which S3 tries them, each once; null for the origins that no other pattern names.
 *
 * @param {CORSRule[]} rules
 * @returns {(string | null)[]}
 */
export function originPatterns(rules) {
  const all = [...new Set(rules.flatMap((rule) => rule.AllowedOrigins))];
  return [...all.filter((pattern) => pattern !== '*'), null];
}

/**
 * An origin that a pattern matches: a sensible text in the place of "*".
 *
 * @param {string} pattern
 */
export function exampleOf(pattern) {
  const at = pattern.indexOf('*');
  if (at < 0) return pattern;
  const [before, after] = [pattern.slice(0, at), pattern.slice(at + 1)];
  if (before === '') return (after.startsWith('://') ? 'https' : 'https://www') + after;
  if (/:\/\/.*:$/.test(before)) return `${before}3000${after}`;
  if (after === '' || /^:\d*$/.test(after)) return `${before}${/[/.]$/.test(before) ? 'www.example' : ''}${before.endsWith('/') ? '.com' : ''}${after}` || pattern;
  return `${before}${/[/.]$/.test(before) ? 'www' : 'x'}${after}`;
}

/** @param {string | null} pattern */
function origin(pattern) {
  return pattern === null ? h('th', { scope: 'row', class: 'any' }, 'any other origin') : h('th', { scope: 'row' }, pattern === '' ? 'the empty pattern' : pattern);
}

/**
 * @param {number | null} rule
 * @param {PreflightRequest} request
 * @param {() => void} play
 */
function cell(rule, { origin, method }, play) {
  return h('td', null, h('button', {
    type: 'button', class: rule === null ? 'cell no' : 'cell', 'data-path': rule === null ? null : `CORSRules[${rule}]`, 'aria-label': `${rule === null ? 'No rule' : `Rule ${rule + 1}`}: ${method} from ${origin}`, onclick: play,
  }, rule === null ? 'No' : `Rule ${rule + 1}`));
}

/** Of what is told of a rule; where there is no room for columns each stands before its value. */
const titles = ['Script may send', 'Script may read', 'Cookies', 'Kept for'];

/**
 * @param {CORSRule} rule
 * @param {number} index
 */
function ruleRow({ ID, AllowedOrigins, AllowedHeaders = [], ExposeHeaders = [], MaxAgeSeconds }, index) {
  return h('tr', { 'data-path': `CORSRules[${index}]` },
    h('th', { scope: 'row' }, `${index + 1} ${ID ?? ''}`),
    [
      AllowedHeaders.length === 0 ? 'Nothing that needs asking' : AllowedHeaders.includes('*') ? 'Every header' : some(AllowedHeaders),
      ExposeHeaders.length === 0 ? 'The seven always readable' : `${some(ExposeHeaders)} and the seven always readable`,
      // A rule that has "*" answers with "*", and without Access-Control-Allow-Credentials.
      AllowedOrigins.includes('*') ? 'No' : 'Yes',
      MaxAgeSeconds === undefined ? 'not set' : `${MaxAgeSeconds} s`,
    ].map((told, i) => h('td', { 'data-title': titles[i] }, told)));
}

/** @param {string[]} names */
function some(names) {
  return names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : listWords(names);
}
