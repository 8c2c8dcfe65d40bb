/** Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), as code scanning takes them. */

/** @import { TextEdit, Span } from '../s3cors.js' */
/** @import { Finding, Outcome } from './types.js' */
/** @import { Input } from './input.js' */

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const levels = { error: 'error', warning: 'warning', info: 'note' };

/**
 * @param {Outcome} outcome
 * @param {string} version
 */
export function writeSARIF({ findings, code }, version) {
  const codes = [...new Set(findings.map((finding) => finding.code))];
  const rules = codes.map((id) => ruleOf(/** @type {Finding} */ (findings.find((finding) => finding.code === id))));
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 's3cors', semanticVersion: version, rules } },
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: true, exitCode: code }],
      results: findings.map((finding) => resultOf(finding, codes.indexOf(finding.code))),
    }],
  };
}

/** @param {Finding} finding */
function ruleOf({ code, topic, severity, help, message }) {
  const words = code.replaceAll('-', ' ');
  const title = `${words[0].toUpperCase()}${words.slice(1)}`;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: topic ? `${title} (${topic})` : title },
    help: { text: help ?? sentence(message) },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['cors', ...(topic ? [topic] : [])] },
  };
}

/**
 * @param {Finding} finding
 * @param {number} ruleIndex
 */
function resultOf({ code, severity, message, help, label, input, span, related, fixes = [] }, ruleIndex) {
  const edited = fixes.filter(({ edits }) => edits !== undefined);
  const text = `${sentence(label ? `${message}: ${label}` : message)}${help ? ` ${help}` : ''}`;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text },
    locations: [location(input, span)],
    ...(related?.length && { relatedLocations: related.map((other) => ({ ...location(input, other.span), message: { text: sentence(other.message) } })) }),
    ...(edited.length && { fixes: edited.map(({ title, edits = [] }) => ({ description: { text: title }, artifactChanges: [change(input, edits)] })) }),
  };
}

/**
 * The whole file is meant where there is no place; code scanning wants a line even so.
 *
 * @param {Input} input
 * @param {Span} [span]
 */
function location(input, span = { start: 0, end: 0 }) {
  return { physicalLocation: { artifactLocation: { uri: input.uri }, region: region(input, span) } };
}

/**
 * @param {Input} input
 * @param {Span} span
 */
function region(input, span) {
  const { start, end } = input.lines.range(span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/**
 * @param {Input} input
 * @param {TextEdit[]} edits
 */
function change(input, edits) {
  const replacements = edits.map(({ span, text }) => ({ deletedRegion: region(input, span), insertedContent: { text } }));
  return { artifactLocation: { uri: input.uri }, replacements };
}

/** @param {string} message */
function sentence(message) {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
