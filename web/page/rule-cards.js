// The configuration as cards, in the order in which S3 tries the rules.

import { methodOf } from './call.js';
import { wireDrag } from './card-drag.js';
import { createCardList } from './card-list.js';
import { append, h, icon } from './element.js';
import { nearestRule } from './nearest.js';
import { METHODS } from './methods.js';
import { headersInUse, originsInUse, responseHeaders } from './usual.js';
import { hasComments, isWrittenAnew } from './write-back.js';

/** @import { CORSConfiguration, CORSRule, S3CORS } from '../s3cors.js' */
/** @import { Evaluation } from './types.js' */

/** Cards that are there from the start; the rest on demand. */
const FIRST = 20;

/**
 * @param {HTMLElement} host
 * @param {() => S3CORS | null} api
 * @param {(configuration: CORSConfiguration, typing?: boolean) => void} onEdit  Told whether the edit is one of several, as letters are.
 * @param {(message: string) => void} announce
 * @param {(rules: number[]) => void} onUnwritten  Told which rules have a field that says something that no configuration can.
 */
export function createRuleCards(host, api, onEdit, announce, onUnwritten) {
  /** @type {Set<number>} */
  const unwritten = new Set();
  /** @type {CORSRule[]} */
  let rules = [];
  let shown = FIRST;
  /** @type {Evaluation | null} */
  let latest = null;

  /** @param {CORSRule[]} next @param {boolean} [typing] */
  const edit = (next, typing) => onEdit({ CORSRules: next }, typing);
  const { body, note, list, add, more, completions } = createFrame(host, { add: () => addRule(), more: () => showAll() });
  const cards = createCardList(list, {
    change: (index, rule, typing) => edit(rules.map((old, i) => (i === index ? rule : old)), typing),
    unwritten: (index, text) => {
      if (text === '') unwritten.delete(index);
      else unwritten.add(index);
      onUnwritten([...unwritten].sort((a, b) => a - b));
    },
    move: (index, to) => {
      if (to < 0 || to >= rules.length || to === index) return;
      shown = Math.max(shown, to + 1);
      const field = cards.focusedField(index);
      edit(rules.toSpliced(index, 1).toSpliced(to, 0, rules[index]));
      cards.focus(to, field ?? (to < index ? 'up' : 'down'));
      announce(`Rule ${index + 1} is now rule ${to + 1} of ${rules.length}.`);
    },
    remove: (index) => {
      edit(rules.filter((_, i) => i !== index));
      if (!cards.focus(Math.min(index, Math.min(shown, rules.length) - 1), 'remove')) add.focus();
      announce(`Rule ${index + 1} is removed. ${rules.length === 1 ? '1 rule is' : `${rules.length} rules are`} left.`);
    },
  });
  wireDrag(list, (from, to) => cards.move(from, to));
  const addRule = () => {
    shown = Infinity;
    edit([...rules, ruleFor(latest)]);
    cards.focus(rules.length - 1, 'id');
    announce(`Rule ${rules.length} is added.`);
  };
  const showAll = () => {
    const from = shown;
    shown = Infinity;
    draw();
    cards.focus(from, 'id');
  };

  const draw = () => {
    if (!latest) return;
    const count = Math.min(rules.length, shown);
    const trace = latest.simulation?.trace ?? [];
    cards.update(rules, count, trace, latest.simulation?.allowed || rules.length < 2 ? null : nearestRule(trace));
    more.hidden = rules.length <= shown;
    more.textContent = `Show the other ${rules.length - count} rules`;
  };

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      latest = evaluation;
      rules = evaluation.configuration?.CORSRules ?? [];
      const stale = !evaluation.readable && evaluation.text.trim() !== '';
      body.inert = stale;
      body.classList.toggle('stale', stale);
      const words = stale ? staleWords(evaluation) : lossWords(evaluation, api());
      suggestValues(completions, evaluation);
      note.hidden = words === '';
      note.textContent = words;
      draw();
    },
  };
}

/**
 * What stands around the cards: a note above, two buttons below.
 *
 * @param {HTMLElement} host
 * @param {{ add: () => void, more: () => void }} actions
 */
function createFrame(host, actions) {
  const note = h('p', { class: 'stale-note', hidden: true });
  const list = h('ol', { class: 'cards' });
  const add = h('button', { type: 'button', class: 'b', onclick: actions.add }, icon('plus'), 'Rule');
  const more = h('button', { type: 'button', class: 'b quiet', hidden: true, onclick: actions.more });
  const body = h('div', null, list, h('div', { class: 'pair' }, add, more));
  const completions = ['origins-in-use', 'headers-in-use', 'headers-to-expose'].map((id) => h('datalist', { id }));
  append(host, [note, body, ...completions]);
  return { body, note, list, add, more, completions };
}

/** @param {Evaluation} evaluation */
function staleWords({ configuration }) {
  return configuration ? 'As of the last readable text. Mend the source to edit the rules here.' : 'The source cannot be read yet, so there are no rules to show.';
}

/**
 * What the inputs of the cards suggest.
 *
 * @param {HTMLElement[]} completions
 * @param {Evaluation} evaluation
 */
function suggestValues([origins, headers, exposes], evaluation) {
  const lists = /** @type {[HTMLElement, string[]][]} */ ([[origins, originsInUse(evaluation)], [headers, headersInUse(evaluation)], [exposes, responseHeaders]]);
  for (const [list, values] of lists) {
    const key = values.join('\n');
    if (list.dataset.values === key) continue;
    list.dataset.values = key;
    list.replaceChildren(...values.map((value) => h('option', { value })));
  }
}

/**
 * What an edit takes away beside what it says.
 *
 * @param {Evaluation} evaluation
 * @param {S3CORS | null} api
 */
function lossWords({ text, validation, source, configuration }, api) {
  const hasMore = validation.candidates.length > 0 || (validation.format !== null && validation.format !== 'xml' && validation.format !== 'json');
  if (!api || !source || !configuration || !(hasMore || hasComments(text, validation)) || !isWrittenAnew(api, configuration, source)) return '';
  return hasMore ? 'An edit here writes the source anew, with these rules and nothing else. Undo brings the rest back.' : 'An edit here writes the source anew, without its comments. Undo brings them back.';
}

/**
 * A rule without origin or method is malformed to S3, so a new one begins with those of the call.
 *
 * @param {Evaluation | null} evaluation
 * @returns {CORSRule}
 */
function ruleFor(evaluation) {
  const method = evaluation ? methodOf(evaluation.call, evaluation.exchange) : '';
  return { AllowedOrigins: [evaluation?.origin || '*'], AllowedMethods: [METHODS.includes(method) ? method : 'GET'] };
}
