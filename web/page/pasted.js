// What a pasted text is: a request, a response, an error, or several of them in one.

import { callState, unsetCall } from './call.js';
import { isHAR, readHAR } from './pasted-har.js';

/** @import { Explanation, FetchCall, S3CORS } from '../s3cors.js' */
/** @import { Pasted, State } from './types.js' */

const formats = { curl: 'a curl command', powershell: 'a PowerShell command', fetch: 'a call of fetch()', http: 'the head of a request', url: 'a URL' };
/** @type {Record<string, string>} */
const browserNames = { chrome: ' of Chrome', firefox: ' of Firefox', safari: ' of Safari' };
const kinds = { console: 'a line of the console', 's3-error': 'an error of S3', 'client-error': 'an error of a client', validation: 'an error of a client’s validation' };
/** @type {Record<string, FetchCall['via']>} How Chrome names what makes the call. */
const ways = { fetch: 'fetch', XMLHttpRequest: 'xhr', image: 'img', script: 'script', font: 'font', 'CSS stylesheet': 'stylesheet', video: 'media', audio: 'media' };

/**
 * @param {S3CORS} api
 * @param {string} text
 * @param {State} state
 * @returns {Promise<Pasted>}
 */
export async function readPasted(api, text, state) {
  if (isHAR(text)) return readHAR(api, text, state);
  const [read, answer, told] = await Promise.all([api.readCall(text), api.readResponse(text), api.explain(text)]);
  // The status of a response says nothing beyond it.
  const explanation = told.kind === null || (answer.response && told.code === 'http-status') ? null : told;
  const request = read.call;
  const { response, redirects } = answer;
  const isServer = response !== null && !(explanation?.kind === 'console' || explanation?.kind === 'validation');
  const isCall = request !== null && explanation?.kind !== 'console';
  const named = !isCall && explanation ? namedCall(explanation, state) : {};
  const parts = [
    ...(isCall && read.format ? [`${formats[read.format]}: the call is filled in`] : []),
    ...(isServer ? [`a response with the status ${response.status}: it stands for the server’s answer`] : []),
    ...(explanation ? [`${kinds[explanation.kind ?? 'console']}${browserNames[explanation.browser ?? ''] ?? ''}${'call' in named ? ', whose call is taken over' : ''}`] : []),
  ];
  const diagnostics = [...(isCall ? read.diagnostics : []), ...(isServer ? answer.diagnostics : [])];
  return {
    readAs: parts.length === 0 ? '' : `Read as ${parts.join(', and as ')}.`,
    notes: [...diagnostics.map(({ message }) => `${message}.`), ...('call' in named && !explanation?.origin ? ['It does not say which page made the call: that of the form stays.'] : []), ...(named.call && !explanation?.values.method ? [`It names no method: ${named.call.method} is tried.`] : [])],
    explanation,
    change: {
      ...(isCall && { call: callState({ ...request, page: request.page || state.call.page, url: request.url || state.call.url }, unsetCall(state.call)) }),
      ...named,
      ...(isServer && { server: { ...state.server, kind: /** @type {const} */ ('pasted'), pasted: { response, redirects }, stands: /** @type {const} */ ('both') } }),
    },
  };
}

/**
 * What an error names of the call that failed.
 *
 * @param {Explanation} explanation
 * @param {State} state
 * @returns {Partial<State>}
 */
function namedCall({ origin, url, values, reason, failed }, { call }) {
  const header = /^header-not-allowed:(.+)/.exec(reason ?? '')?.[1];
  const lacks = header && !call.headers.some((other) => other.split(':')[0].trim().toLowerCase() === header);
  const next = {
    // Another URL is another call; for a preflight there has to be something that it asks for.
    ...(url && url !== call.url && failed !== 'preflight' ? callState({ page: call.page, url }, unsetCall(call)) : call),
    ...(origin && { page: origin }),
    ...(url && { url }),
    ...(/^[A-Z]+$/.test(values.method ?? '') && { method: values.method }),
    ...(/credentials|acac/.test(reason ?? '') && { credentials: /** @type {const} */ ('include') }),
    ...(values.kind in ways && { via: ways[values.kind] }),
    ...(lacks && { headers: [...call.headers, header] }),
  };
  return JSON.stringify(next) === JSON.stringify(call) ? {} : { call: next };
}
