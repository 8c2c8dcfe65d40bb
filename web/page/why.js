// Which rule answers, and why each other rule does not.

import { readingList } from './diagnostics.js';
import { h, replaceChanged, replaceOther, setHidden, setText } from './element.js';
import { createExplainedRule, ruleTitle } from './explained-rule.js';
import { lineStarts } from './lines.js';
import { decisiveRule } from './nearest.js';
import { createResting } from './resting.js';
import { isStale, remark } from './remark.js';

/** @import { RuleTrace, Span } from '../s3cors.js' */
/** @import { Explained } from './explained-rule.js' */
/** @import { Evaluation } from './types.js' */

/** Rules that are drawn at once; the next as many when they come near. */
const STEP = 20;
/** Rules farther out of view follow an edit when typing rests, or when they come nearer; pixels as CSS, and milliseconds. */
const NEAR = '200px';
const REST = 120;
/** Up to here all rules stay in S3's order; beyond, the one that decides comes first, or it would be out of sight. */
const ON_SCREEN = 6;

/**
 * @param {HTMLElement} host
 * @param {((span: Span) => void) | null} onPlace  null: the source is not on screen, and nothing leads to it.
 * @param {() => void} [onLater]  Told when more has been drawn than update() drew.
 */
export function createWhy(host, onPlace, onLater = () => {}) {
  /** By the number of the rule, in the order on screen. @type {Map<number, Explained>} */
  let drawn = new Map();
  let limit = STEP;
  /** What is in view, or nearly. @type {Set<Element>} */
  const near = new Set();
  /** What an edit has not come to yet. @type {Set<Element>} */
  const behind = new Set();
  const intro = h('div', { class: 'intro' });
  const list = h('ol', { class: 'trace' });
  const more = h('button', { type: 'button', class: 'b', hidden: true, onclick: () => show(limit + STEP) });
  const outro = h('div', { class: 'outro' });
  host.append(intro, list, more, outro);
  /** @type {Evaluation | null} */
  let latest = null;

  /** @param {number} [next] */
  const show = (next = limit) => {
    limit = next;
    draw(true);
    onLater();
  };
  const rest = createResting(REST, () => behind.size > 0 && show());
  const view = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    if (near.has(more) && !more.hidden) show(limit + STEP);
    else if ([...behind].some((node) => near.has(node))) show();
  }, { rootMargin: NEAR });
  view.observe(more);

  /** @param {boolean} all  Also what is out of view. */
  const draw = (all) => {
    if (!latest) return;
    const { simulation, shown } = latest;
    const trace = simulation?.trace ?? [];
    const decisive = simulation ? decisiveRule(simulation) : null;
    const reached = trace.filter((rule) => rule.result !== 'not-reached');
    const order = trace.length > ON_SCREEN && decisive ? [decisive, ...reached.filter((rule) => rule !== decisive)] : reached;
    const listed = order.slice(0, limit);
    const telling = { shown, current: onPlace !== null && latest.readable && latest.server.kind === 'configured', starts: lineStarts(latest.text), go: onPlace ?? (() => {}) };
    const places = Array.from(drawn.keys());
    const mayWait = !all && listed.every(({ rule }, place) => rule === places[place]);
    /** @type {Map<number, Explained>} */
    const next = new Map();
    behind.clear();
    for (const rule of listed) {
      const explained = drawn.get(rule.rule) ?? createExplainedRule(rule.rule);
      next.set(rule.rule, explained);
      if (!drawn.has(rule.rule)) view.observe(explained.node);
      if (mayWait && !near.has(explained.node)) behind.add(explained.node);
      else explained.show(rule, { ...telling, decisive: rule === decisive && trace.length > 1 });
    }
    drawn = next;
    if (behind.size > 0) rest.soon();
    replaceChanged(list, [...Array.from(drawn.values(), ({ node }) => node), ...notReached(trace, reached.length, latest.exchange?.cached?.used)]);
    setHidden(more, order.length <= limit);
    if (!more.hidden) setText(more, `Show ${Math.min(STEP, order.length - limit)} more of ${order.length} rules`);
    replaceOther(intro, introduction(latest));
    replaceOther(outro, assumptions(latest));
  };

  return {
    /**
     * @param {Evaluation} evaluation
     * @param {boolean} [follows]  The one that is on screen, so that it is known what is in view: where the text is another, the rest may wait.
     */
    update(evaluation, follows = false) {
      const typed = follows && evaluation.text !== latest?.text;
      latest = evaluation;
      host.classList.toggle('stale', isStale(evaluation));
      draw(!typed);
    },
  };
}

/**
 * @param {RuleTrace[]} trace
 * @param {number} reached
 * @param {boolean} [isKept]  Whether a cache answers.
 */
function notReached(trace, reached, isKept) {
  const rest = trace.slice(reached);
  if (rest.length === 0 || rest.some((rule) => rule.result !== 'not-reached')) return [];
  const matched = trace.some((rule) => rule.result === 'matched');
  const words = matched ? 'Not reached: S3 stops at the first rule that matches' : `Not reached: ${isKept ? 'a kept response answers' : 'S3 answers before it looks at the rules'}`;
  const title = rest.length === 1 ? ruleTitle(rest[0]) : h('h3', null, h('span', null, `Rules ${rest[0].rule + 1} to ${rest[rest.length - 1].rule + 1}`));
  return [h('li', { class: 'rule rest' }, h('div', { class: 'rule-head' }, title, h('span', { class: 'push' }, words)))];
}

/** @param {Evaluation} evaluation */
function introduction(evaluation) {
  const { simulation, server, exchange } = evaluation;
  if (isStale(evaluation)) return remark(evaluation);
  if (server.kind === 'pasted' && !simulation) return [h('p', { class: 'soft' }, 'The answer is as pasted, so no rule is tried.')];
  if (server.kind === 'unconfigured') return [h('p', { class: 'soft' }, 'The bucket has no CORS configuration, so there is no rule to try.')];
  if (server.kind === 'missing') return [h('p', { class: 'soft' }, 'There is no such bucket, so there is no rule to try.')];
  if (!simulation && exchange?.cached) return [h('p', { class: 'soft' }, 'A cache answers, so no rule is tried.')];
  if (!simulation) return [h('p', { class: 'soft' }, 'Each rule will stand here with every check: origin, method and each header.')];
  return remark(evaluation);
}

/** @param {Evaluation} evaluation */
function assumptions({ simulation }) {
  const all = simulation?.assumptions ?? [];
  if (all.length === 0) return [];
  return [readingList('Where nobody has recorded S3, this answer rests on a reading', all)];
}
