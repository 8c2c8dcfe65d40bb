// A configuration that was edited by card, written as text in the format that the text had.

import { withEdits } from './edits.js';

/** @import { CORSConfiguration, CORSRule, InputFormat, OutputFormat, S3CORS, Source, Validation } from '../s3cors.js' */

/** The formats that are written under another name than they are read. @type {Partial<Record<InputFormat, OutputFormat>>} */
const programs = { python: 'boto3', javascript: 'sdk-js' };
const members = /** @type {const} */ (['ID', 'AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposeHeaders', 'MaxAgeSeconds']);

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
 * The text that says the same as the configuration. JSON keeps the container that was there: a bare array, or an object
 * around it with all that it holds beside the rules.
 *
 * @param {S3CORS} api
 * @param {CORSConfiguration} configuration
 * @param {string} before
 * @param {InputFormat | null} format
 * @returns {string}
 */
function writtenAnew(api, configuration, before, format) {
  if (format !== null && format !== 'xml' && format !== 'json') return api.convert(configuration, programs[format] ?? /** @type {OutputFormat} */ (format)).text ?? before;
  if (format !== 'json') return api.toXML(configuration).text ?? before;
  const value = parsed(before);
  const order = memberOrder(rulesIn(value));
  const rules = configuration.CORSRules.map((rule) => ordered(rule, order));
  return JSON.stringify(wrapped(value, rules, before), null, 2) + (before.endsWith('\n') ? '\n' : '');
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

/** @param {string} text */
function parsed(text) {
  try {
    return /** @type {unknown} */ (JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} value
 * @param {object[]} rules
 * @param {string} before
 */
function wrapped(value, rules, before) {
  if (Array.isArray(value)) return rules;
  if (isObject(value)) {
    const inner = value.CORSConfiguration;
    if (isObject(inner)) return { ...value, CORSConfiguration: { ...inner, CORSRules: rules } };
    if ('CORSRules' in value) return { ...value, CORSRules: rules };
    return { CORSRules: rules };
  }
  // The reader is more lenient than JSON.parse, so the shape has to be told from the text.
  if (/^\s*\[/.test(before)) return rules;
  return /\bCORSConfiguration["']?\s*:/.test(before) ? { CORSConfiguration: { CORSRules: rules } } : { CORSRules: rules };
}

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
function rulesIn(value) {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  return rulesIn(value.CORSConfiguration ?? value.CORSRules ?? null);
}

/**
 * The order in which the text's first rule has its members, then the usual one.
 *
 * @param {unknown[]} rules
 */
function memberOrder(rules) {
  const first = isObject(rules[0]) ? Object.keys(rules[0]) : [];
  const known = members.filter((member) => first.includes(member)).sort((a, b) => first.indexOf(a) - first.indexOf(b));
  return [...known, ...members.filter((member) => !known.includes(member))];
}

/**
 * @param {CORSRule} rule
 * @param {readonly (keyof CORSRule)[]} order
 */
function ordered(rule, order) {
  /** @type {Record<string, unknown>} */
  const result = {};
  for (const member of order) {
    const value = rule[member];
    const optional = member === 'AllowedHeaders' || member === 'ExposeHeaders';
    if (value !== undefined && !(optional && Array.isArray(value) && value.length === 0)) result[member] = value;
  }
  return result;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
