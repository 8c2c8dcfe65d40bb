/** A configuration that is named on the command line. */

import { readInput } from './input.js';
import { UsageError } from './usage.js';

/** @import { Diagnostic, TextSource } from '../s3cors.js' */
/** @import { Given } from './arguments.js' */
/** @import { Input } from './input.js' */
/** @import { Finding, Work } from './types.js' */

/** @typedef {{ input: Input, source: TextSource }} NamedSource */

/**
 * @param {string} operand
 * @param {Work} work
 * @param {string} [option]  The one that names the candidate.
 * @returns {Promise<NamedSource>}
 */
export async function readSource(operand, { given, terminal, api }, option = 'candidate') {
  const values = readValues(given);
  const number = given.number(option, 1, 1_000_000);
  const input = await readInput(operand, terminal);
  if (number !== undefined && number > 1) {
    const count = api.parse(input.text).candidates.length + 1;
    if (number > count) {
      throw new UsageError(`--${option} cannot be ${number}: ${input.name} holds ${count === 1 ? 'one configuration' : `${count} configurations`}`, count === 1 ? `Leave --${option} out.` : `Write a number from 1 to ${count}.`);
    }
  }
  return { input, source: { text: input.text, candidate: (number ?? 1) - 1, values } };
}

/** @param {Given} given */
function readValues(given) {
  /** @type {Record<string, string | string[]>} */
  const values = Object.create(null);
  for (const word of given.list('value')) {
    const equals = word.indexOf('=');
    if (equals < 1) throw new UsageError(`--value cannot be "${word}"`, 'Write NAME=VALUE, such as var.origin=https://app.example.com.');
    const [name, value] = [word.slice(0, equals), word.slice(equals + 1)];
    const before = values[name];
    values[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return { ...values };
}

/**
 * Diagnostics as what is told of a file.
 *
 * @param {Diagnostic[]} diagnostics
 * @param {Input} input
 * @returns {Finding[]}
 */
export function findingsOf(diagnostics, input) {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, input }));
}

/**
 * Diagnostics for programs: with lines and columns, and without the configurations of fixes, which their edits make.
 *
 * @param {Diagnostic[]} diagnostics
 * @param {Input} input
 */
export function placed(diagnostics, input) {
  return diagnostics.map(({ span, fixes, ...rest }) => ({
    ...rest,
    ...(span && { span, ...input.lines.range(span) }),
    ...(fixes && { fixes: fixes.map(({ title, edits }) => ({ title, edits })) }),
  }));
}
