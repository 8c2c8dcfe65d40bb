/**
 * The arguments of each call: which they are, how each is checked, and in which order Go reads them.
 */

import { writeFormat, writeOptions } from './convert.js';
import { writeCall, writeServer } from './fetch.js';
import { Argument } from './misuse.js';
import { Payload } from './payload.js';
import { writePreflight, writePreflights, writeRequest, writeTarget } from './request.js';
import { readSource } from './source.js';
import { writeCalls, writeSuite } from './suite.js';

/** @typedef {import('./source.js').WrittenSource} WrittenSource */
/** @typedef {(payload: Payload, argument: Argument, value: unknown) => WrittenSource | null | void} Write */
/** @typedef {{ name: string, write: Write }} Parameter  Checks an argument and writes it, and gives the source in it, if it has one. */

/**
 * How a call is made: its source, which may have another name, may be null for some and is a part of another argument for others, a second
 * source behind the first, and the other parameters
 * by their places in the call. Go reads the source first and then the others in the order of this list.
 *
 * @typedef {{ sourceOrNull?: boolean, sourceInside?: boolean, first?: string, second?: string, others: (Parameter & { at: number })[] }} Call
 */

/** @type {Call} */
const ofSource = { others: [] };

/**
 * @param {Parameter} request
 * @returns {Call}
 */
function simulation(request) {
  return { sourceOrNull: true, others: [{ name: 'target', at: 2, write: writeTarget }, { ...request, at: 1 }] };
}

/** @type {Record<string, Call>} */
const calls = {
  parse: ofSource,
  validate: ofSource,
  toXML: ofSource,
  convert: { others: [{ name: 'format', at: 1, write: writeFormat }, { name: 'options', at: 2, write: writeOptions }] },
  compare: { first: 'before', second: 'after', others: [] },
  edit: { second: 'after', others: [] },
  infer: { sourceInside: true, others: [{ name: 'calls', at: 0, write: writeCalls }] },
  test: { sourceInside: true, others: [{ name: 'suite', at: 0, write: writeSuite }] },
  suggest: { others: [{ name: 'request', at: 1, write: writePreflight }] },
  simulatePreflight: simulation({ name: 'request', write: writePreflight }),
  simulateRequest: simulation({ name: 'request', write: writeRequest }),
  simulateMany: simulation({ name: 'requests', write: writePreflights }),
  simulateFetch: {
    sourceInside: true,
    others: [{ name: 'call', at: 0, write: writeCall }, { name: 'server', at: 1, write: writeServer }],
  },
};

/**
 * Writes the arguments of a call. All are checked before a source crosses, since looking at a value may run code of the
 * caller's (toJSON), and that may call the API.
 *
 * @param {string} name
 * @param {unknown[]} values
 * @param {(source: WrittenSource) => number} slotOf  Where Go has a source.
 */
export function writeArguments(name, values, slotOf) {
  const call = calls[name];
  if (call === undefined) return ''; // of a module that was built for a test
  let source = call.sourceInside ? null : sourceOf(call, new Argument(name, call.first ?? 'source'), values);
  const others = new Payload();
  for (const { name: parameter, at, write } of call.others) {
    source = write(others, new Argument(name, parameter), values[at]) ?? source;
  }
  const second = call.second === undefined ? null : readSource(new Argument(name, call.second), given(name, call.second, values[1]));
  const first = new Payload();
  first.number(source && slotOf(source));
  if (second !== null) first.number(slotOf(second));
  return first.text + others.text;
}

/**
 * @param {string} call
 * @param {string} name
 * @param {unknown} value
 */
function given(call, name, value) {
  if (value === undefined) throw new Argument(call, name).misuse(' is missing');
  return value;
}

/**
 * @param {Call} call
 * @param {Argument} argument
 * @param {unknown[]} values
 */
function sourceOf(call, argument, values) {
  if (values.slice(0, 1 + call.others.length).every((value) => value === undefined)) throw argument.misuse(' is missing');
  if (values[0] === null && call.sourceOrNull) return null;
  return readSource(argument, values[0]);
}
