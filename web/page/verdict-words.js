// The verdict: one sentence that says who, what and which rule, and one line of cause.

import { continued, valuesOf } from './check-words.js';
import { losesText } from './evaluate.js';
import { failed, nearestRule } from './nearest.js';

/** @import { RuleTrace, Simulation, Span, Validation } from '../s3cors.js' */
/** @import { Evaluation } from './evaluate.js' */

/** @typedef {string | { code: string } | { name: string } | { said: string, values?: string[] }} Word  Text; a quoted value; a rule's ID; a sentence of the API, and values that it speaks of. */
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
  return {
    face: 'no',
    lead: 'S3 refuses this configuration:',
    say: [`${status} `, { code: error?.code ?? 'error' }, '.'],
    cause: error ? [`S3 says: ${error.message}`] : [],
    place: placeOfRefusal(validation),
  };
}

/**
 * Where the value stands that S3's error is about, which need not be the first error in the text: S3 has an order of its own.
 *
 * @param {Validation} validation
 */
function placeOfRefusal({ response, diagnostics }) {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return (errors.find(({ path }) => path === response.path) ?? errors[0])?.span;
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
 * Whether a browser asks before it sends the request (Fetch Standard, "CORS-preflight fetch"): for GET, HEAD and POST only
 * because of their headers, which stand here without the values that would make some of them harmless.
 *
 * @param {Evaluation} evaluation
 */
function asksFirst({ request, headers }) {
  return !['GET', 'HEAD', 'POST'].includes(request.method) || headers.length > 0;
}

/**
 * @param {Evaluation} evaluation
 * @param {Simulation} simulation
 * @returns {VerdictWords}
 */
function blocked(evaluation, simulation) {
  const { origin, request } = evaluation;
  const status = simulation.response?.status;
  const sequel = asksFirst(evaluation)
    ? `S3 answers the preflight with ${status}; the ${request.method || 'request'} is never sent.`
    : `A browser sends this ${request.method} without asking first, S3 answers it, and script may not read the answer. Asked all the same, S3 answers the preflight with ${status}.`;
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
    cause: [...nearestWords(nearest, simulation), ` ${sequel}`],
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
      ...(nearest ? [...nearestWords(nearest, simulation), ' '] : []),
      `S3 carries the ${request.method} out and answers ${status} without CORS headers.`,
    ],
  };
}

/**
 * The rule that comes nearest, and why it fails.
 *
 * @param {RuleTrace} nearest
 * @param {Simulation} simulation
 * @returns {Word[]}
 */
function nearestWords(nearest, { trace }) {
  const link = trace.length > 1 ? { colon: ' comes nearest: ', having: ' comes nearest, with ' } : { colon: ' fails: ', having: ' has ' };
  return [...ruleWords(nearest), ...causes(nearest, link), '.'];
}

/**
 * Why a rule fails: what the checks of origin and method say, and those of the headers.
 *
 * @param {RuleTrace} rule
 * @param {{ colon: string, having: string }} link
 * @returns {Word[]}
 */
function causes({ origin, method, headers }, link) {
  const lacking = headers.filter(failed);
  const checks = [origin, method, ...(lacking.length === 1 ? lacking : [])].filter(failed);
  /** @type {Word[][]} */
  const all = checks.map((check, i) => [{ said: continued(check, i === 0 ? link : and), values: valuesOf(check) }]);
  // Several headers and what each lacks would be a list; the checks below the verdict have it.
  if (lacking.length > 1) {
    const words = lacking[0].reason === 'no-allowed-headers' ? ['it has no AllowedHeader'] : ['no AllowedHeader of it fits ', ...quoted(lacking.map((check) => check.value))];
    all.push([all.length === 0 ? link.colon : '; ', ...words]);
  }
  return all.flat();
}

const and = { colon: '; ', having: '; ' };

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
