/**
 * The arguments of infer and test: lists of calls, and saved expectations.
 */

import { writeCall } from './fetch.js';
import { Argument } from './misuse.js';
import { writePreflight, writeRequest, writeTarget } from './request.js';
import { readSource } from './source.js';

/** @typedef {import('./payload.js').Payload} Payload */

/**
 * Writes a list of calls, each with what script is to read.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeCalls(payload, argument, value) {
  const list = argument.list('', value);
  payload.number(list.length);
  list.forEach((call, index) => {
    const each = argument.part(`[${index}]`);
    writeCall(payload, each, call);
    const { reads } = each.object('', call);
    writeTexts(payload, each, '.reads', reads === undefined ? [] : reads);
  });
}

/**
 * Writes the cases of a Suite, and gives its source; null for a bucket without a configuration.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeSuite(payload, argument, value) {
  const { configuration, cases } = argument.object('', value);
  if (configuration === undefined) throw argument.misuse('.configuration is missing; null is a bucket without one');
  const list = argument.list('.cases', cases);
  payload.number(list.length);
  list.forEach((one, index) => writeCase(payload, argument.part(`.cases[${index}]`), one));
  return configuration === null ? null : readSource(argument.part('.configuration'), configuration);
}

/**
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
function writeCase(payload, argument, value) {
  const { name, target, preflight, request, call, expect } = argument.object('', value);
  payload.string(argument.present('.name', name));
  writeTarget(payload, argument.part('.target'), target);
  const kinds = /** @type {const} */ ([['preflight', preflight, writePreflight], ['request', request, writeRequest], ['call', call, writeCall]]);
  const given = kinds.filter(([, part]) => part !== undefined);
  if (given.length !== 1) throw argument.misuse(' must have one of preflight, request and call');
  const [[kind, part, write]] = given;
  payload.number(kinds.findIndex(([each]) => each === kind));
  write(payload, argument.part(`.${kind}`), part);
  writeExpectation(payload, argument.part('.expect'), expect);
}

const expectations = ['allowed', 'rule', 'status', 'error', 'headers', 'outcome', 'reason', 'readable'];

/**
 * Writes what is expected. A name that is none of an expectation would be compared with nothing, so that it is an error.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
function writeExpectation(payload, argument, value) {
  const expect = argument.object('', value);
  const unknown = Object.keys(expect).find((name) => !expectations.includes(name));
  if (unknown !== undefined) throw argument.misuse(`.${unknown} is none of ${expectations.join(', ')}`);
  const { allowed, rule, status, error, headers, outcome, reason, readable } = expect;
  payload.number(allowed === undefined ? null : Number(argument.boolean('.allowed', allowed)));
  payload.number(rule === null ? 1 : 0);
  payload.number(rule === undefined || rule === null ? null : argument.wholeNumber('.rule', rule, 0, 1 << 20));
  payload.number(status === undefined ? null : argument.wholeNumber('.status', status, 0, 999));
  const ofError = error === undefined || error === null ? {} : argument.object('.error', error);
  for (const name of ['code', 'message', 'method', 'resourceType']) payload.string(argument.stringOrNull(`.error.${name}`, ofError[name]));
  const entries = Object.entries(headers === undefined ? {} : argument.object('.headers', headers));
  payload.number(entries.length);
  for (const [name, text] of entries) {
    payload.string(name);
    payload.string(argument.stringOrNull(`.headers['${name}']`, text));
  }
  payload.string(argument.stringOrNull('.outcome', outcome));
  payload.string(argument.stringOrNull('.reason', reason));
  if (readable === undefined) payload.number(null);
  else writeTexts(payload, argument, '.readable', readable);
}

/**
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {string} member
 * @param {unknown} value
 */
function writeTexts(payload, argument, member, value) {
  const list = argument.list(member, value);
  payload.number(list.length);
  list.forEach((text, index) => payload.string(argument.string(`${member}[${index}]`, text)));
}
