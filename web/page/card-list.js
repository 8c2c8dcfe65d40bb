// The cards on screen, one for each rule from the first on: how many there are, and where the focus is among them.

import { createRuleCard } from './rule-card.js';

/** @import { CORSRule, RuleTrace } from '../s3cors.js' */
/** @import { RuleCard } from './rule-card.js' */
/** @import { CardHost } from './types.js' */

const fields = /** @type {const} */ (['grip', 'id', 'up', 'down', 'remove']);

/** @typedef {typeof fields[number]} Field  What of a card can be asked for the focus. */

/**
 * @param {HTMLElement} list
 * @param {CardHost} host
 */
export function createCardList(list, host) {
  /** @type {RuleCard[]} */
  const cards = [];
  return {
    move: host.move,
    /**
     * Shows so many of the rules.
     *
     * @param {CORSRule[]} rules
     * @param {number} count
     * @param {RuleTrace[]} trace
     * @param {RuleTrace | null} nearest
     */
    update(rules, count, trace, nearest) {
      while (cards.length > count) cards.pop()?.node.remove();
      while (cards.length < count) {
        const card = createRuleCard(cards.length, host);
        cards.push(card);
        list.append(card.node);
      }
      cards.forEach((card, i) => card.update(rules[i], rules.length, trace[i], trace[i] === nearest));
    },
    /**
     * The field of a card that has the focus.
     *
     * @param {number} index
     */
    focusedField(index) {
      return fields.find((field) => cards[index]?.[field] === document.activeElement) ?? null;
    },
    /**
     * Gives a field the focus; where an arrow has no way to go, the other one. Says whether there is such a card.
     *
     * @param {number} index
     * @param {Field} field
     */
    focus(index, field) {
      const card = cards[index];
      if (!card) return false;
      const target = card[field].hasAttribute('disabled') ? card[field === 'up' ? 'down' : 'up'] : card[field];
      target.focus();
      return true;
    },
  };
}
