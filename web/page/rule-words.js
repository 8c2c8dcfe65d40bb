// What a sentence says of a rule: its name, how near it comes, and what it lacks.

import { continued, valuesOf } from './check-words.js';
import { failed } from './nearest.js';

/** @import { RuleTrace } from '../s3cors.js' */
/** @import { Word } from './types.js' */

/**
 * The rule that comes nearest, and why it fails.
 *
 * @param {RuleTrace} nearest
 * @param {{ trace: RuleTrace[] }} simulation
 * @returns {Word[]}
 */
export function nearestWords(nearest, { trace }) {
  const link = trace.length > 1 ? { colon: ' comes nearest: ', having: ' comes nearest, with ' } : { colon: ' fails: ', having: ' has ' };
  return [...ruleWords(nearest), ...causes(nearest, link), '.'];
}

/**
 * Why a rule fails: what the checks of origin and method say, and those of the headers.
 *
 * @param {RuleTrace} rule
 * @param {{ colon: string, having: string }} link
 * @returns {Word[]}
 */
function causes({ origin, method, headers }, link) {
  const lacking = headers.filter(failed);
  const checks = [origin, method, ...(lacking.length === 1 ? lacking : [])].filter(failed);
  /** @type {Word[][]} */
  const all = checks.map((check, i) => [{ said: continued(check, i === 0 ? link : and), values: valuesOf(check) }]);
  // Several headers and what each lacks would be a list; the checks below the verdict have it.
  if (lacking.length > 1) {
    const words = lacking[0].reason === 'no-allowed-headers' ? ['it has no AllowedHeader'] : ['no AllowedHeader of it fits ', ...quoted(lacking.map((check) => check.value))];
    all.push([all.length === 0 ? link.colon : '; ', ...words]);
  }
  return all.flat();
}

const and = { colon: '; ', having: '; ' };

/**
 * @param {RuleTrace} rule
 * @returns {Word[]}
 */
export function ruleWords(rule) {
  return rule.id ? [`Rule ${rule.rule + 1} `, { name: rule.id }] : [`Rule ${rule.rule + 1}`];
}

/** @param {string[]} headers @returns {Word[]} */
export function withHeaders(headers) {
  return headers.length === 0 ? [] : [' with ', ...quoted(headers)];
}

/**
 * @param {string[]} values
 * @returns {Word[]}
 */
export function quoted(values) {
  const shown = values.length > 4 ? values.slice(0, 3) : values;
  const rest = values.length - shown.length;
  const words = shown.flatMap((value, i) => [i === 0 ? '' : i === shown.length - 1 && rest === 0 ? ' and ' : ', ', { code: value }]);
  return rest > 0 ? [...words, ` and ${rest} more`] : words;
}
