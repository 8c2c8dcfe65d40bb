/** s3cors validate: does S3 take it, and does it mean what its author means? */

import { sourceOptions } from './arguments.js';
import { countWords, describeAll, plural } from './describe.js';
import { findingsOf, placed, readSource } from './source.js';
import { visible } from './visible.js';

/** @import { Validation } from '../s3cors.js' */
/** @import { Command, Finding } from './types.js' */
/** @import { Input } from './input.js' */
/** @import { Paint } from './paint.js' */

const ranks = { error: 0, warning: 1, info: 2 };

/** @type {Command} */
export const validate = {
  name: 'validate',
  summary: 'Say whether S3 takes a configuration, and what in it is not what its author means',
  operands: 'FILE...',
  least: 1,
  most: Infinity,
  operandHelp: 'a file',
  options: [
    { name: 'fail-on', value: 'SEVERITY', choices: ['error', 'warning', 'note', 'never'], help: 'Exit with 1 for findings of this severity or a worse one', byDefault: 'error, which is what S3 refuses' },
    ...sourceOptions,
  ],
  exits: 'a file has a finding that --fail-on names',
  examples: [
    { command: 's3cors validate cors.xml', means: 'one file' },
    { command: 's3cors validate --fail-on warning *.tf', means: 'each file, and no warning either' },
    { command: 'aws s3api get-bucket-cors --bucket my-bucket | s3cors validate -', means: 'what a bucket has now' },
  ],
  async run(work) {
    const { api, given, paint, width } = work;
    const failOn = given.text('fail-on') ?? 'error';
    const worst = failOn === 'never' ? -1 : ranks[/** @type {keyof typeof ranks} */ (failOn === 'note' ? 'info' : failOn)];
    const texts = [];
    const files = [];
    /** @type {Finding[]} */
    const all = [];
    for (const operand of given.operands) {
      const { input, source } = await readSource(operand, work);
      const validation = api.validate(source);
      const findings = findingsOf(validation.diagnostics, input).sort((a, b) => ranks[a.severity] - ranks[b.severity]);
      all.push(...findings);
      texts.push(`${describeAll(findings, paint, width)}${summary(input, validation, findings, paint)}\n`);
      const { diagnostics, candidates, placeholders, ...rest } = validation;
      files.push({ file: input.name, ...rest, candidates, placeholders, diagnostics: placed(diagnostics, input) });
    }
    const isFound = all.some(({ severity }) => ranks[severity] <= worst);
    return { code: isFound ? 1 : 0, text: texts.join('\n'), json: { files }, findings: all };
  },
};

/**
 * @param {Input} input
 * @param {Validation} validation
 * @param {Finding[]} findings
 * @param {Paint} paint
 */
function summary(input, { accepted, response, configuration, format, bytes }, findings, paint) {
  const name = paint.bold(visible(input.name));
  const counted = countWords(findings);
  if (accepted) {
    const rules = plural(configuration?.CORSRules.length ?? 0, 'rule');
    const found = counted ? `; ${counted}` : '';
    return `${name}: ${paint.green('S3 takes it')} (${format}, ${rules}, ${bytes.toLocaleString('en')} of 65,536 bytes as XML)${found}`;
  }
  if (!configuration) return `${name}: ${paint.red('no configuration could be read')}; ${counted}`;
  const { status, error } = response;
  return `${name}: ${paint.red('S3 refuses it')}; ${counted}\n  ${status} ${error?.code}: ${visible(error?.message ?? '')}`;
}
