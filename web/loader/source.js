/**
 * The forms of Source, down to two: a text, or the JSON of a value.
 */

/** @typedef {import('./misuse.js').Argument} Argument */
/** @typedef {{ isText: boolean, text: string }} WrittenSource  A text, or the JSON of a value. */

const wanted = 'a string, a configuration or an array of rules';

/**
 * @param {Argument} argument
 * @param {unknown} value
 * @returns {WrittenSource}
 */
export function readSource(argument, value) {
  if (typeof value === 'string') return { isText: true, text: value };
  const text = writeJSON(argument, value);
  if (text[0] === '[' || text.startsWith('{"CORSRules":')) return { isText: false, text };
  const written = JSON.parse(text);
  if (typeof written === 'string') return { isText: true, text: written };
  if (typeof written !== 'object' || written === null) throw argument.wrong('', wanted, written);
  if (!('text' in written) || 'CORSRules' in written) return { isText: false, text };
  return { isText: true, text: readTextSource(argument, written) };
}

/**
 * Reads a TextSource. Only one configuration is found in a text so far, and no placeholder, so that candidate and values
 * are checked and change nothing.
 *
 * @param {Argument} argument
 * @param {{ text: unknown, candidate?: unknown, values?: unknown }} source
 */
function readTextSource(argument, { text, candidate, values }) {
  const read = argument.string('.text', text);
  if (candidate !== undefined) argument.wholeNumber('.candidate', candidate, 0, 1 << 20);
  if (values !== undefined) {
    for (const [name, value] of Object.entries(argument.object('.values', values))) checkValue(argument, name, value);
  }
  return read;
}

/**
 * @param {Argument} argument
 * @param {string} name
 * @param {unknown} value
 */
function checkValue(argument, name, value) {
  const member = `.values['${name}']`;
  if (Array.isArray(value)) value.forEach((item, index) => argument.string(`${member}[${index}]`, item));
  else if (typeof value !== 'string' && typeof value !== 'number') {
    throw argument.wrong(member, 'a string, an array of strings or a number', value);
  }
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
