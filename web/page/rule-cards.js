// The configuration as cards, in the order in which S3 tries the rules.

import { append, h, icon } from './element.js';
import { METHODS, createRuleCard } from './rule-card.js';
import { nearestRule } from './nearest.js';
import { originOf } from './state.js';
import { hasComments } from './write-back.js';

/** @import { CORSConfiguration, CORSRule } from '../s3cors.js' */
/** @import { Evaluation } from './evaluate.js' */
/** @import { RuleCard } from './rule-card.js' */

/** Cards that are there from the start; the rest on demand. */
const FIRST = 20;

/**
 * @param {HTMLElement} host
 * @param {(configuration: CORSConfiguration) => void} onEdit
 * @param {(message: string) => void} announce
 */
export function createRuleCards(host, onEdit, announce) {
  /** @type {RuleCard[]} */
  const cards = [];
  /** @type {CORSRule[]} */
  let rules = [];
  let shown = FIRST;
  /** @type {Evaluation | null} */
  let latest = null;

  const note = h('p', { class: 'stale-note', hidden: true });
  const list = h('ol', { class: 'cards' });
  const add = h('button', { type: 'button', class: 'b', onclick: () => addRule() }, icon('plus'), 'Rule');
  const more = h('button', { type: 'button', class: 'b quiet', hidden: true, onclick: () => {
    const from = shown;
    shown = Infinity;
    draw();
    cards[from]?.id.focus();
  } });
  const body = h('div', null, list, h('div', { class: 'pair' }, add, more));
  append(host, [note, body]);

  /** @param {CORSRule[]} next */
  const edit = (next) => onEdit({ CORSRules: next });
  const cardHost = {
    /** @param {number} index @param {CORSRule} rule */
    change: (index, rule) => edit(rules.map((old, i) => (i === index ? rule : old))),
    /** @param {number} index @param {-1 | 1} by */
    move: (index, by) => {
      const to = index + by;
      if (to < 0 || to >= rules.length) return;
      const next = [...rules];
      [next[index], next[to]] = [next[to], next[index]];
      shown = Math.max(shown, to + 1);
      const field = focusedField(cards[index]);
      edit(next);
      focusField(cards[to], field ?? (by < 0 ? 'up' : 'down'));
      announce(`Rule ${index + 1} is now rule ${to + 1} of ${rules.length}.`);
    },
    /** @param {number} index */
    remove: (index) => {
      edit(rules.filter((_, i) => i !== index));
      (cards[Math.min(index, Math.min(shown, rules.length) - 1)]?.remove ?? add).focus();
      announce(`Rule ${index + 1} is removed. ${rules.length === 1 ? '1 rule is' : `${rules.length} rules are`} left.`);
    },
  };
  const addRule = () => {
    shown = Infinity;
    const request = latest?.request;
    const origin = request ? originOf(request.page) : '';
    // A rule without origin or method is malformed to S3, so a new one begins with those of the request.
    edit([...rules, { AllowedOrigins: [origin || '*'], AllowedMethods: [request && METHODS.includes(request.method) ? request.method : 'GET'] }]);
    cards[rules.length - 1]?.id.focus();
    announce(`Rule ${rules.length} is added.`);
  };

  const draw = () => {
    if (!latest) return;
    const count = Math.min(rules.length, shown);
    while (cards.length > count) cards.pop()?.node.remove();
    while (cards.length < count) {
      const card = createRuleCard(cards.length, cardHost);
      cards.push(card);
      list.append(card.node);
    }
    const trace = latest.simulation?.trace ?? [];
    const nearest = latest.simulation?.allowed || rules.length < 2 ? null : nearestRule(trace);
    cards.forEach((card, i) => card.update(rules[i], rules.length, trace[i], trace[i] === nearest));
    more.hidden = rules.length <= shown;
    more.textContent = `Show the other ${rules.length - count} rules`;
  };

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      latest = evaluation;
      rules = evaluation.configuration?.CORSRules ?? [];
      const blank = evaluation.text.trim() === '';
      const stale = !evaluation.readable && !blank;
      body.inert = stale;
      body.classList.toggle('stale', stale);
      const words = stale ? staleWords(evaluation) : hasComments(evaluation.text, evaluation.validation.format) ? 'An edit here writes the source anew, without its comments. Undo brings them back.' : '';
      note.hidden = words === '';
      note.textContent = words;
      draw();
    },
  };
}

/** @param {Evaluation} evaluation */
function staleWords({ configuration }) {
  return configuration ? 'As of the last readable text. Mend the source to edit the rules here.' : 'The source cannot be read yet, so there are no rules to show.';
}

const fields = /** @type {const} */ (['id', 'up', 'down', 'remove']);

/** @param {RuleCard | undefined} card */
function focusedField(card) {
  return fields.find((field) => card?.[field] === document.activeElement) ?? null;
}

/**
 * @param {RuleCard | undefined} card
 * @param {typeof fields[number]} field
 */
function focusField(card, field) {
  if (!card) return;
  const target = card[field];
  if (!target.hasAttribute('disabled')) return target.focus();
  (field === 'up' ? card.down : card.up).focus();
}
