/**
 * What a reader has to say of a pasted text, as diagnostics.
 */

import { Argument } from '../loader/misuse.js';

/** @typedef {import('../s3cors.js').Diagnostic} Diagnostic */
/** @typedef {import('../s3cors.js').Span} Span */
/** @typedef {{ text: string, start: number, end: number }} Word  A text and where it stands, quotes and all. */

/**
 * @typedef {object} Note
 * @property {string} code
 * @property {Diagnostic['severity']} severity
 * @property {Diagnostic['topic']} topic
 * @property {string} message
 * @property {string} [help]
 * @property {Record<string, string | number>} [parameters]
 * @property {Diagnostic['related']} [related]
 */

/** The most that is said of one text. */
const most = 100;

export class Notes {
  /** @type {Diagnostic[]} */
  diagnostics = [];

  /**
   * @param {Note} note
   * @param {Span} place
   */
  add(note, { start, end }) {
    if (this.diagnostics.length >= most) return;
    this.diagnostics.push({ path: '', parameters: {}, ...note, span: { start, end } });
  }

  /**
   * What is said once, however often it is met.
   *
   * @param {Note} note
   * @param {Span} place
   */
  addOnce(note, place) {
    if (!this.diagnostics.some(({ code }) => code === note.code)) this.add(note, place);
  }
}

/**
 * The text that a call was given.
 *
 * @param {string} call
 * @param {unknown} value
 */
export function pastedText(call, value) {
  const argument = new Argument(call, 'text');
  if (value === undefined) throw argument.misuse(' is missing');
  return argument.string('', value);
}

/**
 * Where the visible part of a text is.
 *
 * @param {string} text
 * @returns {Span}
 */
export function visible(text) {
  const start = text.length - text.trimStart().length;
  return { start: start === text.length ? 0 : start, end: text.trimEnd().length };
}

/**
 * A value as messages quote it: its beginning, if it is long.
 *
 * @param {string} value
 */
export function quoted(value) {
  return value.length > 80 ? `"${value.slice(0, 79)}…"` : `"${value}"`;
}

/**
 * Names as a sentence lists them.
 *
 * @param {string[]} names
 */
export function listed(names) {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/**
 * Says that only the first of several calls is read.
 *
 * @param {Notes} notes
 * @param {Span} place
 */
export function noteMore(notes, place) {
  notes.addOnce(
    {
      code: 'more-calls',
      severity: 'info',
      topic: 'syntax',
      message: 'The text holds more than one call, of which the first is read',
      help: 'Paste one call at a time.',
    },
    place,
  );
}
