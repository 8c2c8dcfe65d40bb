// The verdict: one sentence that says who, what and which rule, and one line of cause.

import { losesText } from './evaluate.js';
import { failed, nearestRule } from './nearest.js';
import { oneDifference, originDiff } from './origin-diff.js';

/** @import { RuleTrace, Simulation, Span } from '../s3cors.js' */
/** @import { Evaluation } from './evaluate.js' */

/** @typedef {string | { code: string } | { name: string } | { said: string }} Word  Text; a quoted value; a rule's ID; a sentence of the API. */
/**
 * @typedef {object} VerdictWords
 * @property {'yes' | 'no' | 'warn' | 'plain'} face
 * @property {string} lead
 * @property {Word[]} say
 * @property {Word[]} cause
 * @property {Span} [place]  Where in the source to look.
 * @property {boolean} [empty]  There is nothing to judge; an example would help.
 */

/**
 * @param {Evaluation} evaluation
 * @returns {VerdictWords}
 */
export function verdictWords(evaluation) {
  const { validation, simulation, request, text } = evaluation;
  if (request.bucket === 'configured') {
    if (text.trim() === '') return { face: 'plain', lead: 'Nothing to judge yet.', say: ['Paste the bucket’s CORS configuration.'], cause: ['XML, or the JSON of console and CLI.'], empty: true };
    if (!evaluation.readable) return unreadable(evaluation);
    if (!validation.accepted) return refused(evaluation);
  }
  if (!simulation?.response) return { face: 'plain', lead: 'No answer.', say: ['The request could not be played.'], cause: [] };
  if (request.kind === 'actual') return actual(evaluation, simulation);
  return simulation.allowed ? allowed(evaluation, simulation) : blocked(evaluation, simulation);
}

/**
 * The same in plain text, for the live region and the title.
 *
 * @param {Word[]} words
 */
export function plainText(words) {
  return words.map((word) => (typeof word === 'string' ? word : 'code' in word ? word.code : 'name' in word ? word.name : word.said)).join('');
}

/**
 * @param {Evaluation} evaluation
 * @returns {VerdictWords}
 */
function unreadable({ validation, configuration }) {
  const first = validation.diagnostics.find(losesText) ?? validation.diagnostics[0];
  const error = validation.format === 'xml' ? validation.response.error : null;
  return {
    face: 'no',
    lead: 'This text cannot be read.',
    say: first ? [{ said: sentence(first.message) }] : [],
    cause: [
      ...(first?.help ? [{ said: first.help }, ' '] : []),
      ...(error ? [`S3 would answer ${validation.response.status} ${error.code}. `] : []),
      ...(configuration ? ['The answer below is as of the last readable text.'] : []),
    ],
    place: first?.span,
  };
}

/**
 * @param {Evaluation} evaluation
 * @returns {VerdictWords}
 */
function refused({ validation }) {
  const { error, status } = validation.response;
  const first = validation.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
  return {
    face: 'no',
    lead: 'S3 refuses this configuration:',
    say: [`${status} `, { code: error?.code ?? 'error' }, '.'],
    cause: error ? [`S3 says: ${error.message}`] : [],
    place: first?.span,
  };
}

/**
 * @param {Evaluation} evaluation
 * @param {Simulation} simulation
 * @returns {VerdictWords}
 */
function allowed(evaluation, simulation) {
  const { origin, request, headers, exposed } = evaluation;
  return {
    face: 'yes',
    lead: 'Allowed.',
    say: [...ruleWords(simulation.trace[simulation.rule ?? 0]), ' lets ', { code: origin }, ` ${request.method}`, ...withHeaders(headers), '.'],
    cause: [`S3 answers the preflight with ${simulation.response?.status}; the browser then sends the ${request.method}. `, ...readable(exposed)],
  };
}

/**
 * @param {string[]} exposed
 * @returns {Word[]}
 */
function readable(exposed) {
  return exposed.length === 0 ? ['No header is exposed beyond those that script can always read.'] : ['Script can read ', ...quoted(exposed), '.'];
}

/**
 * @param {Evaluation} evaluation
 * @param {Simulation} simulation
 * @returns {VerdictWords}
 */
