// From what the user has written to all that is shown.

import { askedHeaders, fetchCall, headerOf, originOf, splitHeader } from './call.js';
import { serverOf, targetOf } from './server.js';

/** @import { CORSConfiguration, Diagnostic, Exchange, S3CORS, Source, Validation } from '../s3cors.js' */
/** @import { CallState, Evaluation, ServerState, State } from './types.js' */

/**
 * Evaluates each state and remembers the last text that could be read.
 *
 * @param {S3CORS} api
 */
export function createEvaluation(api) {
  /** @type {{ source: Source, configuration: CORSConfiguration } | null} */
  let last = null;
  /**
   * @param {State} state
   * @returns {Evaluation}
   */
  return ({ text, candidate: chosen, values, call, server, shown: wanted }) => {
    const candidate = candidateOf(api, text, chosen);
    const current = sourceOf(text, candidate, values);
    const validation = api.validate(current);
    const readable = isReadable(validation);
    if (readable && validation.configuration) last = { source: current, configuration: validation.configuration };
    if (text.trim() === '') last = null;
    const source = server.kind === 'configured' || server.kind === 'pasted' ? last?.source : null;
    const isKnown = source !== undefined || server.kind === 'pasted';
    const exchange = isKnown && call.page.trim() !== '' ? api.simulateFetch(fetchCall(call), serverOf(api, source ?? null, call, server)) : null;
    const plain = isKnown && !exchange ? plainRequest(api, source ?? null, call, server) : null;
    const shown = shownOf(exchange, wanted);
    const part = shown === 'preflight' ? exchange?.preflight : exchange;
    return {
      text,
      candidate,
      values,
      source: last?.source ?? null,
      call,
      server,
      origin: exchange?.origin ?? originOf(call.page),
      headers: askedHeaders(exchange),
      validation,
      readable,
      configuration: last?.configuration ?? null,
      exchange,
      shown,
      simulation: part?.simulation ?? plain,
      response: part?.response ?? plain?.response ?? null,
      exposed: exchange?.outcome === 'readable' ? exposed(exchange) : [],
    };
  };
}

/**
 * A text with a choice among its configurations and with values for what it does not say; where there is nothing of that, the text alone.
 *
 * @param {string} text
 * @param {number} candidate
 * @param {State['values']} values
 * @returns {Source}
 */
function sourceOf(text, candidate, values) {
  return candidate === 0 && Object.keys(values).length === 0 ? text : { text, candidate, values };
}

/**
 * The configuration that was chosen, or the first where the text has no longer as many.
 *
 * @param {S3CORS} api
 * @param {string} text
 * @param {number} chosen
 */
function candidateOf(api, text, chosen) {
  return chosen > 0 && api.parse({ text, candidate: chosen }).configuration ? chosen : 0;
}

/**
 * Whose answer to show: the one that was asked for, or the one that decides.
 *
 * @param {Exchange | null} exchange
 * @param {State['shown']} wanted
 */
function shownOf(exchange, wanted) {
  if (!exchange?.preflight) return 'actual';
  if (!exchange.request) return 'preflight';
  return wanted ?? (exchange.outcome === 'blocked' ? 'actual' : 'preflight');
}

/**
 * Whether the configuration holds all that the text says. A value that S3 refuses can be read; an element that nobody
 * knows is lost, and a card that wrote the text anew would drop it.
 *
 * @param {Validation} validation
 */
function isReadable(validation) {
  return validation.configuration !== null && !validation.diagnostics.some(losesText);
}

/** What is wrong with the document and keeps nothing of its rules from being read. */
const harmless = ['wrong-namespace', 'doctype', 'wrong-encoding'];

/**
 * Whether something that the text says is in no rule. An element whose name is a near miss is read as it is meant.
 *
 * @param {Diagnostic} diagnostic
 */
export function losesText({ severity, topic, code, parameters }) {
  return severity === 'error' && topic === 'syntax' && !harmless.includes(code) && !(code === 'unknown-element' && 'nearest' in parameters);
}

/**
 * The answer to a request that no page makes: a program's, or that of a tab of the browser itself.
 *
 * @param {S3CORS} api
 * @param {Source | null} source
 * @param {CallState} call
 * @param {ServerState} server
 */
function plainRequest(api, source, call, server) {
  if (server.kind === 'pasted') return null;
  return api.simulateRequest(source, { method: call.method || 'GET', headers: call.headers.map(splitHeader) }, targetOf(call, server));
}

/** @param {Exchange} exchange */
function exposed({ response }) {
  const field = headerOf(response?.headers, 'access-control-expose-headers') ?? '';
  return field.split(',').map((name) => name.trim()).filter((name) => name !== '');
}
