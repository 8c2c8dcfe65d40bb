/**
 * The methods of the API over a running instance: arguments are checked and written, sources are kept on Go's side, and
 * answers become values or errors. wasm/doc.go describes what crosses.
 */

import { writeArguments } from './arguments.js';
import { describe } from './instance.js';
import { KeptSources } from './kept.js';
import { pasteMethods } from './paste.js';
import { putMethods } from './put.js';

/** @typedef {import('./instance.js').Instance} Instance */
/** @typedef {import('../s3cors.js').S3CORS} S3CORS */
/** @typedef {import('../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../s3cors.js').Diagnostic} Diagnostic */

const keep = 1;
const firstCall = 2;

/**
 * Makes the API of a running instance. Only what the module describes is there, so that a call that is not built is
 * absent.
 *
 * @param {Pick<Instance, 'call' | 'deaths'>} instance
 * @returns {S3CORS}
 */
export function makeAPI(instance) {
  const { version, calls } = instance.call(describe, '').result;
  const kept = new KeptSources(instance);
  /** @type {Record<string, unknown>} */
  const api = { version };
  calls.forEach((/** @type {string} */ name, /** @type {number} */ index) => {
    if (name === 'answerPut') {
      Object.assign(api, putMethods(/** @type {any} */ (api), (payload) => result('acceptPut', instance.call(firstCall + index, payload))));
      return;
    }
    api[name] = (/** @type {unknown[]} */ ...values) => {
      const payload = writeArguments(name, values, (source) =>
        kept.slotOf(source, (read) => result(name, instance.call(keep, read))),
      );
      return result(name, instance.call(firstCall + index, payload));
    };
  });
  Object.assign(api, pasteMethods);
  return /** @type {S3CORS} */ (/** @type {unknown} */ (api));
}

/**
 * Takes an answer apart.
 *
 * @param {string} name
 * @param {{ result?: any, configuration?: CORSConfiguration, panic?: string }} answer
 */
function result(name, answer) {
  if (answer.panic !== undefined) {
    throw new Error(`s3cors.${name}: the module failed (${answer.panic}). This is a defect of s3cors; the next call works.`);
  }
  const value = answer.result;
  for (const part of [value, value?.simulation, value?.preflight?.simulation]) {
    if (Array.isArray(part?.diagnostics)) composeFixes(part.diagnostics, answer.configuration ?? value.configuration);
  }
  if (Array.isArray(value)) composeFixes([{ fixes: value }], answer.configuration);
  return value;
}

/**
 * Puts together the configurations of fixes, in which a rule that the fix leaves as it is crosses as its index. Such a rule is
 * the same object in all of them.
 *
 * @param {{ fixes?: any[] }[]} diagnostics  Suggestions are fixes too.
 * @param {CORSConfiguration | null | undefined} configuration that of the source
 */
function composeFixes(diagnostics, configuration) {
  for (const { fixes } of diagnostics) {
    for (const fix of fixes ?? []) {
      if (fix.configuration === undefined) continue; // the verdicts of simulateMany
      fix.configuration.CORSRules = fix.configuration.CORSRules.map((/** @type {any} */ rule) =>
        typeof rule === 'number' ? configuration?.CORSRules[rule] : rule,
      );
    }
  }
}
