// Completion where a name or a value of a rule is written: elements and keys as the format spells them, methods, usual headers, the
// origins in use.

import { autocompletion } from '@codemirror/autocomplete';
import { isMarkup } from '../highlight.js';
import { METHODS } from '../methods.js';
import { headersInUse, originsInUse, responseHeaders } from '../usual.js';

/** @import { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete' */
/** @import { Evaluation } from '../types.js' */

/** So many characters before the caret say where it is. */
const LOOK_BACK = 4_000;
const LOOK_AHEAD = 400;
const OPTIONS = 50;
const NARROW = /^[^\s"'<>,[\]{}]*$/;
/** The rest of a value behind the caret. */
const BEHIND = /^[^\s"'`<>,[\]{}]*/;

const elements = ['AllowedOrigin', 'AllowedMethod', 'AllowedHeader', 'ExposeHeader', 'MaxAgeSeconds', 'ID'];
const own = ['AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposeHeaders', 'MaxAgeSeconds', 'ID', 'CORSRules'];
const cloudFormation = ['AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposedHeaders', 'MaxAge', 'Id', 'CorsConfiguration', 'CorsRules'];
/** The keys of a rule, as each format spells them. @type {Record<string, string[]>} */
const keys = {
  'cloudformation-json': cloudFormation,
  'cloudformation-yaml': cloudFormation,
  cdk: ['allowedOrigins', 'allowedMethods', 'allowedHeaders', 'exposedHeaders', 'maxAge', 'id'],
  terraform: ['allowed_origins', 'allowed_methods', 'allowed_headers', 'expose_headers', 'max_age_seconds', 'id', 'cors_rule'],
  pulumi: ['allowedOrigins', 'allowedMethods', 'allowedHeaders', 'exposeHeaders', 'maxAgeSeconds', 'id'],
  r2: ['allowed', 'origins', 'methods', 'headers', 'exposeHeaders', 'maxAgeSeconds', 'id', 'rules'],
  gcs: ['origin', 'method', 'responseHeader', 'maxAgeSeconds'],
};

/** @param {() => Evaluation | null} latest */
export function completion(latest) {
  return autocompletion({ override: [(context) => complete(context, latest())], icons: false, activateOnTypingDelay: 50 });
}

/**
 * @param {CompletionContext} context
 * @param {Evaluation | null} evaluation
 * @returns {CompletionResult | null}
 */
export function complete({ state, pos, explicit }, evaluation) {
  const before = state.sliceDoc(Math.max(0, pos - LOOK_BACK), pos);
  const after = state.sliceDoc(pos, pos + 1);
  const found = isMarkup(state.sliceDoc(0, 1_000)) ? inMarkup(before, after, evaluation) : inLiteral(before, after, evaluation, explicit);
  if (!found) return null;
  // What stands there already is in use too, and no proposal.
  const written = before.slice(before.length - found.written) + (BEHIND.exec(state.sliceDoc(pos, pos + LOOK_AHEAD))?.[0] ?? '');
  const options = found.options.filter(({ label }) => label !== written);
  if (options.length === 0) return null;
  return { from: pos - found.written, options: options.slice(0, OPTIONS), validFor: NARROW };
}

/**
 * @param {string} before
 * @param {string} after
 * @param {Evaluation | null} evaluation
 */
function inMarkup(before, after, evaluation) {
  const value = /<(AllowedOrigin|AllowedMethod|AllowedHeader|ExposeHeader)>\s*([^<\s]*)$/.exec(before);
  if (value) return { written: value[2].length, options: valuesOf(value[1], evaluation) };
  const tag = /<(\/?)([A-Za-z]*)$/.exec(before);
  if (!tag) return null;
  const parent = openElements(before).at(-1);
  if (tag[1]) return { written: tag[2].length, options: parent ? [{ label: parent, apply: after === '>' ? parent : `${parent}>` }] : [] };
  const names = parent === 'CORSRule' ? elements : parent === 'CORSConfiguration' ? ['CORSRule'] : parent === undefined ? ['CORSConfiguration', 'CORSRule'] : [];
  return { written: tag[2].length, options: names.map((name) => ({ label: name, apply: after === '>' ? name : around(`${name}>`, `</${name}>`) })) };
}

/**
 * The elements that are open at the end of a stretch of markup.
 *
 * @param {string} before
 */
function openElements(before) {
  /** @type {string[]} */
  const open = [];
  for (const [, closes, name, empty] of before.matchAll(/<(\/?)([A-Za-z]+)[^<>]*?(\/?)>/g)) {
    if (closes) open.splice(Math.max(0, open.lastIndexOf(name)));
    else if (!empty) open.push(name);
  }
  return open;
}

/**
 * @param {string} before
 * @param {string} after
 * @param {Evaluation | null} evaluation
 * @param {boolean} explicit
 */
function inLiteral(before, after, evaluation, explicit) {
  const written = /[^\s"'`[\]{},]*$/.exec(before)?.[0] ?? '';
  const key = openKey(before.slice(0, before.length - written.length));
  if (key !== null) {
    const inQuotes = /["'`]$/.test(before.slice(0, before.length - written.length));
    const options = valuesOf(key, evaluation);
    return { written: written.length, options: inQuotes || explicit || options.some(({ label }) => written !== '' && label.startsWith(written)) ? options : [] };
  }
  const start = before.slice(0, before.length - written.length);
  if (!/^\w*$/.test(written) || (!explicit && written === '' && !/[{,\n]\s*["']$/.test(start)) || !/(?:^|[{,\n-])\s*["']?$/.test(start)) return null;
  const format = evaluation?.validation.format ?? 'json';
  const quoted = start.endsWith('"') && format === 'json' && after !== '"';
  return { written: written.length, options: (keys[format] ?? own).map((name) => ({ label: name, ...(quoted && { apply: around(`${name}": ${name === 'MaxAgeSeconds' ? '' : name === 'ID' ? '"' : '["'}`, name === 'MaxAgeSeconds' ? '' : name === 'ID' ? '"' : '"]') }) })) };
}

/**
 * The key whose value is being written: the last before the caret, if its list is not closed.
 *
 * @param {string} before
 */
function openKey(before) {
  const all = [...before.matchAll(/["']?\b([A-Za-z]\w*)["']?\s*(?:=>|[:=])(?!\/\/)/g)];
  const last = all.at(-1);
  if (!last) return null;
  const since = before.slice(last.index + last[0].length);
  const isList = /^\s*(?:new\s+\w+\[\]\s*\{|\[)/.test(since) ? !/[\]}]/.test(since) : /^\s*(?:\n\s*-[^\n]*)*\n\s*-\s*["']?$/.test(since) || /^[^\n,{}]*$/.test(since);
  return isList && valuesOf(last[1], null).length + (isOrigins(last[1]) ? 1 : 0) > 0 ? last[1] : null;
}

/** @param {string} key */
const plain = (key) => key.replaceAll('_', '').toLowerCase();
/** @param {string} key */
const isOrigins = (key) => /^(allowed)?origins?$/.test(plain(key));

/**
 * @param {string} key  An element's name, or a key in any spelling.
 * @param {Evaluation | null} evaluation
 * @returns {Completion[]}
 */
function valuesOf(key, evaluation) {
  const name = plain(key);
  if (isOrigins(key)) return options(originsInUse(evaluation), (origin) => (origin === evaluation?.origin ? 'the page' : 'in use'));
  if (/^(allowed)?methods?$/.test(name)) return options(METHODS);
  if (/^(allowed)?headers?$/.test(name)) return options(headersInUse(evaluation), (header) => (evaluation?.headers.includes(header) ? 'asked for' : ''));
  if (/^(exposed?|response)headers?$/.test(name)) return options(responseHeaders);
  return [];
}

/**
 * In the order given.
 *
 * @param {string[]} labels
 * @param {(label: string) => string} [detail]
 * @returns {Completion[]}
 */
function options(labels, detail = () => '') {
  return labels.map((label, i) => ({ label, detail: detail(label), boost: -i }));
}

/**
 * Writes a beginning and an end, with the caret between them.
 *
 * @param {string} beginning
 * @param {string} end
 * @returns {Exclude<Completion['apply'], string | undefined>}
 */
function around(beginning, end) {
  return (view, _, from, to) => view.dispatch({ changes: { from, to, insert: beginning + end }, selection: { anchor: from + beginning.length }, userEvent: 'input.complete' });
}
