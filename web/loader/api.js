/**
 * The methods of the API over a running instance: arguments are checked and written, sources are kept on Go's side, and
 * answers become values or errors. wasm/doc.go describes what crosses.
 */

import { writeArguments } from './arguments.js';
import { completeFixes } from './fixes.js';
import { describe } from './instance.js';
import { KeptSources } from './kept.js';
import { pasteMethods } from './paste.js';
import { putMethods } from './put.js';

/** @typedef {import('./instance.js').Instance} Instance */
/** @typedef {import('../s3cors.js').S3CORS} S3CORS */
/** @typedef {import('../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('./source.js').WrittenSource} WrittenSource */
/** @typedef {{ result: any, configuration?: CORSConfiguration, panic?: string }} Answer */

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
  /** @param {string} name @param {WrittenSource} source */
  const slotOf = (name, source) => kept.slotOf(source, (read) => check(name, instance.call(keep, read)));
  calls.forEach((/** @type {string} */ name, /** @type {number} */ index) => {
    const operation = firstCall + index;
    if (name === 'answerPut') {
      Object.assign(api, putMethods(/** @type {any} */ (api), (payload) => result('acceptPut', instance.call(operation, payload))));
    } else if (name !== 'readFix') {
      api[name] = (/** @type {unknown[]} */ ...values) => call(name, operation, values);
    }
  });
  Object.assign(api, pasteMethods);
  return /** @type {S3CORS} */ (/** @type {unknown} */ (api));

  /**
   * @param {string} name
   * @param {number} operation
   * @param {unknown[]} values
   */
  function call(name, operation, values) {
    /** @type {WrittenSource[]} */
    const sources = [];
    const payload = writeArguments(name, values, (source) => {
      sources.push(source);
      return slotOf(name, source);
    });
    return result(name, instance.call(operation, payload), (place, knowsRules) => {
      const slot = slotOf(name, sources[0]); // Another source may be there by now, or another instance.
      return check(name, instance.call(firstCall + calls.indexOf('readFix'), `${slot};${place}${knowsRules ? 1 : 0};`));
    });
  }
}

/**
 * Takes an answer apart.
 *
 * @param {string} name
 * @param {Answer} answer
 * @param {import('./fixes.js').ReadFix} [readFix]
 */
function result(name, answer, readFix) {
  const { result: value, configuration } = check(name, answer);
  completeFixes(value, configuration, readFix);
  return value;
}

/**
 * @param {string} name
 * @param {Answer} answer
 */
function check(name, answer) {
  if (answer.panic === undefined) return answer;
  throw new Error(`s3cors.${name}: the module failed (${answer.panic}). This is a defect of s3cors; the next call works.`);
}
