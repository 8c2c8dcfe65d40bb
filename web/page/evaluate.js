// From what the user has written to all that is shown.

import { headerNames, originOf, splitHeader } from './state.js';

/** @import { CORSConfiguration, Diagnostic, S3CORS, Simulation, Target, Validation, Written } from '../s3cors.js' */
/** @import { RequestState, State } from './state.js' */

/**
 * @typedef {object} Evaluation
 * @property {string} text  The text on screen.
 * @property {RequestState} request
 * @property {string} origin  The Origin header; '' for none.
 * @property {string[]} headers  The names that the preflight asks for.
 * @property {Validation} validation
 * @property {boolean} readable  Whether the text on screen can be read without loss.
 * @property {CORSConfiguration | null} configuration  Of the text on screen or, if that cannot be read, of the last one that could.
 * @property {Simulation | null} simulation  Of the same text as the configuration.
 * @property {string[]} exposed  What the actual response lets script read; only where the request is allowed.
 * @property {Written} written  Of the same text as the configuration.
 */

/**
 * Evaluates each state and remembers the last text that could be read.
 *
 * @param {S3CORS} api
 */
export function createEvaluation(api) {
  /** @type {{ text: string, configuration: CORSConfiguration } | null} */
  let last = null;
  /**
   * @param {State} state
   * @returns {Evaluation}
   */
  return ({ text, request }) => {
    const validation = api.validate(text);
    const readable = isReadable(validation);
    if (readable && validation.configuration) last = { text, configuration: validation.configuration };
    if (text.trim() === '') last = null;
    const source = request.bucket === 'configured' ? last?.text : null;
    const simulation = source === undefined ? null : simulate(api, source, request);
    return {
      text,
      request,
      origin: originOf(request.page),
      headers: headerNames(request.headers),
      validation,
      readable,
      configuration: last?.configuration ?? null,
      simulation,
      exposed: simulation?.allowed ? exposed(api, source ?? null, request, simulation) : [],
      written: api.toXML(last?.text ?? text),
    };
  };
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
 * @param {S3CORS} api
 * @param {string | null} source
 * @param {RequestState} request
 */
function simulate(api, source, request) {
  return request.kind === 'preflight'
    ? api.simulatePreflight(
        source,
        { origin: originOf(request.page) || null, method: request.method || null, headers: headerNames(request.headers).length ? headerNames(request.headers) : null },
        targetOf(request),
      )
    : simulateActual(api, source, request);
}

/**
 * @param {S3CORS} api
 * @param {string | null} source
 * @param {RequestState} request
 */
function simulateActual(api, source, request) {
  const origin = originOf(request.page);
  /** @type {[string, string][]} */
  const headers = origin === '' ? [] : [['Origin', origin]];
  for (const header of request.headers) headers.push(splitHeader(header));
  return api.simulateRequest(source, { method: request.method || 'GET', headers }, targetOf(request));
}

/**
 * @param {RequestState} request
 * @returns {Target}
 */
function targetOf(request) {
  return { bucket: request.bucket === 'missing' ? 'missing' : 'exists', resource: request.resource };
}

/**
 * What counts is the answer to the actual request, which an earlier rule may give: it asks for no headers
 * (recorded on AWS: the real headers of an actual request are never compared).
 *
 * @param {S3CORS} api
 * @param {string | null} source
 * @param {RequestState} request
 * @param {Simulation} simulation
 */
function exposed(api, source, request, simulation) {
  const actual = request.kind === 'actual' ? simulation : simulateActual(api, source, request);
  const field = actual.response?.headers.find(([name]) => name.toLowerCase() === 'access-control-expose-headers');
  return field ? field[1].split(',').map((name) => name.trim()).filter((name) => name !== '') : [];
}
