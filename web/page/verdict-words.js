// The verdict: one sentence that says who, what and which rule, and one line of cause.

import { losesText } from './evaluate.js';
import { exchangeWords } from './exchange-words.js';
import { unsetOf } from './unset.js';
import { dependentWords } from './unset-words.js';

/** @import { Validation } from '../s3cors.js' */
/** @import { Evaluation, VerdictWords, Word } from './types.js' */

/**
 * @param {Evaluation} evaluation
 * @returns {VerdictWords}
 */
export function verdictWords(evaluation) {
  const { validation, server, text } = evaluation;
  if (server.kind === 'configured') {
    if (text.trim() === '') return { face: 'plain', lead: 'Nothing to judge yet.', say: ['Paste the bucket’s CORS configuration.'], cause: ['XML, JSON, Terraform, a template or a program.'], empty: true };
    if (!evaluation.readable) return unreadable(evaluation);
  }
  const unset = unsetOf(evaluation);
  if (unset.length > 0) return dependentWords(evaluation, unset);
  if (server.kind === 'configured' && !validation.accepted) return refused(evaluation);
  return evaluation.exchange ? exchangeWords(evaluation, evaluation.exchange) : withoutPage(evaluation);
}

/**
 * The same in plain text, for the live region and the title.
 *
 * @param {Word[]} words
 */
export function plainText(words) {
  return words.map((word) => (typeof word === 'string' ? word : 'code' in word ? word.code : 'name' in word ? word.name : word.said)).join('');
}

/**
 * @param {Evaluation} evaluation
 * @returns {VerdictWords}
 */
function unreadable({ validation, configuration }) {
  const first = validation.diagnostics.find(losesText) ?? validation.diagnostics[0];
  const error = validation.format === 'xml' ? validation.response.error : null;
  return {
    face: 'no',
    lead: 'This text cannot be read.',
    say: first ? [{ said: sentence(first.message) }] : [],
    cause: [
      ...(first?.help ? [{ said: first.help }, ' '] : []),
      ...(error ? [`S3 would answer ${validation.response.status} ${error.code}. `] : []),
      ...(configuration ? ['The answer below is as of the last readable text.'] : []),
    ],
    place: first?.span,
  };
}

/**
 * @param {Evaluation} evaluation
 * @returns {VerdictWords}
 */
function refused({ validation }) {
  const { error, status } = validation.response;
  return {
    face: 'no',
    lead: 'S3 refuses this configuration:',
    say: [`${status} `, { code: error?.code ?? 'error' }, '.'],
    cause: error ? [`S3 says: ${error.message}`] : [],
    place: placeOfRefusal(validation),
  };
}

/**
 * Where the value stands that S3's error is about, which need not be the first error in the text: S3 has an order of its own.
 *
 * @param {Validation} validation
 */
function placeOfRefusal({ response, diagnostics }) {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return (errors.find(({ path }) => path === response.path) ?? errors[0])?.span;
}

/**
 * A request that no page makes, as curl or the address bar makes it: no browser checks anything.
 *
 * @param {Evaluation} evaluation
 * @returns {VerdictWords}
 */
function withoutPage({ response, call, server }) {
  const who = server.kind === 'pasted' ? 'The answer is as pasted' : response ? `S3 answers ${response.status}` : 'There is no answer';
  return {
    face: 'plain',
    lead: 'Not CORS.',
    say: [`No page makes this ${call.method}, so it has no Origin and S3 adds no CORS headers.`],
    cause: [`${who}; nothing is wrong with that. Name the page to see what a browser makes of it.`],
  };
}

/** @param {string} message */
export function sentence(message) {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.?]$/.test(message) ? '' : '.'}`;
}
