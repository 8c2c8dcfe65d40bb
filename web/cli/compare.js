/** s3cors compare: what a change opens and closes. */

import { sourceOptions } from './arguments.js';
import { describeAll } from './describe.js';
import { findingsOf, placed, readSource } from './source.js';
import { visible } from './visible.js';

/** @import { Comparison, Difference, Parsed, Span, Validation } from '../s3cors.js' */
/** @import { Command, Finding, Work } from './types.js' */
/** @import { NamedSource } from './source.js' */

const kinds = ['wider', 'narrower', 'changed'];

const relations = {
  same: 'both allow the same requests',
  wider: 'allows more',
  narrower: 'allows less',
  different: 'allows some more and some less',
};

/** @type {Command} */
export const compare = {
  name: 'compare',
  summary: 'Say what one configuration allows that another does not, for all requests at once',
  operands: 'BEFORE AFTER',
  least: 2,
  most: 2,
  operandHelp: 'two files, the one before and the one after the change',
  options: [
    { name: 'fail-on', value: 'WHAT', many: true, choices: [...kinds, 'different', 'never'], help: 'Exit with 1 if AFTER allows more (wider), allows less (narrower), answers with other CORS headers (changed), or any of these (different). Several are joined by commas', byDefault: 'never' },
    { name: 'before-candidate', value: 'N', help: 'Take this one of the configurations in BEFORE', byDefault: '1' },
    { name: 'after-candidate', value: 'N', help: 'Take this one of the configurations in AFTER', byDefault: '1' },
    ...sourceOptions.filter(({ name }) => name === 'value'),
  ],
  exits: 'there is a difference that --fail-on names, a file cannot be read as a configuration, or S3 refuses AFTER',
  examples: [
    { command: 's3cors compare old.xml new.tf --fail-on wider', means: 'stops a pipeline if the new one allows more' },
    { command: 'git show main:cors.json | s3cors compare - cors.json', means: 'what has changed since main' },
  ],
  async run(work) {
    const { api, given, paint, width } = work;
    const [beforeName, afterName] = given.operands;
    const before = await readSource(beforeName, work, 'before-candidate');
    const after = await readSource(afterName, work, 'after-candidate');
    const validations = { before: api.validate(before.source), after: api.validate(after.source) };
    const comparison = api.compare(before.source, after.source);
    const failOn = new Set(given.list('fail-on').flatMap((word) => word.split(',')).flatMap((word) => (word === 'different' ? kinds : [word])));

    const blocking = [...unreadable(before, validations.before), ...errorsOf(after, validations.after)];
    const isReadable = comparison.unreadable.length === 0;
    const { differences, isPartial } = isReadable ? findDifferences(comparison, validations, before, after, failOn, work) : { differences: [], isPartial: false };
    const open = isReadable ? openQuestions(comparison, validations, after, failOn) : [];
    const findings = [...blocking, ...open, ...differences];
    const isFound = findings.some(({ severity }) => severity === 'error');
    const lines = [describeAll(findings, paint, width)];
    if (isReadable) lines.push(summary(comparison, differences, isPartial, before, after, isFound, paint), '\n');
    return {
      code: isFound ? 1 : 0,
      text: lines.join(''),
      json: {
        before: before.input.name,
        after: after.input.name,
        ...comparison,
        accepted: { before: validations.before.accepted, after: validations.after.accepted },
        diagnostics: { before: placed(errors(validations.before), before.input), after: placed(errors(validations.after), after.input) },
        unknown: open.map(({ message }) => message),
      },
      findings,
    };
  },
};

