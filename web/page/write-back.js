// A configuration that was edited by card, written as text in the format that the text had.

import { withEdits } from './edits.js';

/** @import { CORSConfiguration, InputFormat, OutputFormat, S3CORS, Source, Validation } from '../s3cors.js' */

/** The formats that are written under another name than they are read. @type {Record<string, OutputFormat>} */
const programs = { python: 'boto3', javascript: 'sdk-js' };

/**
 * The text that says the same as the configuration: edited where that can be done, so that comments and layout stay, and written
 * anew otherwise.
 *
 * @param {S3CORS} api
 * @param {CORSConfiguration} configuration
 * @param {Source | null} source  Of the text, with the choice among its configurations; null where there is no configuration yet.
 * @param {string} text
 * @param {InputFormat | null} format
 */
export function writeBack(api, configuration, source, text, format) {
  const edits = source && api.edit(source, configuration);
  return edits ? withEdits(text, edits) : writtenAnew(api, configuration, text, format);
}

/**
 * Whether an edit would write the text anew. A rule's ID stands for all else.
 *
 * @param {S3CORS} api
 * @param {CORSConfiguration} configuration
 * @param {Source} source
 */
export function isWrittenAnew(api, { CORSRules: [first, ...others] }, source) {
  return first !== undefined && api.edit(source, { CORSRules: [{ ...first, ID: `${first.ID ?? ''}-` }, ...others] }) === null;
}

/**
 * The text that says the same as the configuration, in the form that there was: of JSON the list of rules, or the object around it.
 *
 * @param {S3CORS} api
 * @param {CORSConfiguration} configuration
 * @param {string} before
 * @param {InputFormat | null} format
 */
function writtenAnew(api, configuration, before, format) {
  const written = format === 'json' && /^\s*\[/.test(before) ? 'console' : (programs[format ?? ''] ?? /** @type {OutputFormat | null} */ (format) ?? 'xml');
  return api.convert(configuration, written).text ?? before;
}

/**
 * Whether the text holds comments, which writing it anew loses. JSON has none, so each is told of as a departure from it; what
 * looks like one within a value is not.
 *
 * @param {string} text
 * @param {Pick<Validation, 'format' | 'diagnostics'>} validation  Of the text.
 */
export function hasComments(text, { format, diagnostics }) {
  if (format === 'xml') return text.includes('<!--');
  return diagnostics.some(({ code, span }) => code === 'relaxed-syntax' && span && /^(?:\/\/|\/\*|#)/.test(text.slice(span.start, span.end)));
}
