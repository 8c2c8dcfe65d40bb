/**
 * The head of a request as it is sent (RFC 9112, section 3), as `curl -v` prints it, and as developer tools show it.
 */

import { linesOf, readPanel, sentFields } from './fields.js';

/** @typedef {import('./notes.js').Notes} Notes */
/** @typedef {import('./browser-headers.js').Header} Header */
/** @typedef {import('./fields.js').Line} Line */
/** @typedef {import('./call.js').PastedRequest} PastedRequest */

const startLine = /^(?:[>*]\s+)?([!#$%&'*+.^_`|~\w-]+)[ \t]+(\S+)[ \t]+HTTP\/\d(?:\.\d)?\s*$/;
const methodAndURL = /^([A-Z]{3,10}|[A-Za-z]+(?=\s+https?:))[ \t]+(https?:\/\/\S+|\/\S*|\$?\{\S+)$/;
const urlAlone = /^["'<]?((?:https?):\/\/[^\s"'<>]+)["'>]?$/i;

/**
 * A URL, or a method and a URL, alone in the text.
 *
 * @param {string} text
 * @returns {PastedRequest | null}
 */
export function readURL(text) {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const url = urlAlone.exec(trimmed);
  const pair = methodAndURL.exec(trimmed);
  const [method, target] = url === null ? (pair?.slice(1) ?? []) : ['GET', url[1]];
  if (target === undefined) return null;
  const at = start + trimmed.lastIndexOf(target);
  return {
    format: 'url',
    method,
    url: { text: target, start: at, end: at + target.length },
    headers: [],
    body: undefined,
    span: { start, end: start + trimmed.length },
  };
}

/**
 * @param {string} text
 * @param {Notes} notes
 * @returns {PastedRequest | null}
 */
export function readHead(text, notes) {
  const lines = sentLines(text);
  const first = lines.findIndex((line) => startLine.test(line.text));
  if (first >= 0) return sentRequest(lines, first, startLine, notes);
  const content = lines.findIndex((line) => line.text.trim() !== '');
  if (content >= 0 && methodAndURL.test(lines[content].text.trim())) return sentRequest(lines, content, methodAndURL, notes);
  return shownRequest(lines, notes);
}

/**
 * The lines of a text; of curl -v's output only what it sent.
 *
 * @param {string} text
 */
function sentLines(text) {
  const lines = linesOf(text);
  if (!lines.some((line) => /^> \S+ \S+ HTTP\//.test(line.text))) return lines;
  return lines.flatMap((line) => (line.text[0] === '>' ? [{ ...line, text: line.text.slice(1).trimStart(), start: line.start + 1 }] : []));
}

/**
 * @param {Line[]} lines
 * @param {number} at
 * @param {RegExp} pattern
 * @param {Notes} notes
 * @returns {PastedRequest}
 */
function sentRequest(lines, at, pattern, notes) {
  const line = lines[at];
  const [, method, target] = pattern.exec(line.text.trim()) ?? ['', 'GET', '/'];
  const { fields, next } = sentFields(lines, at + 1, notes);
  const hasBody = lines.slice(next).some(({ text }) => text.trim() !== '');
  const place = line.start + line.text.indexOf(target);
  return {
    format: 'http',
    method,
    url: { text: absolute(target, fields, notes, line), start: place, end: place + target.length },
    headers: fields,
    body: hasBody || announcesBody(fields) ? 'string' : undefined,
    span: { start: line.start, end: lines[lines.length - 1].end },
  };
}

/**
 * @param {Line[]} lines
 * @param {Notes} notes
 * @returns {PastedRequest | null}
 */
function shownRequest(lines, notes) {
  const panel = readPanel(lines, notes);
  const fields = panel.hasHeadings ? panel.request : panel.loose;
  const value = (/** @type {string} */ name) => fields.find((field) => field.name.toLowerCase() === name);
  const [urlLine, methodLine] = [panel.general.get('request url'), panel.general.get('request method')];
  const authority = value(':authority') ?? value('host');
  const isRequest = urlLine !== undefined || value(':method') !== undefined || (authority !== undefined && (value(':path') ?? value('origin')) !== undefined);
  if (!isRequest) return null;
  const path = value(':path');
  const last = lines[lines.length - 1];
  const span = { start: 0, end: last.end };
  const place = urlLine ?? path ?? authority ?? span;
  return {
    format: 'http',
    method: methodLine?.text ?? value(':method')?.value ?? 'GET',
    url: { text: urlLine?.text ?? absolute(path?.value ?? '/', fields, notes, place), start: place.start, end: place.end },
    headers: fields,
    body: announcesBody(fields) ? 'string' : undefined,
    span,
  };
}

/** @param {Header[]} fields */
function announcesBody(fields) {
  return fields.some(({ name, value }) => /^(?:content-length|transfer-encoding)$/i.test(name) && value !== '0');
}

/**
 * The whole URL of a target: the host is in Host or :authority. Nothing in HTTP/1.1 says the scheme.
 *
 * @param {string} target
 * @param {Header[]} fields
 * @param {Notes} notes
 * @param {import('../s3cors.js').Span} place
 */
function absolute(target, fields, notes, place) {
  if (/^https?:\/\//i.test(target)) return target;
  const value = (/** @type {RegExp} */ name) => fields.find((field) => name.test(field.name))?.value;
  const host = value(/^(?::authority|host)$/i);
  if (host === undefined) {
    notes.add(
      {
        code: 'url-unknown',
        severity: 'warning',
        topic: 'syntax',
        message: 'There is no Host header, so that the URL is not known',
        help: 'Write the whole URL behind the method.',
      },
      place,
    );
    return '';
  }
  const scheme = value(/^:scheme$/i);
  const assumed = /^(?:localhost|127\.|\[::1\])/.test(host) ? 'http' : 'https';
  if (scheme === undefined) {
    notes.add(
      { code: 'scheme-assumed', severity: 'info', topic: 'syntax', message: `The text does not say the scheme, and ${assumed} is assumed`, help: 'Write the whole URL behind the method, if that is wrong.', parameters: { scheme: assumed } },
      place,
    );
  }
  return `${scheme ?? assumed}://${host}${target === '*' ? '/' : target}`;
}
