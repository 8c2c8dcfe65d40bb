// The exchange as messages between page, browser and server, in the order in which they go.

import { askedBecause, fieldsOf, headerOf, listWords, methodOf } from './call.js';
import { browsers } from './exchange-words.js';
import { statusWords } from './response.js';

/** @import { Browser, Exchange, HTTPRequest, HTTPResponse, Simulation } from '../s3cors.js' */
/** @import { CallState, Hop, Line, Message } from './types.js' */

const requestHeaders = ['origin', 'access-control-request-method', 'access-control-request-headers'];
const responseHeaders = ['access-control-allow-origin', 'access-control-allow-credentials'];
const preflightHeaders = [...responseHeaders, 'access-control-allow-methods', 'access-control-allow-headers', 'access-control-max-age'];

/** The header that each reason is about, by how the reason begins. */
const headersOfReasons = /** @type {const} */ ([
  ['acao', 'Access-Control-Allow-Origin'],
  ['acac', 'Access-Control-Allow-Credentials'],
  ['acam', 'Access-Control-Allow-Methods'],
  ['method-not-allowed', 'Access-Control-Allow-Methods'],
  ['acah', 'Access-Control-Allow-Headers'],
  ['header-not-allowed', 'Access-Control-Allow-Headers'],
]);

/**
 * @param {Exchange} exchange
 * @param {CallState} call
 * @returns {Message[]}
 */
export function sequenceOf(exchange, call) {
  const { cached, preflight, request, response } = exchange;
  const [earlier] = exchange.steps[0].actor === 'page' ? [] : exchange.steps;
  const steps = exchange.steps.slice(earlier ? 1 : 0);
  const hops = hopsOf(steps);
  const ofPreflight = preflight ? hops.findLast(({ step }) => step.title === `OPTIONS ${pathOf(preflight.request)}`) : undefined;
  const last = hops.at(-1);
  /** @type {Message[]} */
  const messages = earlier ? [{ from: 'page', to: 'browser', tone: 'plain', title: earlier.title, lines: [], notes: [earlier.detail] }] : [];
  messages.push(first({ ...exchange, steps }, call));
  for (const hop of hops) {
    if (preflight && hop === ofPreflight) {
      messages.push({ ...sent(hop, preflight.request, true), tag: 'Preflight', mind: ['Asks first', `because of ${listWords(askedBecause(preflight))}`] }, answered(hop, preflight.response, preflight.passed ? 'readable' : 'blocked', preflight.reason, preflightHeaders, preflight.simulation, preflight.passed ? keptFor(preflight.cacheSeconds) : []));
    } else if (request && response && hop === last) {
      const decides = [...responseHeaders, 'access-control-expose-headers', ...(exchange.outcome === 'readable' ? exchange.readableHeaders : [])];
      messages.push(sent(hop, request, preflight !== null), answered(hop, response, exchange.outcome, exchange.reason, decides, exchange.simulation, hop.answers.slice(1).map(({ title, detail }) => `${title}. ${detail}`)));
    } else {
      messages.push(sent(hop, null, true), answered(hop, null, hop.verdict?.ok !== false ? 'readable' : 'blocked', '', [], undefined, []));
    }
  }
  if (preflight && !request) messages.push({ from: 'browser', to: 'server', tone: 'never', title: `${methodOf(call, exchange)} ${pathOf(preflight.request)} is never sent`, mind: ['Stops here', ''], lines: [], notes: [] });
  return [...messages, { ...end(exchange), mind: cached?.used && cached.by === 'browser' ? ['Asks its cache', cached.why] : undefined }];
}

/**
 * @param {Exchange['steps']} steps
 */
function hopsOf(steps) {
  /** @type {Hop[]} */
  const hops = [];
  steps.forEach((step, i) => {
    if (step.actor !== 'browser' || steps[i + 1]?.actor !== 's3') return;
    const end = steps.findIndex(({ actor }, at) => at > i && actor !== 's3');
    hops.push({ step, answers: steps.slice(i + 1, end), verdict: steps[end] });
  });
  return hops;
}

