/**
 * Header fields in a pasted text: as they are sent ("Name: value"), and as browsers' developer tools show and copy them (a name
 * and its value on two lines, or parted by a tab, under headings).
 */

import { quoted } from './notes.js';

/** @typedef {import('./notes.js').Notes} Notes */
/** @typedef {import('./browser-headers.js').Header} Header */
/** @typedef {{ text: string, start: number, end: number }} Line  A line without its end. */

/**
 * What a text holds, in the parts that developer tools show. A text without headings is all `loose`.
 *
 * @typedef {object} Panel
 * @property {Map<string, Line>} general  'request url', 'request method', 'status code': their values
 * @property {Header[]} request
 * @property {Header[]} response
 * @property {Header[]} loose
 * @property {boolean} hasHeadings
 */

const heading = /^(?:[▼▸▾▶]\s*)?(general|response headers|request headers|query string parameters|request payload|form data|response body)(?:\s*\([^)]*\))?(?:\s*(?:view source|view parsed|raw))?:?$/i;
const generalName = /^(request url|request method|status code|remote address|referrer policy|scheme|filename|address|status|version|transferred|request priority|dns resolution)(?::[ \t]*|[ \t]+|$)(.*)$/i;
const token = "[!#$%&'*+.^_`|~\\w-]+";
const oneLine = new RegExp(`^(:?${token})[ \\t]*:(.*)$`);
const twoLines = new RegExp(`^(:?${token}):?$`);
const nextField = new RegExp(`^:?${token}: `);
const tabbed = new RegExp(`^(:?${token}):?\\t+(.*)$`);

/**
 * @param {string} text
 * @param {number} [start]
 * @param {number} [end]
 * @returns {Line[]}
 */
export function linesOf(text, start = 0, end = text.length) {
  /** @type {Line[]} */
  const lines = [];
  for (let at = start; at <= end; ) {
    let stop = text.indexOf('\n', at);
    if (stop < 0 || stop > end) stop = end;
    const line = text.slice(at, stop).replace(/\r$/, '');
    lines.push({ text: line, start: at, end: at + line.length });
    at = stop + 1;
  }
  return lines;
}

/**
 * The fields of a message as it is sent, up to the empty line (RFC 9112, section 5). A line that begins with a blank goes on
 * with the one before (section 5.2).
 *
 * @param {Line[]} lines
 * @param {number} from
 * @param {Notes} notes
 * @param {number} [to]
 * @returns {{ fields: Header[], next: number }}
 */
export function sentFields(lines, from, notes, to = lines.length) {
  /** @type {Header[]} */
  const fields = [];
  let at = from;
  for (; at < to && lines[at].text.trim() !== ''; at++) {
    const line = lines[at];
    const match = oneLine.exec(line.text);
    const last = fields[fields.length - 1];
    if (/^[ \t]/.test(line.text) && last !== undefined) {
      last.value = `${last.value} ${line.text.trim()}`.trim();
      last.end = line.end;
    } else if (match !== null) fields.push({ name: match[1], value: match[2].trim(), start: line.start, end: line.end });
    else noteLine(line, notes);
  }
  return { fields, next: at };
}

/**
 * @param {Line[]} lines
 * @param {Notes} notes
 * @returns {Panel}
 */
export function readPanel(lines, notes) {
  /** @type {Panel} */
  const panel = { general: new Map(), request: [], response: [], loose: [], hasHeadings: false };
  /** @type {Header[] | null} */
  let into = panel.loose;
  for (let at = 0; at < lines.length; at++) {
    const line = trimmed(lines[at]);
    if (line.text === '') continue;
    const section = heading.exec(line.text)?.[1].toLowerCase();
    if (section !== undefined) {
      panel.hasHeadings = true;
      into = section === 'response headers' ? panel.response : section === 'request headers' ? panel.request : section === 'general' ? panel.loose : null;
      continue;
    }
    if (into === null) continue;
    const general = generalName.exec(line.text);
    const valueLine = general?.[2] === '' ? nextLine(lines, at) : null;
    if (general !== null) {
      const value = valueLine === null ? { ...line, text: general[2].trim() } : valueLine.line;
      if (valueLine !== null) at = valueLine.at;
      panel.general.set(general[1].toLowerCase(), value);
      continue;
    }
    at = readField(lines, at, line, into, notes);
  }
  return panel;
}

/**
 * Reads a field of developer tools, and gives the index of its last line.
 *
 * @param {Line[]} lines
 * @param {number} at
 * @param {Line} line
 * @param {Header[]} into
 * @param {Notes} notes
 */
function readField(lines, at, line, into, notes) {
  const whole = tabbed.exec(line.text) ?? oneLine.exec(line.text);
  if (whole !== null && whole[2].trim() !== '') {
    into.push({ name: whole[1], value: whole[2].trim(), start: line.start, end: line.end });
    return at;
  }
  const name = twoLines.exec(line.text);
  if (name === null) {
    noteLine(line, notes);
    return at;
  }
  const next = nextLine(lines, at);
  const isField = next !== null && (nextField.test(next.line.text) || heading.test(next.line.text));
  if (next === null || isField) {
    into.push({ name: name[1], value: '', start: line.start, end: line.end });
    return at;
  }
  into.push({ name: name[1], value: next.line.text, start: line.start, end: next.line.end });
  return next.at;
}

/**
 * The next line that is not empty, if it follows at once.
 *
 * @param {Line[]} lines
 * @param {number} at
 */
function nextLine(lines, at) {
  const line = at + 1 < lines.length ? trimmed(lines[at + 1]) : null;
  return line === null || line.text === '' ? null : { line, at: at + 1 };
}

/**
 * @param {Line} line
 * @returns {Line}
 */
function trimmed({ text, start }) {
  const from = start + text.length - text.trimStart().length;
  return { text: text.trim(), start: from, end: from + text.trim().length };
}

/**
 * @param {Line} line
 * @param {Notes} notes
 */
function noteLine({ text, start, end }, notes) {
  notes.add(
    {
      code: 'unreadable-header',
      severity: 'warning',
      topic: 'header',
      message: `${quoted(text.trim())} is not a header, which has a name, a colon and a value`,
      parameters: { line: text.trim() },
    },
    { start, end },
  );
}
