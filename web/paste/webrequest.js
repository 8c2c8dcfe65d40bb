/**
 * Invoke-WebRequest and Invoke-RestMethod of PowerShell, the former as browsers write it ("Copy as PowerShell"): a session with
 * cookies and the user agent, and then the call.
 */

import { noteMore } from './notes.js';
import { powershellWords } from './powershell.js';

/** @typedef {import('./notes.js').Notes} Notes */
/** @typedef {import('./browser-headers.js').Header} Header */
/** @typedef {import('./call.js').PastedRequest} PastedRequest */

export const webRequestName = /(?:^|[\s;|(=])(Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?=\s)/i;

const flags = new Set(['usebasicparsing', 'usedefaultcredentials', 'skipcertificatecheck', 'skiphttperrorcheck', 'skipheadervalidation', 'disablekeepalive', 'passthru', 'resume', 'allowunencryptedauthentication', 'preserveauthorizationonredirect', 'noproxy', 'verbose']);

/**
 * @param {string} text
 * @param {number} start of the name
 * @param {Notes} notes
 * @returns {PastedRequest}
 */
export function readWebRequest(text, start, notes) {
  const { words, end } = powershellWords(text, start, notes);
  /** @type {PastedRequest} */
  const request = { format: 'powershell', method: 'GET', url: null, headers: [], body: undefined, span: { start, end } };
  const cookies = /\$session\.Cookies\.Add\(/.exec(text.slice(0, start));
  if (cookies !== null) request.headers.push({ name: 'Cookie', value: '', start: cookies.index, end: cookies.index + cookies[0].length });
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    const name = word.text[0] === '-' ? word.text.slice(1).toLowerCase() : '';
    if (flags.has(name)) continue;
    const value = name === '' ? word : words[++at];
    if (value === undefined) break;
    const add = (/** @type {string} */ header) => request.headers.push({ name: header, value: value.text, start: value.start, end: value.end });
    if (name === '' || name === 'uri') {
      if (request.url === null) request.url = value;
    } else if (name === 'method' || name === 'custommethod') request.method = methodOf(value.text);
    else if (name === 'contenttype') add('Content-Type');
    else if (name === 'useragent') add('User-Agent');
    else if (name === 'body') request.body = 'string';
    else if (name === 'infile') request.body = 'bytes';
    else if (name === 'form') request.body = 'form-data';
    else if (name === 'headers') {
      for (const pair of value.pairs ?? []) request.headers.push({ name: pair.name.text, value: pair.value.text, start: pair.name.start, end: pair.value.end });
    }
  }
  const more = webRequestName.exec(text.slice(end));
  if (more !== null) noteMore(notes, { start: end + more.index, end: end + more.index + more[0].length });
  return request;
}

/**
 * "Default" is PowerShell's own word for a method that is left out.
 *
 * @param {string} text
 */
function methodOf(text) {
  const method = text.toUpperCase();
  return method === '' || method === 'DEFAULT' ? 'GET' : method;
}
