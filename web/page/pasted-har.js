// A HAR file that was pasted: the calls in it, of which one at a time is played.

import { callState, unsetCall } from './call.js';

/** @import { HTTPResponse, RecordedCall, S3CORS } from '../s3cors.js' */
/** @import { Pasted, State } from './types.js' */

/** What is told apart from other JSON by the log around its entries (HAR 1.2, "log"). @param {string} text */
export const isHAR = (text) => /^\s*\{/.test(text) && text.includes('"log"') && text.includes('"entries"');

/**
 * The calls of a HAR file to other origins; the first that was not let through is filled in.
 *
 * @param {S3CORS} api
 * @param {string} text
 * @param {State} state
 * @returns {Promise<Pasted>}
 */
export async function readHAR(api, text, state) {
  const { calls, diagnostics } = await api.readHAR(text);
  const choices = calls.map((recorded) => ({ name: nameOf(recorded), change: { call: callState(recorded.call, unsetCall(state.call)) } }));
  const first = Math.max(0, calls.findIndex(isBlocked));
  return {
    readAs: calls.length === 0 ? 'Read as a HAR file.' : `Read as a HAR file with ${calls.length === 1 ? 'one call to another origin, which' : `${calls.length} calls to other origins, of which one`} is filled in.`,
    notes: diagnostics.map(({ message }) => `${message}.`),
    explanation: null,
    change: choices[first]?.change ?? {},
    choices,
    chosen: first,
  };
}

/**
 * Whether a call was made with CORS and not let through. Elements without crossorigin ask for nothing that could be refused.
 *
 * @param {RecordedCall} recorded
 */
function isBlocked({ call: { via = 'fetch', mode, crossorigin }, response, preflight }) {
  const isCORS = mode !== 'no-cors' && (crossorigin || !['img', 'script', 'stylesheet', 'media'].includes(via));
  return isCORS && !(lets(response) && (!preflight || lets(preflight)));
}

/** @param {HTTPResponse | null} response */
const lets = (response) => response?.headers.some(([name]) => name.toLowerCase() === 'access-control-allow-origin') ?? false;

/**
 * A call by what is seen of it in developer tools: PUT https://bucket.example/key, preflight 403.
 *
 * @param {RecordedCall} recorded
 */
function nameOf({ call, response, preflight, count }) {
  const answers = [...(preflight ? [`preflight ${preflight.status}`] : []), response ? String(response.status) : 'no answer', ...(count > 1 ? [`${count} times`] : [])];
  return `${call.method ?? 'GET'} ${call.url}, ${answers.join(', ')}`;
}
