// The panes, and what each shows of an answer. They know nothing of each other.

import { createAllowedTable } from './allowed-table.js';
import { createAnswerChoice } from './answer-choice.js';
import { createCallForm } from './call-form.js';
import { createChanges } from './changes.js';
import { createConfigurations } from './configurations.js';
import { createConsoles } from './consoles.js';
import { createDiagnostics } from './diagnostics.js';
import { byId, setText } from './element.js';
import { createExchange } from './exchange.js';
import { createLighting } from './lighting.js';
import { restingPath } from './marks.js';
import { createOutput } from './output.js';
import { createReadable } from './readable.js';
import { createResponse } from './response.js';
import { createRuleCards } from './rule-cards.js';
import { createSuggestions } from './suggestions.js';
import { createTabs } from './tabs.js';
import { createTests } from './tests-panel.js';
import { createVerdict } from './verdict.js';
import { createWhy } from './why.js';

/** @import { Evaluation, Offer, PanesHost } from './types.js' */
/** @import { Suggestion } from '../s3cors.js' */

/** @param {PanesHost} page */
export function createPanes(page) {
  const { api, state, latest, place, play, redraw, announce } = page;
  /** @type {number[]} */
  let unwritten = [];
  const lighting = createLighting(document, page.light);
  const verdict = createVerdict(place, page.example, (name) => configurations.focus(name));
  const cards = createRuleCards(byId('rules'), api, page.card, announce, (rules) => {
    unwritten = rules;
    redraw();
  });
  const form = createCallForm(byId('request-form'), (call) => state.set({ call }), (server) => page.call({ server }));
  const why = createWhy(byId('why'), place, lighting.again);
  const response = createResponse(byId('response'));
  const exchange = createExchange(byId('exchange'));
  const consoles = createConsoles(byId('consoles'));
  const readable = createReadable(byId('readable'));
  const choice = createAnswerChoice(byId('answer-choice'), (shown) => state.set({ shown }));
  const diagnostics = createDiagnostics(byId('config-bar'), byId('diagnostics'), { place, apply: page.fix });
  const configurations = createConfigurations(byId('configurations'), { api, change: (change) => state.set(change) });
  const meaning = createAllowedTable(byId('meaning'), { api, play });
  const tests = createTests(byId('tests'), byId('test-count'), { api, announce, warn: page.warn });
  const suggestions = createSuggestions(byId('suggestions'), { api, apply: page.suggestion, offer: (suggestion) => verdict.offer(offerOf(suggestion)) });
  const changes = createChanges(byId('changes'), { api, play, announce });
  const output = createOutput({ api, apply: page.change, announce, chosen: page.chosen });
  const configTabs = createTabs(byId('config-tabs'), redraw);
  const answerTabs = createTabs(byId('answer-tabs'), redraw);

  /**
   * What there is to do next: the narrowest change or, where all is well, to keep it so.
   *
   * @param {Suggestion | 'pending' | null} suggestion
   * @returns {Offer}
   */
  const offerOf = (suggestion) => {
    if (suggestion === 'pending') return suggestion;
    if (suggestion) return { label: suggestion.title, main: true, act: () => suggestions.applyFirst() };
    const now = latest();
    const isWell = now?.exchange?.outcome === 'readable' && now.readable && now.validation.accepted;
    return isWell ? { label: 'Keep as a test', main: false, act: () => tests.keep() } : null;
  };

  return {
    lighting,
    verdict,
    form,
    changes,
    output,
    configTabs,
    answerTabs,
    /**
     * @param {Evaluation} answer
     * @param {boolean} [follows]  Whether the answer before it was drawn by the same panes.
     */
    show(answer, follows) {
      verdict.update(answer);
      setText(byId('rule-count'), String(answer.configuration?.CORSRules.length ?? ''));
      if (configTabs.selected === 'rules') cards.update(answer);
      if (configTabs.selected === 'meaning') meaning.update(answer);
      configurations.update(answer);
      tests.update(answer);
      diagnostics.update(answer, unwritten);
      changes.update(answer);
      suggestions.update(answer);
      form.tell(answer);
      choice.update(answer, answerTabs.selected);
      const panel = { why, response, exchange, consoles, readable }[answerTabs.selected];
      panel?.update(answer, follows);
      output.update(answer);
      lighting.rest(restingPath(answer));
    },
  };
}
