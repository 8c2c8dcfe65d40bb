/**
 * A curl command, in the quoting of a POSIX shell, of cmd.exe or of PowerShell, as a request.
 */

import { cmdWords } from './cmd.js';
import { Command } from './curl-command.js';
import { noteMore } from './notes.js';
import { posixWords } from './posix.js';
import { powershellWords } from './powershell.js';

/** @typedef {import('./notes.js').Notes} Notes */
/** @typedef {import('./call.js').PastedRequest} PastedRequest */

/** Where a command begins: the name, at the beginning of a line or behind what may stand before a command. */
export const curlName = /(?:^|[\s;&|(`"'])(curl(?:\.exe)?)(?=[\s^`]|$)/;

/**
 * @param {string} text
 * @param {number} start of the name
 * @param {Notes} notes
 * @returns {PastedRequest}
 */
export function readCurl(text, start, notes) {
  const { words, end } = wordsOf(text, start, notes);
  const command = new Command(words.slice(1), { start, end }, notes);
  command.read();
  const next = curlName.exec(text.slice(end));
  if (next !== null) noteMore(notes, { start: end + next.index, end: end + next.index + next[0].length });
  return command.request();
}

/**
 * @param {string} text
 * @param {number} start
 * @param {Notes} notes
 */
function wordsOf(text, start, notes) {
  const command = text.slice(start);
  const [firstLine] = command.split('\n', 1);
  const last = firstLine.trimEnd().at(-1); // what goes on in the next line says whose quoting it is
  const firstQuote = /[`^]?["']/.exec(command)?.[0];
  if (last === '^' || (last !== '\\' && firstQuote === '^"')) return cmdWords(text, start);
  if (last === '`' || (last !== '\\' && firstQuote === '"' && /[^\\]`["$]/.test(firstLine))) return powershellWords(text, start, notes);
  return posixWords(text, start, notes);
}
