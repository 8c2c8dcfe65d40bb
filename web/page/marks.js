// What is marked in the source: the patterns that the decisive rules turn on, and the diagnostics.

import { checksOf, decisiveRule, failed } from './nearest.js';

/** @import { Check, Span } from '../s3cors.js' */
/** @import { Evaluation, Mark } from './types.js' */

/** Rules whose checks are marked; beyond, only the decisive one is. */
const MARKED = 20;

/**
 * @param {Evaluation} evaluation
 * @returns {Mark[]}
 */
export function marksOf(evaluation) {
  const { validation, simulation, server, readable } = evaluation;
  if (evaluation.text.trim() === '') return [];
  /** @type {Mark[]} */
  const marks = validation.diagnostics.flatMap(({ span, severity }) => (span ? [{ start: span.start, end: severityEnd(evaluation.text, span), kind: severity }] : []));
  if (!simulation || !readable || server.kind !== 'configured') return marks;
  const decisive = decisiveRule(simulation);
  for (const rule of simulation.trace) {
    if (rule !== decisive && rule.rule >= MARKED) continue;
    for (const check of checksOf(rule)) {
      if (check.span && check.result !== 'not-reached') marks.push(markOf(check, rule === decisive));
    }
  }
  return marks;
}

/**
 * What is said of a whole rule or list stands in the margin alone: underlining all of it would hide the rest.
 *
 * @param {string} text
 * @param {Span} span
 */
function severityEnd(text, { start, end }) {
  return text.slice(start, end).includes('\n') ? start : end;
}

/**
 * @param {Check} check
 * @param {boolean} decisive
 * @returns {Mark}
 */
function markOf(check, decisive) {
  const { start, end } = /** @type {NonNullable<Check['span']>} */ (check.span);
  const kind = check.result === 'matched' ? 'hit' : check.pattern !== undefined && decisive ? 'off' : 'list';
  return { start, end, kind, path: check.path };
}

/**
 * What is lit while nothing is pointed at: the pattern that decides.
 *
 * @param {Evaluation} evaluation
 * @returns {string | null}
 */
export function restingPath({ simulation, readable, server }) {
  if (!simulation || !readable || server.kind !== 'configured') return null;
  const rule = decisiveRule(simulation);
  if (!rule) return null;
  const check = rule.result === 'matched' ? rule.origin : checksOf(rule).find(failed);
  return check?.pattern === undefined ? null : check.path;
}
