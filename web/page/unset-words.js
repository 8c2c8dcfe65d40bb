// The verdict on a text that lacks a value: what hangs on it.

import { aimOf, listWords, methodOf } from './call.js';
import { quoted } from './rule-words.js';
import { isMember, mightMatch } from './unset.js';

/** @import { Evaluation, VerdictWords, Word } from './types.js' */

/**
 * It says neither that the call works nor that it fails.
 *
 * @param {Evaluation} evaluation
 * @param {string[]} unset
 * @returns {VerdictWords}
 */
export function dependentWords(evaluation, unset) {
  const lead = unset.length === 1 ? 'Depends on a value that is not set:' : 'Depends on values that are not set:';
  const rules = evaluation.validation.placeholders.find(({ name, path }) => name === unset[0] && !isMember(path));
  return { face: 'plain', lead, say: [...quoted(unset), '.'], cause: dependence(evaluation, unset.length === 1 ? 'it' : 'them'), unset, place: rules?.span };
}

/**
 * What might be with a value, and what is as long as there is none.
 *
 * @param {Evaluation} evaluation
 * @param {string} it
 * @returns {Word[]}
 */
function dependence(evaluation, it) {
  const { validation: { response: { error, status } }, server, exchange, call, origin } = evaluation;
  if (!exchange || (error && server.kind === 'configured')) return [`With ${it}, S3 might take this configuration. As the text stands, it answers ${status} `, { code: error?.code ?? 'error' }, '.'];
  const preflight = exchange.preflight?.simulation;
  const simulation = preflight?.unset.length ? preflight : exchange.simulation;
  const might = (simulation?.trace ?? []).filter((rule) => mightMatch(evaluation, rule)).map(({ rule }) => String(rule + 1));
  const who = might.length === 0 || might.length > 3 ? 'another rule' : `rule ${listWords(might).replace(' and ', ' or ')}`;
  if (simulation?.rule != null) return [`With ${it}, ${who} might answer first. As the text stands, rule ${simulation.rule + 1} does.`];
  const method = methodOf(call, exchange);
  const aim = aimOf(call.via, method);
  return [`With ${it}, ${who} might let `, { code: origin }, aim === method && simulation !== preflight ? ` read the answer to the ${method}` : ` ${aim}`, '. As the text stands, no rule does.'];
}
