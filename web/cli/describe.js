/** Findings as text: what is wrong, where, and what to write instead. */

import { excerpt, shownSpan } from './excerpt.js';
import { visible } from './visible.js';

/** @import { Finding } from './types.js' */
/** @import { Input } from './input.js' */
/** @import { Paint } from './paint.js' */
/** @import { PreflightRequest, Span } from '../s3cors.js' */

const words = { error: 'error', warning: 'warning', info: 'note' };

/**
 * @param {Finding} finding
 * @param {Paint} paint
 * @param {number} width
 */
export function describe(finding, paint, width) {
  const { severity, message, code, input, span, help, related = [], witness, fixes = [] } = finding;
  const colour = colourOf(severity, paint);
  const gutter = ' '.repeat(span ? String(input.lines.place(span.start).line).length : 1);
  const lines = [`${paint.bold(colour(words[severity]))}${paint.bold(`: ${visible(message)}`)} ${paint.dim(`[${code}]`)}`];
  lines.push(` ${gutter}${paint.blue('-->')} ${placeName(input, span)}`);
  if (span) lines.push(...excerpt({ ...finding, span }, paint, width, colour));
  const add = (/** @type {string} */ kind, /** @type {string} */ text) => {
    lines.push(` ${gutter} ${paint.blue('=')} ${paint.bold(kind)}: ${visible(text)}`);
  };
  for (const other of related) add('note', `${other.message} (${placeName(input, other.span)})`);
  if (witness) add('seen with', requestName(witness));
  if (help) add('help', help);
  for (const { title } of fixes) if (!help?.includes(title)) add('fix', title);
  return `${lines.join('\n')}\n`;
}

/**
 * @param {Finding[]} findings
 * @param {Paint} paint
 * @param {number} width
 */
export function describeAll(findings, paint, width) {
  return findings.map((finding) => `${describe(finding, paint, width)}\n`).join('');
}

/**
 * @param {Finding['severity']} severity
 * @param {Paint} paint
 */
function colourOf(severity, paint) {
  return { error: paint.red, warning: paint.yellow, info: paint.cyan }[severity];
}

/**
 * `cors.xml:3:5`, which terminals and editors open.
 *
 * @param {Input} input
 * @param {Span} [span]
 */
export function placeName(input, span) {
  if (!span) return visible(input.name);
  const { line, column } = input.lines.place(shownSpan(input, span).start);
  return `${visible(input.name)}:${line}:${column}`;
}

/**
 * "PUT from https://app.example.com with content-type".
 *
 * @param {PreflightRequest} request
 */
export function requestName({ origin, method, headers }) {
  const names = Array.isArray(headers) ? headers.join(', ') : headers;
  return `${method ?? 'no method'} from ${origin ?? 'no origin'}${names ? ` with ${names}` : ''}`;
}

/**
 * "2 errors, 1 warning"; '' where there is nothing.
 *
 * @param {Finding[]} findings
 */
export function countWords(findings) {
  const kinds = /** @type {const} */ (['error', 'warning', 'info']);
  return kinds
    .map((kind) => plural(findings.filter(({ severity }) => severity === kind).length, words[kind]))
    .filter((text) => !text.startsWith('0 '))
    .join(', ');
}

/**
 * @param {number} count
 * @param {string} word
 */
export function plural(count, word) {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
