/** s3cors explain: what a pasted error means. */

import { placeName } from './describe.js';
import { excerpt } from './excerpt.js';
import { readInput } from './input.js';
import { visible } from './visible.js';

/** @import { Explanation } from '../s3cors.js' */
/** @import { Command, Finding } from './types.js' */
/** @import { Input } from './input.js' */
/** @import { Paint } from './paint.js' */

const verdicts = { yes: 'This is CORS.', no: 'This is not CORS.', perhaps: 'This may be CORS.' };

/** @type {Command} */
export const explain = {
  name: 'explain',
  summary: 'Say what a line of a browser\'s console, an error of S3 or an error of an SDK means',
  operands: 'FILE',
  least: 1,
  most: 1,
  operandHelp: 'a file with the text of the error, or - for standard input',
  options: [],
  exits: 'nothing in the text was recognised',
  examples: [
    { command: 's3cors explain error.txt', means: 'the error that was saved in a file' },
    { command: 'pbpaste | s3cors explain -', means: 'what was copied from a browser\'s console (macOS; xclip -o elsewhere)' },
  ],
  async run({ api, given, paint, width, terminal }) {
    const input = await readInput(given.operands[0], terminal);
    const explanation = await api.explain(input.text);
    const isKnown = explanation.kind !== null;
    return {
      code: isKnown ? 0 : 1,
      text: isKnown ? told(explanation, input, paint, width) : unknown(explanation, input, paint),
      json: { file: input.name, ...explanation },
      findings: [findingOf(explanation, input)],
    };
  },
};

/**
 * @param {Explanation} explanation
 * @param {Input} input
 * @param {Paint} paint
 * @param {number} width
 */
function told({ code, cors, span, meaning, next, shownAsCORS, values }, input, paint, width) {
  const lines = [`${paint.bold(`${verdicts[cors]} ${visible(meaning)}`)} ${paint.dim(`[${visible(code ?? '')}]`)}`];
  if (span) lines.push(`  ${paint.blue('-->')} ${placeName(input, span)}`, ...excerpt({ input, span }, paint, width, paint.cyan));
  if (shownAsCORS) lines.push('', visible(shownAsCORS));
  const known = Object.entries(values).filter(([name]) => name !== 'kind');
  if (known.length > 0) {
    const longest = Math.max(...known.map(([name]) => name.length));
    lines.push('', 'It names:', ...known.map(([name, value]) => `  ${visible(name).padEnd(longest)}  ${visible(value)}`));
  }
  if (next.length > 0) lines.push('', 'What to do next:', ...next.map((step, index) => `  ${index + 1}. ${visible(step)}`));
  return `${lines.join('\n')}\n`;
}

/**
 * @param {Explanation} explanation
 * @param {Input} input
 * @param {Paint} paint
 */
function unknown({ meaning, next }, input, paint) {
  const name = paint.bold(visible(input.name));
  return `${name}: ${visible(meaning || 'nothing was recognised')}\n${next.map((step) => `  ${visible(step)}\n`).join('')}`;
}

/**
 * @param {Explanation} explanation
 * @param {Input} input
 * @returns {Finding}
 */
function findingOf({ code, kind, meaning, next, span }, input) {
  const help = next[0];
  return { code: code ?? 'not-recognised', severity: kind === null ? 'warning' : 'info', message: meaning || 'nothing was recognised', input, ...(help && { help }), ...(span && { span }) };
}
