// What an element is given to show: by its properties and attributes, by a link of the page, or by what it wraps.

import { callState } from '../page/call.js';
import { emptyCall } from '../page/state.js';
import { wrappedCall, wrappedSource } from './wrapped.js';

/** @import { FetchCall, S3CORS } from '../s3cors.js' */
/** @import { LinkState, State } from '../page/types.js' */
/** @import { S3CORSEditor } from './element.js' */

const properties = ['source', 'src', 'call', 'page', 'link', 'cache', 'view', 'readOnly', 'theme'];

/**
 * A property that was set before the element was registered hides the class's own; it is set anew.
 *
 * @param {S3CORSEditor} given
 */
export function takeOver(given) {
  const element = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (given));
  for (const name of properties.filter((property) => Object.hasOwn(element, property))) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

/**
 * The text of its configuration.
 *
 * @param {S3CORSEditor} element
 * @returns {Promise<string>}
 */
export async function givenText(element) {
  const source = element.getAttribute('source');
  if (source !== null) return source;
  const linked = await linkedState(element);
  if (linked) return linked.text;
  const wrapped = element.hasAttribute('src') ? { href: new URL(element.src, element.baseURI).href } : wrappedSource(element);
  if (wrapped === null) return '';
  if ('text' in wrapped) return wrapped.text;
  const response = await fetch(wrapped.href);
  if (!response.ok) throw new Error(`${wrapped.href} has status ${response.status}`);
  return response.text();
}

/**
 * Its call, and all else of a state that is no text.
 *
 * @param {S3CORSEditor} element
 * @param {FetchCall | string | null | undefined} set  What the call was set to; undefined: nothing set it.
 * @param {() => State['server']} current  What there is of it.
 * @param {S3CORS} api
 * @returns {Promise<Partial<State>>}
 */
export async function givenCall(element, set, current, api) {
  const linked = set === undefined && !element.hasAttribute('call') ? await linkedState(element) : null;
  if (linked) {
    const { candidate, values, call, server, shown } = linked;
    return { candidate, values, call, server, shown };
  }
  const given = set !== undefined ? set : (element.getAttribute('call') ?? wrappedCall(element));
  const call = typeof given === 'string' ? await callOf(api, given) : given;
  const page = call?.page || element.page;
  return { call: callState({ ...(call ?? { url: emptyCall.url }), page }, emptyCall), server: { ...current(), cache: element.cache }, shown: null };
}

/**
 * What a link of the page says that is on screen; null without one.
 *
 * @param {S3CORSEditor} element
 * @returns {Promise<LinkState | null>}
 */
async function linkedState({ link }) {
  if (link === '') return null;
  const { readLink, unreadable } = await import('../page/link.js');
  const read = await readLink(link.replace(/^[^#]*/, ''));
  if ('problem' in read) throw new Error(`The link cannot be read. ${unreadable[read.problem]}`);
  return read.state;
}

/**
 * A call as JSON, or as anything that readCall reads: a curl command, a fetch, a method and a URL.
 *
 * @param {S3CORS} api
 * @param {string} text
 * @returns {Promise<FetchCall | null>}
 */
async function callOf(api, text) {
  if (text.trim() === '') return null;
  if (/^\s*\{/.test(text)) return JSON.parse(text);
  const { call, diagnostics } = await api.readCall(text);
  if (!call) throw new Error(`The call cannot be read: ${diagnostics[0]?.message ?? text}`);
  return call;
}
