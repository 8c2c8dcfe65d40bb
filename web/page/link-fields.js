// What of the state is in a link, and how each field of it is checked. A field that has its usual value is left out.

import { bodies, caches, credentials, kinds, modes, resources, stands, vias } from './call-choices.js';
import { outputFormats } from './formats.js';
import { bucket, emptyCall } from './state.js';

/** @import { LinkState } from './types.js' */

/** @typedef {(value: unknown) => boolean} Check */

/** UTF-16 code units of the source; a template or a program may hold more than S3's 65,536 bytes. */
const TEXT = 300_000;
const LINE = 8_192;

/** @type {(longest: number) => Check} */
const text = (longest) => (value) => typeof value === 'string' && value.length <= longest;
/** @type {(...words: unknown[]) => Check} */
const oneOf = (...words) => (value) => words.includes(value);
/** @type {(words: object) => Check} */
const keyOf = (words) => oneOf(...Object.keys(words));
/** @type {(least: number, most: number) => Check} */
const whole = (least, most) => (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
/** @type {(most: number, item: Check) => Check} */
const list = (most, item) => (value) => Array.isArray(value) && value.length <= most && value.every(item);
/** @type {(...checks: Check[]) => Check} */
const either = (...checks) => (value) => checks.some((check) => check(value));

/**
 * An object with these members, some of which may be absent, and no others.
 *
 * @param {Record<string, Check>} members
 * @param {string[]} [optional]
 * @returns {Check}
 */
function object(members, optional = []) {
  return (value) => isObject(value) && Object.entries(value).every(([name, member]) => Object.hasOwn(members, name) && members[name](member)) &&
    Object.keys(members).every((name) => optional.includes(name) || Object.hasOwn(value, name));
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @type {Check} */
const values = (value) => isObject(value) && Object.entries(value).length <= 500 &&
  Object.entries(value).every(([name, one]) => text(LINE)(name) && either(text(LINE), whole(0, Number.MAX_SAFE_INTEGER), list(200, text(LINE)))(one));

const headers = list(200, (value) => Array.isArray(value) && value.length === 2 && value.every(text(LINE)));
const response = object({ status: whole(0, 999), headers, body: text(100_000) }, ['body']);
const redirects = list(20, object({ status: whole(0, 999), location: text(LINE), headers, preflight: response }, ['headers', 'preflight']));

/** @type {Record<keyof LinkState['call'], Check>} */
const call = {
  page: text(LINE),
  url: text(LINE),
  via: keyOf(vias),
  method: text(200),
  headers: list(200, text(LINE)),
  credentials: keyOf(credentials),
  mode: keyOf(modes),
  body: keyOf(bodies),
  bodyType: text(LINE),
  crossorigin: text(LINE),
  uploadListener: oneOf(true, false),
};

/** @type {Record<keyof LinkState['server'], Check>} */
const server = {
  kind: keyOf(kinds),
  resource: keyOf(resources),
  status: either(oneOf(0), whole(200, 599)),
  pasted: either(oneOf(null), object({ response, redirects })),
  stands: keyOf(stands),
  cache: keyOf(caches),
};

/** @type {LinkState} */
const usual = {
  text: '', candidate: 0, values: {}, call: emptyCall, server: bucket, shown: null, configTab: 'source', answerTab: 'why', format: 'xml',
};

/** @type {Record<keyof LinkState, Check>} */
const fields = {
  text: text(TEXT),
  candidate: whole(0, 100_000),
  values,
  call: object(call, Object.keys(call)),
  server: object(server, Object.keys(server)),
  shown: oneOf(null, 'preflight', 'actual'),
  configTab: oneOf('source', 'rules', 'meaning', 'tests'),
  answerTab: oneOf('why', 'exchange', 'response', 'consoles', 'readable'),
  format: oneOf(...outputFormats),
};

/**
 * What differs from the usual.
 *
 * @param {LinkState} state
 * @returns {Record<string, unknown>}
 */
export function writeFields(state) {
  return { ...differing(state, usual), call: differing(state.call, usual.call), server: differing(state.server, usual.server) };
}

/**
 * @template {object} T
 * @param {T} value
 * @param {T} other
 */
function differing(value, other) {
  const known = new Map(Object.entries(other));
  return Object.fromEntries(Object.entries(value).filter(([name, one]) => known.has(name) && JSON.stringify(one) !== JSON.stringify(known.get(name))));
}

/**
 * The state that was written; null where a field is not what the page writes.
 *
 * @param {unknown} written
 * @returns {LinkState | null}
 */
export function readFields(written) {
  if (!object(fields, Object.keys(fields))(written)) return null;
  const { call: ofCall, server: ofServer, ...others } = /** @type {Partial<LinkState>} */ (written);
  const state = { ...usual, ...others, call: { ...usual.call, ...ofCall }, server: { ...usual.server, ...ofServer } };
  return state.server.kind === 'pasted' && state.server.pasted === null ? null : state;
}
