// Which of the rules that fail is worth looking at first.

/** @import { Check, RuleTrace, Simulation } from '../s3cors.js' */

/** Each pane asks for it. @type {WeakMap<Simulation, RuleTrace | null>} */
const decisive = new WeakMap();

/**
 * The rule that decides the answer: the one that matches or, if none does, the one that comes nearest.
 *
 * @param {Simulation} simulation
 * @returns {RuleTrace | null}
 */
export function decisiveRule(simulation) {
  let rule = decisive.get(simulation);
  if (rule === undefined) {
    rule = simulation.trace.find(({ result }) => result === 'matched') ?? nearestRule(simulation.trace);
    decisive.set(simulation, rule);
  }
  return rule;
}

/**
 * The rule that comes nearest: the one that needs the smallest change to match; of two, the earlier.
 *
 * @param {RuleTrace[]} trace
 * @returns {RuleTrace | null}
 */
export function nearestRule(trace) {
  let nearest = null;
  let least = Infinity;
  for (const rule of trace) {
    if (rule.result !== 'failed') continue;
    const distance = distanceOf(rule);
    if (distance < least) {
      nearest = rule;
      least = distance;
    }
  }
  return nearest;
}

/**
 * An origin that is a letter off is nearer than another method, and that nearer than an unlike host. Headers lie
 * between: the rule is meant for this page and method, and lacks an entry.
 *
 * @param {RuleTrace} rule
 */
function distanceOf(rule) {
  const headers = rule.headers.filter(failed).length;
  const origin = failed(rule.origin) ? 0.2 + 1.2 * (1 - likeness(withoutScheme(rule.origin.value), withoutScheme(rule.origin.pattern ?? ''))) : 0;
  return origin + (failed(rule.method) ? 1 : 0) + (headers > 0 ? 0.5 + (0.4 * headers) / rule.headers.length : 0);
}

/** @param {string} origin */
function withoutScheme(origin) {
  return origin.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
}

/** @param {Check} check */
export function failed(check) {
  return check.result === 'failed';
}

/**
 * All checks of a rule, in S3's order.
 *
 * @param {RuleTrace} rule
 */
export function checksOf({ origin, method, headers }) {
  return [origin, method, ...headers];
}

/**
 * What a rule fails on, in S3's order.
 *
 * @param {RuleTrace} rule
 */
export function failingKinds({ origin, method, headers }) {
  return [...(failed(origin) ? ['origin'] : []), ...(failed(method) ? ['method'] : []), ...(headers.some(failed) ? ['headers'] : [])];
}

/**
 * How much of two texts is a common start and end, from 0 to 1.
 *
 * @param {string} a
 * @param {string} b
 */
export function likeness(a, b) {
  const length = Math.max(a.length, b.length);
  if (length === 0) return 1;
  const start = commonStart(a, b);
  return (start + commonEnd(a.slice(start), b.slice(start))) / length;
}

/**
 * @param {string} a
 * @param {string} b
 */
export function commonStart(a, b) {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/**
 * @param {string} a
 * @param {string} b
 */
export function commonEnd(a, b) {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}
