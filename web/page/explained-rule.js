// A rule with every check that S3 makes of it, on screen.

import { listWords } from './call.js';
import { checkRow, noChecks } from './check.js';
import { h, setText } from './element.js';
import { lineWords } from './lines.js';
import { status } from './looks.js';
import { checksOf, failingKinds } from './nearest.js';

/** @import { Check, RuleTrace, Span } from '../s3cors.js' */
/** @import { Evaluation, Places } from './types.js' */

/**
 * A rule on screen. After an edit it takes in what has changed, and all else of it stays as it is laid out.
 *
 * @typedef {{ node: HTMLElement, show(rule: RuleTrace, telling: Telling): void }} Explained
 */

/**
 * How a rule is told: as the one that decides among several, of which request, and with ways to its places.
 *
 * @typedef {{ decisive: boolean, shown: Evaluation['shown'], current: boolean, starts: number[], go: (span: Span) => void }} Telling
 */

/**
 * @param {number} index  Of the rule.
 * @returns {Explained}
 */
export function createExplainedRule(index) {
  const node = h('li', { class: 'rule', 'data-rule': index });
  /** @type {RuleTrace} */
  let rule;
  let lines = '';
  /** @type {Telling['go']} */
  let go = () => {};
  /** What is seen of each part. @type {string[]} */
  let seen = [];
  /** @param {string} path */
  const goThere = (path) => {
    const span = spanOf(rule, path);
    if (span) go(span);
  };
  return {
    node,
    show(next, telling) {
      const { starts, current } = telling;
      rule = next;
      go = telling.go;
      const places = { starts, current, go: goThere };
      const parts = partsOf(rule, telling, places);
      node.classList.toggle('matched', rule.result === 'matched');
      parts.forEach(({ key, draw }, i) => {
        if (seen[i] === key) return;
        const old = node.children[i];
        if (old) old.replaceWith(draw());
        else node.append(draw());
      });
      const before = lines;
      lines = linesOf(rule, starts);
      if (before !== '' && before !== lines) tellLines(node, rule, starts);
      seen = parts.map(({ key }) => key);
    },
  };
}

/**
 * The lines of the values, which an edit elsewhere may have moved.
 *
 * @param {HTMLElement} node
 * @param {RuleTrace} rule
 * @param {number[]} starts
 */
function tellLines(node, rule, starts) {
  for (const link of node.querySelectorAll('.ln')) {
    const span = spanOf(rule, link.getAttribute('data-path') ?? '');
    if (span) setText(link, lineWords(starts, span));
  }
}

/**
 * The parts of a rule from top to bottom: what is seen of each, but for the lines of its values, and how it is drawn.
 *
 * @param {RuleTrace} rule
 * @param {Telling} telling
 * @param {Places} places
 */
function partsOf(rule, { decisive, shown, current }, places) {
  const { origin, method, headers } = rule;
  const kinds = rule.result === 'matched' ? [] : failingKinds(rule);
  return [
    { key: JSON.stringify([rule.rule, rule.id, rule.result, decisive, kinds]), draw: () => head(rule, decisive, kinds) },
    { key: keyOf([origin], current), draw: () => checkRow('Origin', [origin], places) },
    { key: keyOf([method], current), draw: () => checkRow('Method', [method], places) },
    headers.length > 0
      ? { key: keyOf(headers, current), draw: () => checkRow('Headers', headers, places) }
      : { key: `none of ${shown}`, draw: () => noChecks(shown === 'preflight' ? 'None is asked for.' : 'S3 compares none of them in an actual request.') },
  ];
}

/**
 * @param {Check[]} checks
 * @param {boolean} current
 */
function keyOf(checks, current) {
  return JSON.stringify([current, ...checks.map(({ value, result, path, pattern, reason, message, span }) => [value, result, path, pattern, reason, message, span !== undefined])]);
}

/** @param {RuleTrace} rule @param {string} path */
function spanOf(rule, path) {
  return checksOf(rule).find((check) => check.path === path)?.span;
}

/**
 * @param {RuleTrace} rule
 * @param {number[]} starts
 */
function linesOf(rule, starts) {
  return checksOf(rule).map(({ span }) => span && lineWords(starts, span)).join();
}

/**
 * @param {RuleTrace} rule
 * @param {boolean} decisive
 * @param {string[]} kinds  Of the checks that fail.
 */
function head(rule, decisive, kinds) {
  return h(
    'div',
    { class: 'rule-head' },
    ruleTitle(rule),
    rule.result !== 'matched' && decisive ? h('span', { class: 'tag near' }, 'Nearest') : null,
    rule.result === 'matched' ? status('ok', 'Matches', 'is push') : h('span', { class: 'is bad push' }, kinds.length === 1 ? `Fails on the ${kinds[0]}` : `Fails on ${listWords(kinds)}`),
  );
}

/** @param {RuleTrace} rule */
export function ruleTitle(rule) {
  return h('h3', null, h('span', null, `Rule ${rule.rule + 1}`), ' ', rule.id ?? null);
}