function blocked(evaluation, simulation) {
  const { origin, request } = evaluation;
  const status = simulation.response?.status;
  const sequel = `S3 answers the preflight with ${status}; the ${request.method || 'request'} is never sent.`;
  if (request.bucket === 'missing') return { face: 'no', lead: 'Blocked.', say: ['There is no such bucket.'], cause: [sequel] };
  if (request.bucket === 'unconfigured') return { face: 'no', lead: 'Blocked.', say: ['The bucket has no CORS configuration.'], cause: [sequel] };
  if (origin === '') return { face: 'plain', lead: 'Not CORS.', say: ['A preflight without an Origin header gets no CORS answer.'], cause: [`S3 answers ${status} ${simulation.response?.error?.code ?? ''}. Browsers always send Origin with a preflight.`] };
  const nearest = nearestRule(simulation.trace);
  if (!nearest) return { face: 'no', lead: 'Blocked.', say: ['S3 refuses the preflight from ', { code: origin }, '.'], cause: [`S3 says: ${simulation.response?.error?.message ?? ''}`] };
  const missing = nearest.headers.filter(failed).map((check) => check.value);
  const onlyHeaders = !failed(nearest.origin) && !failed(nearest.method);
  return {
    face: 'no',
    lead: 'Blocked.',
    say: ['No rule lets ', { code: origin }, ` ${request.method}`, ...(onlyHeaders ? withHeaders(missing) : []), '.'],
    cause: [...ruleWords(nearest), simulation.trace.length > 1 ? ' comes nearest: ' : ' fails: ', ...causes(nearest), `. ${sequel}`],
  };
}

/**
 * @param {Evaluation} evaluation
 * @param {Simulation} simulation
 * @returns {VerdictWords}
 */
function actual(evaluation, simulation) {
  const { origin, request, exposed } = evaluation;
  const status = simulation.response?.status;
  if (simulation.allowed) {
    return { face: 'yes', lead: 'Allowed.', say: [...ruleWords(simulation.trace[simulation.rule ?? 0]), ' lets ', { code: origin }, ` read the answer to the ${request.method}.`], cause: [`S3 answers ${status} with the CORS headers of this rule. `, ...readable(exposed)] };
  }
  if (origin === '') return { face: 'plain', lead: 'Not CORS.', say: ['Without an Origin header S3 answers as always and adds no CORS headers.'], cause: [`S3 answers ${status}; nothing is wrong with that.`] };
  if (request.bucket === 'missing') return { face: 'no', lead: 'Not readable.', say: ['There is no such bucket.'], cause: [`S3 answers ${status} without CORS headers, so script cannot read the answer.`] };
  const nearest = nearestRule(simulation.trace);
  return {
    face: 'warn',
    lead: 'Sent, but not readable.',
    say: request.bucket === 'unconfigured' ? ['The bucket has no CORS configuration.'] : ['No rule lets ', { code: origin }, ` read the answer to the ${request.method}.`],
    cause: [
      ...(nearest ? [...ruleWords(nearest), simulation.trace.length > 1 ? ' comes nearest: ' : ' fails: ', ...causes(nearest), '. '] : []),
      `S3 carries the ${request.method} out and answers ${status} without CORS headers.`,
    ],
  };
}

/**
 * Why a rule fails, in half a sentence for each of origin, method and headers.
 *
 * @param {RuleTrace} rule
 * @returns {Word[]}
 */
function causes(rule) {
  /** @type {Word[][]} */
  const all = [];
  if (failed(rule.origin)) all.push(originCause(rule));
  if (failed(rule.method)) all.push(rule.method.value === '' ? ['the request asks for no method'] : ['it does not allow ', { code: rule.method.value }]);
  const headers = rule.headers.filter(failed);
  if (headers.length > 0) {
    all.push(headers[0].reason === 'no-allowed-headers' ? ['it has no AllowedHeader'] : ['no AllowedHeader of it fits ', ...quoted(headers.map((check) => check.value))]);
  }
  return all.flatMap((words, i) => (i === 0 ? words : [i === all.length - 1 ? ', and ' : ', ', ...words]));
}

/**
 * @param {RuleTrace} rule
 * @returns {Word[]}
 */
function originCause({ origin }) {
  if (origin.pattern === undefined) return ['it does not allow this origin'];
  const difference = oneDifference(originDiff(origin.value, origin.pattern));
  const wildcard = origin.pattern.includes('*');
  if (difference && !wildcard) return ['its origin says ', { code: difference.rule }, ' where the page says ', { code: difference.page }];
  return ['its origin ', { code: origin.pattern }, ' does not match'];
}

/**
 * @param {RuleTrace} rule
 * @returns {Word[]}
 */
function ruleWords(rule) {
  return rule.id ? [`Rule ${rule.rule + 1} `, { name: rule.id }] : [`Rule ${rule.rule + 1}`];
}

/** @param {string[]} headers @returns {Word[]} */
function withHeaders(headers) {
  return headers.length === 0 ? [] : [' with ', ...quoted(headers)];
}

/**
 * @param {string[]} values
 * @returns {Word[]}
 */
function quoted(values) {
  const shown = values.length > 4 ? values.slice(0, 3) : values;
  const rest = values.length - shown.length;
  const words = shown.flatMap((value, i) => [i === 0 ? '' : i === shown.length - 1 && rest === 0 ? ' and ' : ', ', { code: value }]);
  return rest > 0 ? [...words, ` and ${rest} more`] : words;
}

/** @param {string} message */
function sentence(message) {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?]$/.test(message) ? '' : '.'}`;
}
