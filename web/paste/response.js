/**
 * readResponse of the API: the heads of responses in a pasted text.
 */

import { linesOf, readPanel, sentFields } from './fields.js';
import { Notes, pastedText, visible } from './notes.js';

/** @typedef {import('../s3cors.js').HTTPResponse} HTTPResponse */
/** @typedef {import('../s3cors.js').ReadResponse} ReadResponse */
/** @typedef {import('../s3cors.js').Redirect} Redirect */
/** @typedef {import('./browser-headers.js').Header} Header */
/** @typedef {import('./fields.js').Line} Line */

const statusLine = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t]|$)/;
const redirectStatus = [301, 302, 303, 307, 308];

/**
 * @param {unknown} value
 * @returns {ReadResponse}
 */
export function readResponse(value) {
  const text = pastedText('readResponse', value);
  const notes = new Notes();
  const lines = linesOf(text);
  const responses = sentResponses(receivedLines(lines), notes) ?? shownResponse(lines, notes);
  const response = responses[responses.length - 1] ?? null;
  if (response === null) {
    const none = new Notes();
    none.add(
      {
        code: 'response-not-found',
        severity: 'error',
        topic: 'syntax',
        message: text.trim() === '' ? 'There is no text' : 'The text holds no response that can be read',
        help: 'Paste what "curl -i" prints, or the response headers that the browser’s developer tools show.',
      },
      visible(text),
    );
    return { response, earlier: [], redirects: [], diagnostics: none.diagnostics };
  }
  const earlier = responses.slice(0, -1);
  return { response, earlier, redirects: earlier.flatMap(redirectOf), diagnostics: notes.diagnostics };
}

/**
 * @param {HTTPResponse} response
 * @returns {Redirect[]}
 */
function redirectOf({ status, headers }) {
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (location === undefined || !redirectStatus.includes(status)) return [];
  return [{ status, location, headers: headers.filter(([name]) => name.toLowerCase() !== 'location') }];
}

/**
 * The lines of what was received: of curl -v's output those with <, and the body, which has no mark.
 *
 * @param {Line[]} lines
 */
function receivedLines(lines) {
  if (!lines.some(({ text }) => /^< HTTP\//.test(text))) return lines;
  return lines.flatMap((line) => {
    if (line.text[0] === '<' && /^<(?: |$)/.test(line.text)) return [{ ...line, text: line.text.slice(2), start: Math.min(line.end, line.start + 2) }];
    return /^(?:[>*](?: |$)|[{}] \[)/.test(line.text) ? [] : [line];
  });
}

/**
 * The responses as they were sent, each from its status line to the next (RFC 9112, section 4).
 *
 * @param {Line[]} lines
 * @param {Notes} notes
 * @returns {HTTPResponse[] | null}
 */
function sentResponses(lines, notes) {
  const starts = lines.flatMap((line, index) => (statusLine.test(line.text) ? [index] : []));
  if (starts.length === 0) return null;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const { fields, next } = sentFields(lines, start + 1, notes, end);
    const body = lines.slice(next + 1, end).map((line) => line.text).join('\n');
    return { status: Number(statusLine.exec(lines[start].text)?.[1]), headers: pairs(fields), ...(body.trim() !== '' && { body }) };
  });
}

/**
 * The response as developer tools show it; none where the text has no header at all.
 *
 * @param {Line[]} lines
 * @param {Notes} notes
 * @returns {HTTPResponse[]}
 */
function shownResponse(lines, notes) {
  const panel = readPanel(lines, notes);
  const fields = panel.hasHeadings ? panel.response : panel.loose;
  const isStatus = (/** @type {Header} */ { name, value }) => /^:?status$/i.test(name) && /^\d{3}\b/.test(value);
  const given = fields.find(isStatus)?.value ?? panel.general.get('status code')?.text ?? panel.general.get('status')?.text ?? '';
  const status = /\b([1-5]\d\d)\b/.exec(given)?.[1];
  const headers = pairs(fields.filter((field) => !isStatus(field)));
  const isResponse = status !== undefined || headers.some(([name]) => /^(?:access-control-(?!request)|x-amz-(?:id-2|request-id)|etag$|server$|vary$|content-type$|content-length$|last-modified$|accept-ranges$|date$)/i.test(name));
  if (!isResponse) return [];
  if (status === undefined) {
    notes.add(
      {
        code: 'status-assumed',
        severity: 'warning',
        topic: 'syntax',
        message: 'The text does not say the status, and 200 is assumed',
        help: 'Write a line such as "HTTP/1.1 403 Forbidden" before the headers.',
      },
      { start: lines[0].start, end: lines[lines.length - 1].end },
    );
  }
  return [{ status: Number(status ?? 200), headers }];
}

/** @param {Header[]} fields */
function pairs(fields) {
  return fields.map(({ name, value }) => /** @type {[name: string, value: string]} */ ([name, value]));
}
