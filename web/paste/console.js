/**
 * Finds the lines of consoles in a text. White space and the form of quotation marks do not count, since both change when a
 * line is copied through chats and trackers.
 */

import { check, consoleLines, disallowed, policy } from './console-lines.js';
import { earlierLines } from './earlier-lines.js';

/** @typedef {import('../s3cors.js').Browser} Browser */

/**
 * A text as it is compared: a run of white space is one blank, quotation marks are straight. `places` has the place of each
 * unit in the text itself.
 *
 * @typedef {{ plain: string, places: number[], text: string }} Compared
 */

/**
 * A line that was found.
 *
 * @typedef {object} FoundLine
 * @property {Browser} browser
 * @property {string} code
 * @property {string | undefined} reason
 * @property {boolean} whole  false: only what stands behind the browser's usual beginning
 * @property {boolean} weak  any other line says more
 * @property {boolean} ofPreflight  the line says that the preflight failed
 * @property {Record<string, string>} values
 * @property {number} start
 * @property {number} end
 * @property {number} told  where the last of its own words ends, with only a value behind it
 */

/** @typedef {{ literals: string[], names: string[], alone?: boolean }} Template */

/** Placeholders in which no blank can stand. */
const withoutBlank = new Set(['url', 'origin', 'method', 'header', 'status', 'address_space', 'scheme', 'location', 'page']);
const mostValue = 10_000;
/** The longest name that Chrome has for what it loads is shorter. */
const mostKind = 60;
/** Quotation marks of all kinds, and the accents that stand for them. */
const quotationMark = /['"`´‘-‟]/;

const templates = /** @type {Browser[]} */ (['chrome', 'firefox', 'safari']).flatMap((browser) => [
  ...consoleLines[browser]
    // A line that begins with what may be anything is looked for elsewhere, and what this one repeats is found by itself.
    .filter(({ text, code }) => text[0] !== '{' && code !== 'summary-resource')
    .flatMap((line) => templatesOf(browser, line, [policy, disallowed])),
  // Without Chrome's beginning, a line of Chrome's that was cut off would be one of Safari's.
  ...earlierLines[browser].flatMap((line) => templatesOf(browser, line, [disallowed])),
]);

/**
 * A line as a whole, and without its beginning where that is one which people leave out.
 *
 * @param {Browser} browser
 * @param {import('./console-lines.js').ConsoleLine} line
 * @param {string[]} beginnings
 */
function templatesOf(browser, { code, text, reason, alone = false }, beginnings) {
  const ofPreflight = text.includes(check) || /reflight|Access-Control-Allow-(?:Methods|Headers)/.test(text);
  const named = { browser, code, reason, ofPreflight, weak: alone };
  const beginning = beginnings.find((one) => text.startsWith(one));
  return [
    { named: { ...named, whole: true }, template: { ...compile(text), alone } },
    ...(beginning === undefined ? [] : [{ named: { ...named, whole: false }, template: compile(text.slice(beginning.length)) }]),
  ];
}

/**
 * @param {string} text
 * @returns {Compared}
 */
export function compared(text) {
  const units = [];
  const places = [];
  for (let at = 0; at < text.length; at++) {
    const unit = plainUnit(text[at]);
    if (unit === ' ' && units[units.length - 1] === ' ') continue;
    units.push(unit);
    places.push(at);
  }
  places.push(text.length);
  return { plain: units.join(''), places, text };
}

/** @param {string} unit */
function plainUnit(unit) {
  if (quotationMark.test(unit)) return "'";
  return /\s/.test(unit) ? ' ' : unit;
}

/**
 * All lines of consoles in a text. What consoles repeat is told once.
 *
 * @param {Compared} text
 * @returns {FoundLine[]}
 */
export function findConsoleLines(text) {
  const told = new Set();
  return longest(everyLine(text)).filter(({ browser, code, values }) => {
    const key = JSON.stringify([browser, code, values]);
    return !told.has(key) && told.add(key);
  });
}

/**
 * A line of one browser may be a part of a longer one of another, and that of an earlier release a part of today's. Only words
 * count, since a value at the end takes in whatever stands there.
 *
 * @param {FoundLine[]} found
 */
function longest(found) {
  let reached = 0;
  return found
    .sort((a, b) => a.start - b.start || b.told - a.told)
    .filter(({ start, told }) => {
      if (start < reached) return false;
      reached = told;
      return true;
    });
}

/**
 * @param {Compared} text
 * @returns {FoundLine[]}
 */
function everyLine(text) {
  return templates.flatMap(({ named, template }) => matches(text, template).map((at) => ({ ...named, ...at })));
}

/**
 * @param {string} line
 * @returns {Template}
 */
function compile(line) {
  const parts = line.split(/\{(\w+)\}/);
  return { literals: parts.filter((_, i) => i % 2 === 0).map((part) => compared(part).plain), names: parts.filter((_, i) => i % 2 === 1) };
}

/**
 * The places where a template fits.
 *
 * @param {Compared} text
 * @param {Template} template
 */
function matches(text, template) {
  const found = [];
  for (let start = text.plain.indexOf(template.literals[0]); start >= 0; ) {
    const match = matchAt(text, start, template);
    if (match !== null) found.push(match.line);
    start = text.plain.indexOf(template.literals[0], match?.next ?? start + 1);
  }
  return found;
}

/**
 * Each placeholder ends where the text behind it comes first, so that the time is linear.
 *
 * @param {Compared} compared
 * @param {number} start
 * @param {Template} template
 */
function matchAt({ plain, places, text }, start, { literals, names, alone }) {
  /** @type {Record<string, string>} */
  const values = {};
  let at = start + literals[0].length;
  let told = at;
  for (let i = 0; i < names.length; i++) {
    const literal = literals[i + 1];
    const end = endOfValue(plain, at, literal, names[i], { places, text });
    if (end < at) return null;
    const value = text.slice(places[at], places[end]);
    if (withoutBlank.has(names[i]) && /\s/.test(value)) return null;
    values[names[i]] = value;
    at = end + literal.length;
    if (literal !== '') told = at;
  }
  const end = places[at - 1] + 1;
  if (alone && !/^[^\S\n]*(?:\n|$)/.test(text.slice(end, end + mostValue))) return null;
  return { line: { values: joined(values), start: places[start], end, told: places[told - 1] + 1 }, next: at };
}

/**
 * Where a value ends; before `at` if it does not.
 *
 * @param {string} plain
 * @param {number} at
 * @param {string} literal  what stands behind it
 * @param {string} name
 * @param {Pick<Compared, 'places' | 'text'>} original
 */
function endOfValue(plain, at, literal, name, { places, text }) {
  const rest = plain.slice(at, at + (name === 'kind' ? mostKind : mostValue));
  if (withoutBlank.has(name) && (literal === '' || literal === '.')) {
    const run = /^\S*/.exec(rest)?.[0] ?? '';
    if (!run.endsWith(literal)) return -1;
    return at + run.length - literal.length;
  }
  if (literal !== '') return at + rest.indexOf(literal);
  const lineEnd = text.indexOf('\n', places[at]);
  let end = at;
  while (end < plain.length && (lineEnd < 0 || places[end] < lineEnd)) end++;
  return end;
}

/**
 * A URL with a quotation mark in it was cut there, and its rest stands where Chrome says from where it was redirected.
 *
 * @param {Record<string, string>} values
 */
function joined(values) {
  const { url, redirected } = values;
  if (redirected === undefined) return values;
  const whole = `${url}'${redirected}`;
  const from = whole.search(/['"`´‘-‟] \(redirected from ['"`´‘-‟]/);
  return { ...values, url: from < 0 ? whole.slice(0, -1) : whole.slice(0, from) };
}
