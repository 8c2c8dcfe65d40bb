/**
 * The forms of Source, down to two: a text, or the JSON of a value.
 */

import { Payload } from './payload.js';

/** @typedef {import('./misuse.js').Argument} Argument */
/** @typedef {{ isText: boolean, text: string, choice: string }} WrittenSource  A text with what is chosen of it, or the JSON of a value. */

/** The first configuration, and no values. */
const noChoice = '0;0;';

const wanted = 'a string, a configuration or an array of rules';

/**
 * @param {Argument} argument
 * @param {unknown} value
 * @returns {WrittenSource}
 */
export function readSource(argument, value) {
  if (typeof value === 'string') return { isText: true, text: value, choice: noChoice };
  const text = writeJSON(argument, value);
  if (text[0] === '[' || text.startsWith('{"CORSRules":')) return { isText: false, text, choice: '' };
  const written = JSON.parse(text);
  if (typeof written === 'string') return { isText: true, text: written, choice: noChoice };
  if (typeof written !== 'object' || written === null) throw argument.wrong('', wanted, written);
  if (!('text' in written) || 'CORSRules' in written) return { isText: false, text, choice: '' };
  return readTextSource(argument, written);
}

/**
 * Reads a TextSource. The choice is written as Go reads it: the place of the configuration, and the values by name, each with its
 * texts.
 *
 * @param {Argument} argument
 * @param {{ text: unknown, candidate?: unknown, values?: unknown }} source
 * @returns {WrittenSource}
 */
function readTextSource(argument, { text, candidate, values }) {
  const read = argument.string('.text', text);
  const choice = new Payload();
  choice.number(candidate === undefined ? 0 : argument.wholeNumber('.candidate', candidate, 0, 1 << 20));
  const entries = values === undefined ? [] : Object.entries(argument.object('.values', values));
  choice.number(entries.length);
  for (const [name, value] of entries) {
    const texts = readValue(argument, name, value);
    choice.string(name);
    choice.number(texts.length);
    for (const each of texts) choice.string(each);
  }
  return { isText: true, text: read, choice: choice.text };
}

/**
 * @param {Argument} argument
 * @param {string} name
 * @param {unknown} value
 * @returns {string[]}
 */
function readValue(argument, name, value) {
  const member = `.values['${name}']`;
  if (Array.isArray(value)) return value.map((item, index) => argument.string(`${member}[${index}]`, item));
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw argument.wrong(member, 'a string, an array of strings or a number', value);
  }
  return [String(value)];
}

/**
 * JSON has no NaN and no Infinity, and would say null, which counts as absent: as a text they are told of.
 *
 * @param {string} _
 * @param {unknown} value
 */
function sayNumber(_, value) {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/**
 * @param {Argument} argument
 * @param {unknown} value
 */
function writeJSON(argument, value) {
  let text;
  try {
    text = JSON.stringify(value);
    if (text?.includes('null')) text = JSON.stringify(value, sayNumber);
  } catch (cause) {
    throw argument.misuse(` cannot be written as JSON: ${String(cause)}`, cause);
  }
  if (text === undefined) throw argument.misuse(` must be a value, not ${typeof value}`);
  return text;
}