/** @param {Validation} validation */
function errors({ diagnostics }) {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/**
 * @param {NamedSource} named
 * @param {Validation} validation
 */
function errorsOf({ input }, validation) {
  return findingsOf(errors(validation), input);
}

/**
 * What a bucket has now need not be acceptable today; it has to be readable.
 *
 * @param {NamedSource} named
 * @param {Validation} validation
 */
function unreadable(named, validation) {
  return validation.configuration ? [] : errorsOf(named, validation);
}

/**
 * A difference that is only the text of an expression whose value is not known is none that can be told: the expression is told of.
 *
 * @param {Comparison} comparison
 * @param {{ before: Parsed, after: Parsed }} parsed
 * @param {NamedSource} before
 * @param {NamedSource} after
 * @param {Set<string>} failOn
 * @param {Work} work
 * @returns {{ differences: Finding[], isPartial: boolean }}
 */
function findDifferences({ gained, lost, changed }, parsed, before, after, failOn, work) {
  const list = [
    ...gained.map((difference) => ({ code: 'access-gained', kind: 'wider', side: after, difference })),
    ...lost.map((difference) => ({ code: 'access-lost', kind: 'narrower', side: before, difference })),
    ...changed.map((difference) => ({ code: 'answer-changed', kind: 'changed', side: after, difference })),
  ];
  const differences = list.flatMap(({ code, kind, side, difference }) => {
    const span = placeOfRule(side, difference, work);
    const { placeholders } = side === after ? parsed.after : parsed.before;
    if (span && placeholders.some((each) => isUnknown(each, side) && each.span.start <= span.start && span.end <= each.span.end)) return [];
    return [/** @type {Finding} */ ({
      code,
      topic: 'security',
      severity: failOn.has(kind) ? 'error' : 'info',
      message: difference.message,
      input: side.input,
      witness: difference.witness,
      ...(span && { span }),
      ...(!difference.browser && { help: 'No browser sends this Origin; other clients can.' }),
    })];
  });
  return { differences, isPartial: differences.length < list.length };
}

/**
 * @param {Parsed['placeholders'][number]} placeholder
 * @param {NamedSource} named
 */
function isUnknown({ name }, { source: { values } }) {
  return !(values && Object.hasOwn(values, name));
}

/**
 * The value in the rule that lets the witness pass.
 *
 * @param {NamedSource} side
 * @param {Difference} difference
 * @param {Work} work
 * @returns {Span | undefined}
 */
function placeOfRule({ source }, { rule, witness }, { api }) {
  const trace = api.simulatePreflight(source, witness).trace.find((each) => each.rule === rule);
  return trace?.origin.span;
}

/**
 * What stands in the way of being sure.
 *
 * @param {Comparison} comparison
 * @param {{ before: Parsed, after: Parsed }} parsed
 * @param {NamedSource} after
 * @param {Set<string>} failOn
 * @returns {Finding[]}
 */
function openQuestions({ inexact, more }, parsed, after, failOn) {
  const { input } = after;
  const severity = kinds.some((kind) => failOn.has(kind)) ? 'error' : 'warning';
  /** @type {Finding[]} */
  const open = [];
  const known = new Set(parsed.before.placeholders.map(({ name }) => name));
  for (const placeholder of parsed.after.placeholders) {
    if (!isUnknown(placeholder, after)) continue;
    const { name, span } = placeholder;
    open.push(known.has(name)
      ? { code: 'value-unknown', severity: 'info', message: `${name} is taken to be the same before and after`, help: `Give its value with --value '${name}=...'.`, input, span }
      : { code: 'value-unknown', severity, message: `the value of ${name} decides what is allowed, and is not known here`, help: `Give it with --value '${name}=...'.`, input, span });
  }
  if (inexact) open.push({ code: 'comparison-inexact', severity, message: 'patterns for each character there is stand in the way: there may be differences that are not told', input });
  if (more) open.push({ code: 'more-differences', severity: 'info', message: 'there are more differences than the 500 of each kind that are told', input });
  return open;
}

/**
 * @param {Comparison} comparison
 * @param {Finding[]} differences
 * @param {boolean} isPartial
 * @param {NamedSource} before
 * @param {NamedSource} after
 * @param {boolean} isFound
 * @param {import('./paint.js').Paint} paint
 */
function summary({ relation: whole }, differences, isPartial, before, after, isFound, paint) {
  const count = (/** @type {string} */ code) => differences.filter((each) => each.code === code).length;
  const counts = /** @type {const} */ ([[count('access-gained'), 'gained'], [count('access-lost'), 'lost'], [count('answer-changed'), 'changed']]);
  const told = counts.filter(([number]) => number !== 0).map(([number, word]) => `${number} ${word}`).join(', ');
  const relation = isPartial ? relationOf(counts[0][0], counts[1][0]) : whole;
  const colour = isFound ? paint.red : paint.green;
  const name = (/** @type {NamedSource} */ { input }) => paint.bold(visible(input.name));
  const words = relation === 'same' ? `${name(before)} and ${name(after)}: ${colour(relations.same)}` : `${name(after)}, against ${name(before)}: ${colour(relations[relation])}`;
  return `${words}${told ? ` (${told})` : ''}${isPartial ? ', as far as the values are known here' : ''}`;
}

/**
 * @param {number} gained
 * @param {number} lost
 */
function relationOf(gained, lost) {
  if (gained > 0) return lost > 0 ? 'different' : 'wider';
  return lost > 0 ? 'narrower' : 'same';
}
