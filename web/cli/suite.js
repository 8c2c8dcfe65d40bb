/** A suite that is read from a file. */

import { placeName } from './describe.js';
import { findMistake } from './json-mistake.js';
import { placeOf } from './json-places.js';
import { UsageError } from './usage.js';

/** @import { Suite } from '../s3cors.js' */
/** @import { Input } from './input.js' */

/**
 * @param {Input} input
 * @returns {Suite}
 */
export function readSuite(input) {
  const suite = parse(input);
  if (typeof suite !== 'object' || suite === null || !Array.isArray(suite.cases)) {
    throw new UsageError(`${input.name} is no suite: it has no list of cases`, 'Write {"configuration": ..., "cases": [{"name": ..., "preflight": {...}, "expect": {...}}]}.');
  }
  if (suite.configuration === undefined) throw new UsageError(`${input.name} has no configuration`, 'Add "configuration"; null is a bucket without one.');
  for (const [index, one] of suite.cases.entries()) checkCase(input, one, index);
  return suite;
}

/** @param {Input} input */
function parse(input) {
  try {
    return JSON.parse(input.text);
  } catch {
    const { offset, expected } = findMistake(input.text);
    throw new UsageError(`${placeName(input, { start: offset, end: offset })} is not JSON: ${expected} is expected here`, 'A suite is a JSON file.');
  }
}

/**
 * What would fail the whole suite, and with no place.
 *
 * @param {Input} input
 * @param {any} one
 * @param {number} index
 */
function checkCase(input, one, index) {
  const wrong = problem(one);
  if (wrong === null) return;
  const span = placeOf(input.text, ['cases', index, ...wrong.path]) ?? placeOf(input.text, ['cases', index]);
  throw new UsageError(`${placeName(input, span ?? undefined)}: ${wrong.message}`, wrong.advice);
}

/**
 * @param {any} one
 * @returns {{ path: string[], message: string, advice: string } | null}
 */
function problem(one) {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return { path: [], message: 'a case has to be an object', advice: 'Write {"name": ..., "preflight": {...}, "expect": {...}}.' };
  if (typeof one.name !== 'string') return { path: [], message: 'the case has no name', advice: 'Add "name": a sentence that says what is expected.' };
  const asked = ['preflight', 'request', 'call'].filter((kind) => one[kind] !== undefined);
  if (asked.length !== 1) {
    return { path: [], message: `the case "${one.name}" has ${asked.length === 0 ? 'none of preflight, request and call' : asked.join(' and ')}`, advice: 'Give it one of preflight, request and call.' };
  }
  if (typeof one.expect !== 'object' || one.expect === null) return { path: [], message: `the case "${one.name}" expects nothing`, advice: 'Add "expect", such as {"allowed": true}.' };
  return null;
}

/**
 * What the API says of a member of a case, at its place in the file.
 *
 * @param {TypeError} error
 * @param {Input} input
 * @param {number} first  Index of the first case that the API was given.
 */
export function misuse({ message }, input, first) {
  const [, index, member, rest] = /cases\[(\d+)\]((?:\.\w+|\[\d+\]|\['[^']*'\])*) ?(.*)$/s.exec(message) ?? [];
  if (index === undefined) return new UsageError(`${input.name}: ${message}`);
  const at = first + Number(index);
  const path = Array.from(member.matchAll(/\.(\w+)|\[(\d+)\]|\['([^']*)'\]/g), ([, name, number, quoted]) => (number === undefined ? (name ?? quoted) : Number(number)));
  const span = placeOf(input.text, ['cases', at, ...path]) ?? placeOf(input.text, ['cases', at]);
  return new UsageError(`${placeName(input, span ?? undefined)}: ${member.replace(/^\./, '') || 'the case'} ${rest}`);
}
