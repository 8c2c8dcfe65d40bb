/**
 * The methods of the API over a running instance: arguments become JSON, sources are kept on Go's side, and answers
 * become values or errors. wasm/doc.go describes what crosses.
 */

/** @typedef {import('./instance.js').Instance} Instance */
/** @typedef {import('../s3cors.js').S3CORS} S3CORS */
/** @typedef {import('../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../s3cors.js').Diagnostic} Diagnostic */

const describe = 0;
const keep = 1;
const firstCall = 2;

/** The arguments of each call by name. Those that are sources are named in `sources`. */
const parameters = /** @type {Record<string, string[]>} */ ({
  parse: ['source'],
  validate: ['source'],
  toXML: ['source'],
  convert: ['source', 'format', 'options'],
  simulatePreflight: ['source', 'request', 'target'],
  simulateRequest: ['source', 'request', 'target'],
  simulateMany: ['source', 'requests', 'target'],
  simulateFetch: ['call', 'server'],
  compare: ['before', 'after'],
  suggest: ['source', 'request'],
  infer: ['calls'],
  test: ['suite'],
});
const sources = ['source', 'before', 'after'];

/** How many sources Go keeps (wasm/kept.go). */
const slotCount = 8;

/**
 * Makes the API of a running instance. Only what the module describes is there, so that a call that is not built is
 * absent.
 *
 * @param {Instance} instance
 * @returns {S3CORS}
 */
export function makeAPI(instance) {
  const { version, calls } = instance.call(describe, '[]').result;
  const kept = new KeptSources(instance);
  /** @type {Record<string, unknown>} */
  const api = { version };
  calls.forEach((/** @type {string} */ name, /** @type {number} */ index) => {
    api[name] = (/** @type {unknown[]} */ ...values) => {
      const payload = writeArguments(name, values, kept);
      return result(name, instance.call(firstCall + index, payload));
    };
  });
  return /** @type {S3CORS} */ (/** @type {unknown} */ (api));
}

/**
 * Writes the arguments of a call. All are written before anything crosses, since writing a value may run code of the
 * caller's (toJSON), and that may call the API.
 *
 * @param {string} name
 * @param {unknown[]} values
 * @param {KeptSources} kept
 */
function writeArguments(name, values, kept) {
  const names = parameters[name] ?? values.map((_, index) => `argument ${index + 1}`);
  const given = values.slice(0, names.length);
  while (given.length > 0 && given[given.length - 1] === undefined) given.pop();
  const texts = given.map((value, index) => {
    if (typeof value === 'string' && sources.includes(names[index])) return value;
    return write(name, names[index], value);
  });
  const written = texts.map((text, index) => {
    if (!sources.includes(names[index]) || given[index] === null) return text;
    return `{"slot":${kept.slotOf(name, names[index], text, typeof given[index] === 'string')}}`;
  });
  if (given.length === 0 && sources.includes(names[0])) throw misuse(name, `${names[0]} is missing`);
  return `[${written.join(',')}]`;
}

/**
 * Writes an argument as JSON.
 *
 * @param {string} name
 * @param {string} parameter
 * @param {unknown} value
 */
function write(name, parameter, value) {
  const unordered = iterableHeaders(value);
  if (unordered) throw misuse(name, `${parameter}.headers must be a plain object or an array; write [...headers]`);
  let text;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw misuse(name, `${parameter} cannot be written as JSON: ${String(cause)}`, cause);
  }
  if (text === undefined) throw misuse(name, `${parameter} must be a value, not ${typeof value}`);
  return text;
}

/**
 * Whether a request has headers that JSON would lose without a word: a Headers object or a Map becomes {}.
 *
 * @param {unknown} value
 */
function iterableHeaders(value) {
  if (typeof value !== 'object' || value === null || !('headers' in value)) return false;
  const { headers } = value;
  return typeof headers === 'object' && headers !== null && !Array.isArray(headers) && Symbol.iterator in headers;
}

/**
 * @param {string} name
 * @param {string} message
 * @param {unknown} [cause]
 */
function misuse(name, message, cause) {
  return new TypeError(`s3cors.${name}: ${message}`, cause === undefined ? undefined : { cause });
}

/**
 * Takes an answer apart.
 *
 * @param {string} name
 * @param {{ result?: any, configuration?: CORSConfiguration, misuse?: string, panic?: string }} answer
 */
function result(name, answer) {
  if (answer.misuse !== undefined) throw misuse(name, answer.misuse);
  if (answer.panic !== undefined) {
    throw new Error(`s3cors.${name}: the module failed (${answer.panic}). This is a defect of s3cors; the next call works.`);
  }
  const value = answer.result;
  if (Array.isArray(value?.diagnostics)) composeFixes(value.diagnostics, answer.configuration ?? value.configuration);
  return value;
}

/**
 * Puts together the configurations of fixes: each crosses as runs of the source's own rules, and new rules. Rules that a fix
 * does not change are the same objects in all of them.
 *
 * @param {Diagnostic[]} diagnostics
 * @param {CORSConfiguration | null} configuration that of the source
 */
function composeFixes(diagnostics, configuration) {
  for (const { fixes } of diagnostics) {
    for (const fix of fixes ?? []) {
      const parts = /** @type {any} */ (fix.configuration);
      const CORSRules = parts.flatMap((/** @type {any} */ part) =>
        Array.isArray(part) ? configuration?.CORSRules.slice(part[0], part[1]) : [part],
      );
      fix.configuration = { CORSRules };
    }
  }
}

/** The sources that Go has kept: which slot holds which. A text is known by itself, a value by its JSON. */
class KeptSources {
  /** @type {{ slot: number, text: string, isText: boolean }[]} the last used first */
  #entries = [];
  /** @type {number[]} */
  #free = [];
  #starts = 0;
  /** @type {Instance} */
  #instance;

  /** @param {Instance} instance */
  constructor(instance) {
    this.#instance = instance;
  }

  /**
   * The slot that holds a source; it is put there if none does, in place of the one that was not used for the
   * longest time.
   *
   * @param {string} name
   * @param {string} parameter
   * @param {string} text a text, or the JSON of a value
   * @param {boolean} isText
   */
  slotOf(name, parameter, text, isText) {
    if (this.#starts !== this.#instance.starts) this.#forget();
    const entries = this.#entries;
    const index = entries.findIndex((entry) => entry.isText === isText && entry.text === text);
    if (index >= 0) {
      const [entry] = entries.splice(index, 1);
      entries.unshift(entry);
      return entry.slot;
    }
    if (this.#free.length === 0) this.#free.push(/** @type {{ slot: number }} */ (entries.pop()).slot);
    const slot = this.#free[this.#free.length - 1];
    const source = isText ? JSON.stringify(text) : text;
    result(name, this.#instance.call(keep, `[${slot},"${parameter}",${source}]`));
    this.#free.pop();
    entries.unshift({ slot, text, isText });
    return slot;
  }

  #forget() {
    this.#entries = [];
    this.#free = Array.from({ length: slotCount }, (_, index) => index);
    this.#starts = this.#instance.starts;
  }
}
