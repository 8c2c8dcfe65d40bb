// The verdict on an exchange: what becomes of the call, by which rule or for want of which, and what the browser does.

import { aimOf, headerOf, methodOf } from './call.js';
import { failed, nearestRule } from './nearest.js';
import { nearestWords, quoted, ruleWords, withHeaders } from './rule-words.js';
import { isSameOrigin, unsetIn } from './unset.js';

/** @import { Browser, Exchange, Simulation } from '../s3cors.js' */
/** @import { Evaluation, Judge, VerdictWords, Word } from './types.js' */

export const browsers = /** @type {const} */ ({ chrome: 'Chrome', firefox: 'Firefox', safari: 'Safari' });
const unfinished = ['page-unreadable', 'url-unreadable', 'method-unreadable', 'header-name-unreadable'];

/** @type {Judge} */
export function exchangeWords(evaluation, exchange) {
  const words = wordsOf(evaluation, exchange);
  return { ...words, cause: [...words.cause, ...otherwise(exchange)] };
}

/** @type {Judge} */
function wordsOf(evaluation, exchange) {
  if (exchange.outcome === 'threw') return threw(evaluation, exchange);
  if (exchange.outcome === 'opaque') return opaque(evaluation, exchange);
  if (exchange.outcome === 'readable') return readable(evaluation, exchange);
  if (exchange.request) return withheld(evaluation, exchange);
  if (exchange.preflight) return blocked(evaluation, exchange.preflight);
  return { face: 'no', lead: 'Blocked.', say: decision(exchange), cause: ['Nothing is sent.'] };
}

/**
 * What the browser says where it decides, in the words of the API.
 *
 * @param {Exchange} exchange
 * @returns {Word[]}
 */
function decision({ steps, origin, request }) {
  const step = steps.findLast(({ actor }) => actor === 'browser');
  return step ? [{ said: `${step.detail.replace(/, so the \S+ is never sent$/, '')}.`, values: [origin ?? '', request?.url ?? ''] }] : [];
}

/** @type {Judge} */
function threw(_, exchange) {
  const early = unfinished.includes(exchange.reason);
  return { face: early ? 'plain' : 'no', lead: early ? 'No call yet.' : 'Not sent.', say: decision(exchange), cause: ['The browser throws a TypeError before it sends anything; no rule of the bucket has a part in that.'] };
}

/** @type {Judge} */
function opaque({ call, server }, { reason, request, response, simulation }) {
  const element = !['fetch', 'xhr', 'form', 'beacon'].includes(call.via);
  const say = reason === 'navigation'
    ? 'The form leads to a page of its own, and no script waits for the answer.'
    : reason === 'beacon' ? 'sendBeacon() hands no answer to the script.'
      : element ? `The browser may ${aimOf(call.via, '')} without CORS: the page uses it, and script may not look into it.` : 'In mode no-cors script can read nothing of the answer.';
  const advice = element ? ' With crossorigin the browser asks for CORS, and script may look into it.' : reason === 'no-cors' ? ' Leave mode no-cors out to read it.' : '';
  const who = simulation || server.kind !== 'pasted' ? 'S3' : 'The server';
  const done = `${who} ${simulation && carriedOut(request?.method, response?.status) ? `carries the ${request?.method} out and ` : ''}answers`;
  return { face: 'plain', lead: 'Not CORS.', say: [say], cause: [`${done} ${response?.status}.${advice}`] };
}

/**
 * @param {string | undefined} method
 * @param {number | undefined} status
 */
function carriedOut(method, status) {
  return !['GET', 'HEAD', 'OPTIONS', undefined].includes(method) && status !== undefined && status >= 200 && status < 300;
}

/** @type {Judge} */
function readable(evaluation, exchange) {
  const { origin, call, server, headers, exposed } = evaluation;
  const { preflight, request, response, simulation } = exchange;
  if (!request) return { face: 'plain', lead: 'Not CORS.', say: decision(exchange), cause: ['Nothing is sent.'] };
  if (isSameOrigin(request, call)) {
    return { face: 'plain', lead: 'Not CORS.', say: [`${/^[\w.-]+\.\w+\//.test(call.url) ? 'Without https:// it is a URL of the page itself' : 'Page and URL have the same origin'}, so script can read the answer.`], cause: [`${server.kind === 'pasted' ? 'The server' : 'S3'} answers ${response?.status}; no rule is needed.`] };
  }
  const method = methodOf(call, exchange);
  const aim = aimOf(call.via, method);
  const decisive = preflight?.simulation ?? simulation;
  const rule = decisive?.trace[decisive.rule ?? 0];
  const who = rule ? ruleWords(rule) : ['The server'];
  const wants = aim === method && !preflight ? ` read the answer to the ${method}` : ` ${aim}`;
  const first = preflight ? `${decisive ? 'S3' : 'The server'} answers the preflight with ${preflight.response.status}; the browser then sends the ${method}. ` : 'The browser sends it without asking first. ';
  const other = simulation && preflight?.simulation && simulation.rule !== preflight.simulation.rule ? `The answer to the ${method} comes by rule ${(simulation.rule ?? 0) + 1}, which S3 finds first there. ` : '';
  const failure = response && response.status >= 400 ? response.status : 0;
  return {
    face: failure ? 'warn' : 'yes',
    lead: failure ? `Allowed, and answered with ${failure}.` : 'Allowed.',
    say: [...who, ' lets ', { code: origin }, wants, ...withHeaders(headers), '.'],
    cause: [first, other, ...(failure ? ['Script can read that error: CORS does not stand in the way.'] : readableWords(exposed, call.via, simulation ? unsetIn(evaluation, `CORSRules[${simulation.rule}].ExposeHeaders`) : []))],
  };
}

