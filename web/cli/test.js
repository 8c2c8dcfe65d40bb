/** s3cors test: saved expectations, held against a configuration. */

import { sourceOptions } from './arguments.js';
import { describeAll, plural } from './describe.js';
import { readInput } from './input.js';
import { placeOf } from './json-places.js';
import { createProgress } from './progress.js';
import { findingsOf, placed, readSource } from './source.js';
import { misuse, readSuite } from './suite.js';
import { visible } from './visible.js';

/** @import { Source, Suite, SuiteReport } from '../s3cors.js' */
/** @import { Command, Finding, Work } from './types.js' */
/** @import { Input } from './input.js' */
/** @import { NamedSource } from './source.js' */

/** Cases that are run before the progress is shown anew. */
const together = 100;

/** @type {Command} */
export const test = {
  name: 'test',
  summary: 'Run suites of saved expectations',
  operands: 'SUITE...',
  least: 1,
  most: Infinity,
  operandHelp: 'a suite: a JSON file with a configuration and cases',
  options: [
    { name: 'configuration', value: 'FILE', help: 'Hold the cases against this file, in place of the configuration in the suite' },
    ...sourceOptions,
  ],
  exits: 'a case failed, or the configuration cannot be read',
  examples: [
    { command: 's3cors test suite.json', means: 'the cases against the configuration that the suite has' },
    { command: 's3cors test suite.json --configuration main.tf', means: 'the cases against what will be applied' },
  ],
  async run(work) {
    const { given, paint, width } = work;
    const file = given.text('configuration');
    const named = file === undefined ? undefined : await readSource(file, work);
    const texts = [];
    const suites = [];
    const all = [];
    for (const operand of given.operands) {
      const input = await readInput(operand, work.terminal);
      const suite = readSuite(input);
      const report = runCases(suite, named?.source ?? suite.configuration, input, work);
      const findings = [...configurationFindings(report, named, input), ...failures(report, input)];
      all.push(...findings);
      const isGood = findings.length === 0;
      const count = isGood ? plural(suite.cases.length, 'case') : `${report.failed} of ${plural(suite.cases.length, 'case')}`;
      const verdict = isGood ? paint.green(`${count} passed`) : paint.red(report.failed > 0 ? `${count} failed` : 'the configuration cannot be read');
      texts.push(`${describeAll(findings, paint, width)}${paint.bold(visible(input.name))}: ${verdict}\n`);
      suites.push({ file: input.name, ...report, diagnostics: placed(report.diagnostics, named?.input ?? input) });
    }
    return { code: all.length > 0 ? 1 : 0, text: texts.join('\n'), json: { suites }, findings: all };
  },
};

/**
 * @param {Suite} suite
 * @param {Source | null} configuration
 * @param {Input} input
 * @param {Work} work
 * @returns {SuiteReport}
 */
function runCases({ cases }, configuration, input, { api, terminal }) {
  const progress = createProgress(terminal.stderr, cases.length, visible(input.name));
  /** @type {SuiteReport} */
  const whole = { passed: 0, failed: 0, results: [], diagnostics: [] };
  for (let at = 0; at === 0 || at < cases.length; at += together) {
    progress.show(at);
    const { passed, failed, results, diagnostics } = perform(api, configuration, cases, at, input);
    whole.passed += passed;
    whole.failed += failed;
    for (const result of results) whole.results.push(result);
    whole.diagnostics = diagnostics;
  }
  progress.end();
  return whole;
}

/**
 * @param {Work['api']} api
 * @param {Source | null} configuration
 * @param {Suite['cases']} cases
 * @param {number} at
 * @param {Input} input
 */
function perform(api, configuration, cases, at, input) {
  try {
    return api.test({ configuration, cases: cases.slice(at, at + together) });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw misuse(error, input, at);
  }
}

/**
 * Errors of the configuration. Those of one inside the suite stand in another text than the file, so that they are told of the
 * member as a whole.
 *
 * @param {SuiteReport} report
 * @param {NamedSource | undefined} named
 * @param {Input} input
 * @returns {Finding[]}
 */
function configurationFindings({ diagnostics }, named, input) {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (named) return findingsOf(errors, named.input);
  const span = placeOf(input.text, ['configuration']);
  return errors.map(({ code, severity, message, help, topic }) => ({ code, severity, message, topic, input, ...(help && { help }), ...(span && { span }) }));
}

/**
 * @param {SuiteReport} report
 * @param {Input} input
 * @returns {Finding[]}
 */
function failures({ results }, input) {
  return results.flatMap(({ name, passed, differences }, index) => {
    if (passed) return [];
    return differences.map(({ field, expected, actual }) => {
      const span = placeOfField(input, index, field);
      return {
        code: 'test-failed',
        /** @type {'error'} */
        severity: 'error',
        message: `${name}: ${field} is ${shown(actual)}, expected ${shown(expected)}`,
        input,
        label: shown(actual),
        ...(span && { span }),
      };
    });
  });
}

/** @param {unknown} value */
function shown(value) {
  return value === undefined ? 'absent' : JSON.stringify(value);
}

/**
 * @param {Input} input
 * @param {number} index
 * @param {string} field  'error.code'; the name of a header may hold any character.
 */
function placeOfField(input, index, field) {
  const dot = field.indexOf('.');
  const path = dot < 0 ? [field] : [field.slice(0, dot), field.slice(dot + 1)];
  const ofCase = ['cases', index];
  return placeOf(input.text, [...ofCase, 'expect', ...path]) ?? placeOf(input.text, [...ofCase, 'name']) ?? placeOf(input.text, ofCase);
}
