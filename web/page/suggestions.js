// The changes that would let a request pass that S3 refuses, each with what else it opens and with one click to make it.

import { headerOf, methodOf } from './call.js';
import { differenceList } from './differences.js';
import { editLines } from './edits.js';
import { h } from './element.js';
import { createResting } from './resting.js';

/** @import { Fix, PreflightRequest, S3CORS, Source, Suggestion } from '../s3cors.js' */
/** @import { Evaluation } from './types.js' */

/** Milliseconds after the last edit: the answer needs none of this, and looking for changes takes a while. */
const REST = 250;
/** How many are shown at first, how much of what each opens, and how much of its text. */
const FIRST = 3;
const TOLD = 2;
const LINES = 8;
/** Why credentials fail beside "*" (Exchange.reason). */
const wildcard = 'acao-wildcard-with-credentials';

/**
 * @param {HTMLElement} host
 * @param {{ api: () => S3CORS | null, apply: (suggestion: Suggestion) => void, offer: (suggestion: Suggestion | 'pending' | null) => void }} page
 */
export function createSuggestions(host, page) {
  /** @type {Evaluation | null} */
  let latest = null;
  let wanted = '';
  let shown = '';
  let all = false;
  /** @type {Suggestion[]} */
  let suggestions = [];

  const rest = createResting(REST, () => {
    const api = page.api();
    const request = latest && refusedRequest(latest);
    if (!api || !latest?.source || !request) return;
    suggestions = suggestionsFor(api, latest, latest.source, request);
    shown = wanted;
    all = false;
    draw();
  });
  /** @param {Suggestion} suggestion */
  const apply = (suggestion) => {
    // What is on screen may be of a text that has changed since: it is made where it still is what is shown.
    if (shown !== wanted) rest.now();
    suggestions.filter(({ title }) => title === suggestion.title).forEach(page.apply);
  };
  const draw = () => {
    host.hidden = suggestions.length === 0;
    const list = all ? suggestions : suggestions.slice(0, FIRST);
    const more = suggestions.length - list.length;
    host.replaceChildren(
      h('h3', null, 'What would let it pass'),
      h('ul', { class: 'fixes' }, list.map((suggestion) => item(suggestion, latest?.text ?? '', () => apply(suggestion)))),
      ...(more > 0 ? [h('button', { type: 'button', class: 'link', onclick: () => {
        all = true;
        draw();
        host.querySelectorAll('button')[FIRST]?.focus();
      } }, `${more} wider ${more === 1 ? 'change' : 'changes'}`)] : []),
    );
    // Pages without an origin of their own are those of anybody.
    page.offer(latest?.origin === 'null' ? null : suggestions[0] ?? null);
  };

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      latest = evaluation;
      const request = refusedRequest(evaluation);
      const key = request ? JSON.stringify([evaluation.source, request]) : '';
      // Those that are drawn ahead are on screen, and it must be possible to apply them.
      const isAhead = wanted === '' && !host.hidden;
      if (request && key !== wanted) {
        if (host.hidden) page.offer('pending');
        rest.soon();
      }
      wanted = key;
      if (request && isAhead) rest.now();
      if (request) return;
      rest.stop();
      shown = '';
      suggestions = [];
      host.hidden = true;
      host.replaceChildren();
      page.offer(null);
    },
    /** Applies the narrowest. */
    applyFirst() {
      if (suggestions.length > 0) apply(suggestions[0]);
    },
  };
}

/**
 * Before all that opens more comes to write a value right that no browser sends. Beside "*", what lets script read with credentials is the
 * origin by its name, in a rule before the one that answers.
 *
 * @param {S3CORS} api
 * @param {Evaluation} evaluation
 * @param {Source} source
 * @param {PreflightRequest} request
 * @returns {Suggestion[]}
 */
function suggestionsFor(api, { configuration, exchange, validation }, source, request) {
  /** @param {Fix} fix */
  const compared = ({ title, configuration, edits }) => ({ title, configuration, edits, comparison: api.compare(source, configuration), diagnostics: [] });
  if (exchange?.reason === wildcard) {
    const rules = configuration?.CORSRules ?? [];
    const answers = (exchange.simulation ?? exchange.preflight?.simulation)?.rule ?? 0;
    const named = { ...rules[answers], ID: undefined, AllowedOrigins: [request.origin ?? ''] };
    const after = { CORSRules: [...rules.slice(0, answers), named, ...rules.slice(answers)] };
    return [compared({ title: `Name ${request.origin} before rule ${answers + 1}`, configuration: after, edits: api.edit(source, after) ?? undefined })];
  }
  const right = validation.diagnostics.flatMap(({ code, fixes = [] }) => (code.startsWith('origin-') ? fixes : [])).find(({ configuration }) => api.simulatePreflight(configuration, request).allowed);
  return [...(right ? [compared(right)] : []), ...api.suggest(source, request)];
}

/**
 * The request that the rules of the bucket refuse; null where they refuse none, and what fails fails elsewhere.
 *
 * @param {Evaluation} evaluation
 * @returns {PreflightRequest | null}
 */
function refusedRequest({ exchange, validation, server, readable, call, origin }) {
  if (!exchange || exchange.outcome === 'readable' || exchange.outcome === 'threw' || server.kind !== 'configured' || !readable || !validation.accepted || !origin) return null;
  const { preflight } = exchange;
  // Where no rule was tried, none would help.
  if ((preflight?.simulation ?? exchange.simulation)?.trace.every(({ result }) => result === 'not-reached')) return null;
  if (preflight?.simulation && !preflight.simulation.allowed) {
    return { origin, method: headerOf(preflight.request.headers, 'access-control-request-method'), headers: headerOf(preflight.request.headers, 'access-control-request-headers') };
  }
  // What a cache has kept is the answer to another request.
  if (exchange.outcome === 'opaque' || exchange.cached?.used) return null;
  if (exchange.reason !== wildcard && (!exchange.simulation || exchange.simulation.allowed)) return null;
  return { origin, method: methodOf(call, exchange) };
}

/**
 * @param {Suggestion} suggestion
 * @param {string} text
 * @param {() => void} apply
 */
function item({ title, edits, comparison }, text, apply) {
  const lines = edits ? editLines(text, edits) : [];
  const { gained, changed } = comparison;
  return h('li', null,
    h('div', null,
      h('b', null, title),
      gained.length === 0 ? null : differenceList(gained, TOLD, null),
      changed.length === 0 ? null : h('p', { class: 'soft' }, `Answers ${changed.length} other ${changed.length === 1 ? 'kind of request' : 'kinds of requests'} with other headers.`),
      lines.length === 0 ? h('p', { class: 'soft' }, 'Writes the text anew, with these rules and nothing else.') : h('pre', null, lines.slice(0, LINES).map(({ sign, line }) => h('span', { class: sign === '+' ? 'good' : 'bad' }, `${sign} ${line}\n`)), lines.length > LINES ? `and ${lines.length - LINES} more lines` : null)),
    h('button', { type: 'button', class: 'b', 'aria-label': `Apply: ${title}`, onclick: apply }, 'Apply'));
}