/**
 * @param {string[]} exposed
 * @param {string} via
 * @param {string[]} unset  Values of the list of exposed headers that are not set.
 * @returns {Word[]}
 */
function readableWords(exposed, via, unset) {
  if (via !== 'fetch' && via !== 'xhr') return ['Script may look into it.'];
  if (unset.length > 0) return ['Which headers script can read depends on ', ...quoted(unset), `, which ${unset.length === 1 ? 'is' : 'are'} not set.`];
  return exposed.length === 0 ? ['No header is exposed beyond those that script can always read.'] : ['Script can read ', ...quoted(exposed), '.'];
}

/**
 * A preflight that failed.
 *
 * @param {Evaluation} evaluation
 * @param {NonNullable<Exchange['preflight']>} preflight
 * @returns {VerdictWords}
 */
function blocked(evaluation, { response, simulation }) {
  const { call, exchange } = evaluation;
  const method = methodOf(call, exchange);
  const answers = `${simulation ? 'S3' : 'The server'} answers the preflight with ${response.status}`;
  if (!simulation || simulation.allowed) {
    const rule = simulation?.trace[simulation.rule ?? 0];
    return { face: 'no', lead: 'Blocked.', say: exchange ? decision(exchange) : [], cause: [...(rule ? [...ruleWords(rule), ' matches. '] : []), `${answers}; the ${method} is never sent.`] };
  }
  return { face: 'no', lead: 'Blocked.', ...refusal(evaluation, simulation, `${answers}; the ${method} is never sent.`, [` ${aimOf(call.via, method)}`]) };
}

/** An answer that the browser keeps to itself. @type {Judge} */
function withheld(evaluation, exchange) {
  const { call } = evaluation;
  const { request, response, simulation } = exchange;
  const method = request?.method ?? 'request';
  const aim = aimOf(call.via, method);
  const has = headerOf(response?.headers, 'access-control-allow-origin') !== null;
  const done = carriedOut(method, response?.status);
  const sequel = `${simulation ? 'S3' : 'The server'} ${done && simulation ? `carries the ${method} out and ` : ''}answers ${response?.status}${has ? '' : ' without CORS headers'}.`;
  const lead = 'Sent, but not readable.';
  const { cached } = exchange;
  if (cached?.used && cached.cure.length > 0) {
    const who = cached.by === 'browser' ? 'The browser’s cache answers, and S3 is not asked.' : 'CloudFront answers, and S3 does not learn that a page asks.';
    return { face: 'warn', lead, say: [who], cause: [{ said: `${cached.why}. ${cached.cure[0]}` }] };
  }
  if (!simulation || has) {
    const rule = simulation?.trace[simulation.rule ?? 0];
    return { face: 'warn', lead, say: decision(exchange), cause: [...(rule && simulation?.allowed ? [...ruleWords(rule), ' matches. '] : []), sequel] };
  }
  return { face: 'warn', lead, ...refusal(evaluation, simulation, sequel, [aim === method ? ` read the answer to the ${method}` : ` ${aim}`]) };
}

/**
 * What S3 did not allow: in general, and why the rule that comes nearest does not.
 *
 * @param {Evaluation} evaluation
 * @param {Simulation} simulation
 * @param {string} sequel
 * @param {Word[]} wants
 * @returns {{ say: Word[], cause: Word[] }}
 */
function refusal({ server, origin }, simulation, sequel, wants) {
  if (server.kind === 'missing') return { say: ['There is no such bucket.'], cause: [sequel] };
  if (server.kind === 'unconfigured') return { say: ['The bucket has no CORS configuration.'], cause: [sequel] };
  const nearest = nearestRule(simulation.trace);
  if (!nearest) return { say: ['S3 refuses what ', { code: origin }, ' asks for.'], cause: [...(simulation.response?.error ? [`S3 says: ${simulation.response.error.message} `] : []), sequel] };
  const missing = nearest.headers.filter(failed).map((check) => check.value);
  const onlyHeaders = missing.length > 0 && !failed(nearest.origin) && !failed(nearest.method);
  return { say: ['No rule lets ', { code: origin }, ...wants, ...(onlyHeaders ? withHeaders(missing) : []), '.'], cause: [...nearestWords(nearest, simulation), ` ${sequel}`] };
}

/**
 * Browsers that come to another end.
 *
 * @param {Exchange} exchange
 * @returns {Word[]}
 */
function otherwise({ outcome, differences }) {
  const others = /** @type {Browser[]} */ (Object.keys(differences)).filter((browser) => differences[browser]?.outcome !== outcome);
  return others.map((browser) => ` ${browsers[browser]} ${differences[browser]?.outcome === 'readable' ? 'lets script read it' : 'decides otherwise'} all the same.`);
}
