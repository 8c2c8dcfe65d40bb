// The values that the text does not have and that a verdict hangs on: with some value of theirs it would be another.

import { originOf } from './call.js';
import { failingKinds } from './nearest.js';

/** @import { Exchange, RuleTrace } from '../s3cors.js' */
/** @import { CallState, Evaluation } from './types.js' */

/**
 * Their names, whether it is S3's answer to the configuration that hangs on them or its answer to the call.
 *
 * @param {Evaluation} evaluation
 * @returns {string[]}
 */
export function unsetOf(evaluation) {
  const { validation, readable, server, exchange, call } = evaluation;
  if (server.kind === 'configured' && !readable) return [];
  if (server.kind === 'configured' && !validation.accepted) return unsetOfRefusal(evaluation);
  return exchange ? unsetOfExchange(exchange, call) : [];
}

/**
 * Those that S3 refuses as they are written. What it refuses beside them it refuses with any value.
 *
 * @param {Evaluation} evaluation
 */
function unsetOfRefusal(evaluation) {
  const errors = evaluation.validation.diagnostics.filter(({ severity }) => severity === 'error').map(({ path }) => unsetIn(evaluation, path));
  return errors.every((names) => names.length > 0) ? [...new Set(errors.flat())] : [];
}

/**
 * Those that decide which rule answers, where it matters: what is sent without CORS comes to the same end by any rule.
 *
 * @param {Exchange} exchange
 * @param {CallState} call
 */
function unsetOfExchange({ outcome, preflight, request, simulation }, call) {
  if (outcome === 'opaque' || isSameOrigin(request, call)) return [];
  return [...new Set([...(preflight?.simulation?.unset ?? []), ...(simulation?.unset ?? [])])];
}

/**
 * Whether a request goes to the origin of its page, which may read all that it loads from there.
 *
 * @param {Exchange['request']} request
 * @param {CallState} call
 */
export function isSameOrigin(request, call) {
  return request?.url !== undefined && URL.canParse(request.url) && new URL(request.url).origin === originOf(call.page);
}

/**
 * Whether a placeholder stands in a rule, so that it can be given a value; others stand for rules.
 *
 * @param {string} path
 */
export const isMember = (path) => path.includes('.');

/**
 * Those in one value or list.
 *
 * @param {Evaluation} evaluation
 * @param {string} at  Its path.
 */
export function unsetIn({ validation, values }, at) {
  const there = validation.placeholders.filter(({ name, path }) => !(name in values) && (path === at || path.startsWith(`${at}[`)));
  return [...new Set(there.map(({ name }) => name))];
}

/**
 * Whether a rule that did not take the request might with a value: each list that it fails on lacks one.
 *
 * @param {Evaluation} evaluation
 * @param {RuleTrace} trace
 */
export function mightMatch(evaluation, trace) {
  /** @type {Record<string, string>} */
  const lists = { origin: 'AllowedOrigins', method: 'AllowedMethods', headers: 'AllowedHeaders' };
  return trace.result === 'failed' && failingKinds(trace).every((kind) => unsetIn(evaluation, `CORSRules[${trace.rule}].${lists[kind]}`).length > 0);
}
