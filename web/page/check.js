// One check of a rule: what the request carried, the pattern that matched or came nearest, and why.

import { messageOf, valuesOf } from './check-words.js';
import { h, statement } from './element.js';
import { lineWords } from './lines.js';
import { toned } from './looks.js';
import { originDiff } from './origin-diff.js';

/** @import { Check } from '../s3cors.js' */
/** @import { Child } from './element.js' */
/** @import { Face } from './looks.js' */
/** @import { Piece } from './origin-diff.js' */
/** @import { Places } from './types.js' */

/**
 * A row of a rule: one check, or all of its headers.
 *
 * @param {string} title
 * @param {Check[]} checks
 * @param {Places} places
 */
export function checkRow(title, checks, places) {
  const results = checks.map((check) => check.result);
  const face = results.includes('failed') ? 'no' : results.includes('matched') ? 'ok' : 'wait';
  return row(face, title, h('div', null, withoutAllowedHeaders(checks, places) ?? checks.map((check) => checkBody(title, check, places))));
}

/**
 * @param {Face} face
 * @param {string} title
 * @param {HTMLElement} body
 */
function row(face, title, body) {
  return h('div', { class: 'check' }, toned(face), h('b', null, title), body);
}

/**
 * Several headers and a rule without any AllowedHeader: one reason, said once.
 *
 * @param {Check[]} checks
 * @param {Places} places
 */
function withoutAllowedHeaders(checks, places) {
  if (checks.length < 2 || !checks.every((check) => check.reason === 'no-allowed-headers')) return null;
  const names = checks.flatMap((check, i) => [i === 0 ? '' : i === checks.length - 1 ? ' nor ' : ', ', value(check.value)]);
  return h('div', { class: 'm' }, h('p', null, hidden('Failed: '), 'The rule has no AllowedHeader, so neither ', names, ' may be asked for.'), line(checks[0], places));
}

/**
 * A preflight that asks for no header: nothing to fail.
 *
 * @param {string} words
 */
export function noChecks(words) {
  return row('ok', 'Headers', h('p', { class: 'soft' }, words));
}

/**
 * @param {string} title
 * @param {Check} check
 * @param {Places} places
 */
function checkBody(title, check, places) {
  if (check.result === 'matched') {
    return h('div', { class: 'm' }, h('p', null, hidden('Matched: '), value(check.value), ' matches ', pattern(check, places, h('code', { class: 'hit' }, check.pattern ?? ''))), line(check, places));
  }
  if (check.result === 'not-reached') return h('p', { class: 'soft' }, 'Not reached.');
  const message = h('p', null, hidden('Failed: '), statement(messageOf(check), valuesOf(check)));
  if (title === 'Origin' && check.pattern && check.value && check.reason !== 'value-not-set') return h('div', null, message, diff(check, places));
  return h('div', { class: 'm' }, message, line(check, places));
}

/** @param {string} word */
function hidden(word) {
  return h('span', { class: 'vh' }, word);
}

/** @param {string} text */
function value(text) {
  return text === '' ? h('span', { class: 'soft' }, 'nothing') : h('code', null, text);
}

/**
 * The pattern, as a button that leads to it in the source; without the source, as text.
 *
 * @param {Check} check
 * @param {Places} places
 * @param {Child | Child[]} text
 */
function pattern(check, places, text) {
  return link('pat', check, places, text) ?? h('span', { class: 'pat', 'data-path': check.path }, text);
}

/**
 * @param {Check} check
 * @param {Places} places
 */
function line(check, places) {
  return link('link ln', check, places, check.span && lineWords(places.starts, check.span));
}

/**
 * What leads to the value of a check; null where it has none on screen.
 *
 * @param {string} className
 * @param {Check} check
 * @param {Places} places
 * @param {Child | Child[]} text
 */
function link(className, { span, path }, { current, go }, text) {
  return span && current ? h('button', { type: 'button', class: className, 'data-path': path, onclick: () => go(path) }, text) : null;
}

/**
 * Page above rule in one column, each character that differs marked by itself.
 *
 * @param {Check} check
 * @param {Places} places
 */
function diff(check, places) {
  const { page, rule } = originDiff(check.value, check.pattern ?? '');
  return h('dl', { class: 'diff' },
    h('div', null, h('dt', null, 'Page'), h('dd', null, pieces(page))),
    h('div', null, h('dt', null, 'Rule'), h('dd', null, pattern(check, places, pieces(rule))), h('dd', { class: 'at' }, line(check, places))));
}

/** @param {Piece[]} list */
function pieces(list) {
  return list.map((piece) => (piece.differs ? h('mark', null, Array.from(piece.text, (character) => h('i', null, character))) : piece.text));
}
