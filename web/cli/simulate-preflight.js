/** A preflight, and why each rule takes it or does not. */

import { describeAll, placeName, requestName } from './describe.js';
import { findingsOf, placed } from './source.js';
import { UsageError } from './usage.js';
import { visible } from './visible.js';

/** @import { Check, PreflightRequest, RuleTrace, Simulation, Target } from '../s3cors.js' */
/** @import { Finding, Outcome, Work } from './types.js' */
/** @import { NamedSource } from './source.js' */
/** @import { Input } from './input.js' */
/** @import { Paint } from './paint.js' */

/** Suggestions that are shown, the narrowest first. */
const shownSuggestions = 3;

/**
 * @param {NamedSource} named
 * @param {Work} work
 * @returns {Outcome}
 */
export function simulatePreflight({ input, source }, work) {
  const { api, given, paint, width } = work;
  const origin = given.text('origin');
  const method = given.text('method');
  if (origin === undefined) throw new UsageError('a preflight needs --origin', 'Write --origin https://app.example.com.');
  if (method === undefined) throw new UsageError('a preflight needs --method', 'Write --method GET, or another method.');
  const headers = given.text('headers');
  const request = { origin, method, ...(headers !== undefined && { headers }) };
  const simulation = api.simulatePreflight(source, request, targetOf(work));
  const problems = findingsOf(simulation.diagnostics, input);
  const suggestions = simulation.allowed || simulation.response === null ? [] : api.suggest(source, request);
  const text = [
    describeAll(problems, paint, width),
    ...(simulation.response === null ? [] : told(simulation, request, input, paint)),
    ...(suggestions.length > 0 ? ['', suggestions.length === 1 ? 'This change would let it pass:' : 'One of these changes would let it pass:', ...suggestions.slice(0, shownSuggestions).map(({ title }) => `  ${paint.cyan('+')} ${visible(title)}`)] : []),
  ].filter((line, index) => index > 0 || line !== '').join('\n');
  return {
    code: simulation.allowed ? 0 : 1,
    text: `${text.trimEnd()}\n`,
    json: { file: input.name, ...simulation, diagnostics: placed(simulation.diagnostics, input), suggestions: suggestions.map(({ title, edits, comparison }) => ({ title, edits, relation: comparison.relation })) },
    findings: [...problems, ...failedChecks(simulation, input)],
  };
}

/**
 * @param {Work} work
 * @returns {Target}
 */
export function targetOf({ given }) {
  const resource = /** @type {Target['resource']} */ (given.text('resource'));
  const status = given.number('status', 200, 599);
  return { ...(resource && { resource }), ...(status !== undefined && { status }) };
}

/**
 * @param {Simulation} simulation
 * @param {PreflightRequest} request
 * @param {Input} input
 * @param {Paint} paint
 */
function told({ allowed, rule, response, trace, assumptions }, request, input, paint) {
  const name = visible(requestName(request));
  const verdict = allowed ? paint.green('S3 allows') : paint.red('S3 refuses');
  const lines = [paint.bold(`${verdict} ${name}${allowed && rule !== null ? `, by rule ${rule + 1}` : ''}`)];
  if (response?.error) lines.push(`  ${response.status} ${response.error.code}: ${visible(response.error.message)}`);
  else if (response) lines.push(`  ${response.status}`, ...response.headers.filter(([header]) => /^(access-control-|vary$)/i.test(header)).map(([header, value]) => `  ${visible(header)}: ${visible(value)}`));
  lines.push('', ...traceLines(trace, input, paint));
  for (const { code, message } of assumptions) lines.push('', `${paint.yellow('Nobody has recorded S3 here')}: ${visible(message)} ${paint.dim(`[${code}]`)}`);
  return lines;
}

/**
 * @param {RuleTrace[]} trace
 * @param {Input} input
 * @param {Paint} paint
 */
export function traceLines(trace, input, paint) {
  const lines = [];
  for (const { rule, id, result, origin, method, headers } of trace) {
    const words = { matched: paint.green('answers'), failed: paint.red('does not answer'), 'not-reached': paint.dim('is not reached') }[result];
    lines.push(`${paint.bold(`rule ${rule + 1}`)}${id ? ` "${visible(id)}"` : ''} ${words}`);
    if (result === 'not-reached') continue;
    const rows = /** @type {[string, Check][]} */ ([['origin', origin], ['method', method], ...headers.map((check) => ['header', check])]);
    for (const [kind, check] of rows) {
      const mark = check.result === 'matched' ? paint.green('✓') : paint.red('✗');
      lines.push(`  ${mark} ${kind}  ${visible(check.message)}  ${paint.dim(placeName(input, check.span))}`);
    }
  }
  return lines;
}

/**
 * The checks that failed, where none of the rules answers.
 *
 * @param {Simulation} simulation
 * @param {Input} input
 * @returns {Finding[]}
 */
export function failedChecks({ allowed, trace }, input) {
  if (allowed) return [];
  return trace.flatMap(({ rule, origin, method, headers }) =>
    [origin, method, ...headers]
      .filter(({ result }) => result === 'failed')
      .map(({ reason, message, span }) => ({ code: reason ?? 'not-matched', severity: /** @type {const} */ ('error'), message: `rule ${rule + 1} does not answer: ${message}`, input, ...(span && { span }) })));
}
