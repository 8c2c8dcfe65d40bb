// What the user has written: the configuration as text, and the request. Everything else follows from it.

/**
 * @typedef {object} RequestState
 * @property {string} page  The page's URL or origin; '' for a request without Origin.
 * @property {string} method
 * @property {string[]} headers  Each a name, or "name: value".
 * @property {'preflight' | 'actual'} kind
 * @property {'object' | 'bucket'} resource
 * @property {'configured' | 'unconfigured' | 'missing'} bucket
 */

/**
 * @typedef {object} State
 * @property {string} text
 * @property {RequestState} request
 */

/** @type {RequestState} */
export const emptyRequest = { page: '', method: 'GET', headers: [], kind: 'preflight', resource: 'object', bucket: 'configured' };

/**
 * Holds the state and tells its listeners of each change, at once.
 *
 * @param {State} initial
 */
export function createState(initial) {
  let current = initial;
  /** @type {((state: State) => void)[]} */
  const listeners = [];
  return {
    get current() {
      return current;
    },
    /** @param {Partial<State>} change */
    set(change) {
      current = { ...current, ...change };
      for (const listener of listeners) listener(current);
    },
    /** @param {(state: State) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/**
 * The Origin header that a browser sends for a page: scheme, host and port without the default port, or "null" where the
 * page has an opaque origin (HTML standard, serialisation of an origin). What is no http, https, file or data URL is
 * taken as it was typed, so that origins of apps ("capacitor://localhost") can be tried.
 *
 * @param {string} page
 * @returns {string}
 */
export function originOf(page) {
  const text = page.trim();
  if (/^https?:\/\//i.test(text)) {
    try {
      return new URL(text).origin;
    } catch {
      return text;
    }
  }
  return /^(file|data):/i.test(text) ? 'null' : text;
}

/**
 * The names of the headers as a browser asks for them: in lower case, sorted, each once (Fetch standard,
 * CORS-unsafe request-header names).
 *
 * @param {string[]} headers
 * @returns {string[]}
 */
export function headerNames(headers) {
  const names = headers.map((header) => splitHeader(header)[0].toLowerCase()).filter((name) => name !== '');
  return [...new Set(names)].sort();
}

/**
 * @param {string} header
 * @returns {[name: string, value: string]}
 */
export function splitHeader(header) {
  const colon = header.indexOf(':');
  return colon < 0 ? [header.trim(), ''] : [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
}