/** @param {HTTPRequest} request */
function pathOf({ url = '' }) {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/**
 * @param {Exchange} exchange
 * @param {CallState} call
 * @returns {Message}
 */
function first({ steps, request, preflight }, call) {
  const refused = request || preflight ? undefined : steps.find(({ actor }) => actor === 'browser');
  return { from: 'page', to: 'browser', tone: refused && !refused.ok ? 'bad' : 'plain', title: steps[0].title, mind: refused && [refused.title, refused.detail], lines: [], notes: call.credentials === 'include' && (call.via === 'fetch' || call.via === 'xhr') ? ['with credentials'] : [] };
}

/**
 * @param {Hop} hop
 * @param {HTTPRequest | null} request
 * @param {boolean} asked  Whether a preflight came before.
 * @returns {Message}
 */
function sent({ step }, request, asked) {
  return { from: 'browser', to: 'server', tone: 'plain', title: step.title, mind: request && headerOf(request.headers, 'origin') === null ? ['Sends no Origin', 'so the server sees no CORS request'] : ['Sends the call', asked ? '' : 'without asking first'], lines: request ? weighed(fieldsOf(request.headers), requestHeaders, '') : [], notes: [] };
}

/**
 * @param {Hop} hop
 * @param {HTTPResponse | null} response
 * @param {Exchange['outcome']} outcome
 * @param {string} reason
 * @param {string[]} decide
 * @param {Simulation | undefined} simulation
 * @param {string[]} notes
 * @returns {Message}
 */
function answered({ answers, verdict }, response, outcome, reason, decide, simulation, notes) {
  const { status } = response ?? { status: Number(answers[0].title) };
  return {
    from: 'server', to: 'browser', tone: outcome === 'blocked' ? 'bad' : outcome === 'opaque' ? 'plain' : 'good',
    title: `${status} ${simulation?.response?.error?.code ?? statusWords(status)}`.trim(),
    tag: simulation ? (simulation.rule === null ? (simulation.trace.some(({ result }) => result === 'failed') ? 'No rule' : undefined) : `Rule ${simulation.rule + 1}`) : undefined,
    mind: verdict && [verdict.title, verdict.detail],
    // All of them are under Response.
    lines: response ? weighed(response.headers, decide, outcome === 'blocked' ? reason : '').filter(({ weight }) => weight !== 'plain') : [],
    notes,
  };
}

/**
 * @param {Exchange} exchange
 * @returns {Message}
 */
function end({ steps, outcome, readableHeaders, hiddenHeaders }) {
  const { title, detail, ok } = steps[steps.length - 1];
  const notes = outcome !== 'readable' ? [detail]
    : [...(readableHeaders.length > 0 ? [`Script can read ${readableHeaders.join(', ')}`] : ['Script can read status and body']), ...hiddenWords(hiddenHeaders)];
  return { from: 'browser', to: 'page', tone: ok ? (outcome === 'opaque' ? 'plain' : 'good') : 'bad', title, lines: [], notes };
}

/** @param {string[]} names */
function hiddenWords(names) {
  const others = names.filter((name) => !/^(access-control-|vary$)/.test(name));
  const all = others.length < names.length ? [...others, 'what S3 says of CORS'] : others;
  return all.length === 0 ? [] : [`Hidden: ${all.join(', ')}`];
}

/** @param {Record<Browser, number>} seconds */
function keptFor(seconds) {
  return [`Kept by ${listWords(Object.entries(browsers).map(([browser, name]) => `${name} ${seconds[/** @type {Browser} */ (browser)]} s`))}`];
}

/**
 * All headers of a message, those that decide marked, and the one that is wanting.
 *
 * @param {[name: string, value: string][]} headers
 * @param {string[]} decide
 * @param {string} reason
 * @returns {Line[]}
 */
function weighed(headers, decide, reason) {
  const wanted = headersOfReasons.find(([start]) => reason.startsWith(start))?.[1];
  /** @type {Line[]} */
  const lines = headers.map(([name, value]) => ({ name, value, weight: name.toLowerCase() === wanted?.toLowerCase() ? 'fails' : decide.includes(name.toLowerCase()) ? 'decides' : 'plain' }));
  if (wanted && !lines.some(({ weight }) => weight === 'fails')) lines.unshift({ name: wanted, value: null, weight: 'fails' });
  return lines;
}
