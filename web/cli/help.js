/** What --help shows. */

import { commonOptions } from './arguments.js';

/** @import { Command, Option } from './types.js' */

/** @param {Command[]} commands */
export function help(commands) {
  return `s3cors reads the CORS configuration of an S3 bucket in any form: XML, JSON, Terraform, CloudFormation, CDK, Pulumi,
Python, JavaScript, R2, GCS. It says what S3 and browsers make of it. Nothing is sent anywhere.

Usage: s3cors COMMAND FILE... [options]

Commands:
${table(commands.map(({ name, summary }) => [name, summary]))}

A FILE of - is standard input. s3cors COMMAND --help tells the rest; s3cors --version prints the version.

Exit codes:
  0  all is well
  1  something was found: S3 refuses it, a test failed, access became wider
  2  the command could not be carried out: a wrong option, a file that cannot be read

Examples:
  s3cors validate cors.xml
  s3cors compare old.xml new.tf --fail-on wider
  s3cors test suite.json
`;
}

/** @param {Command} command */
export function commandHelp({ name, summary, operands, options, exits, examples }) {
  const parts = [
    `${summary}.`,
    `Usage: ${operands.split(' | ').map((each) => `s3cors ${name} ${each} [options]`).join('\n       ')}`,
    ...(options.length > 0 ? [`Options:\n${optionTable(options)}`] : []),
    `Options of all commands:\n${optionTable(commonOptions)}`,
    `Exit codes:\n  0  all is well\n  1  ${exits}\n  2  the command could not be carried out`,
    `Examples:\n${examples.map(({ command, means }) => `  ${command}\n      ${means}`).join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** @param {Option[]} options */
function optionTable(options) {
  return table(options.map(({ name, letter, value, choices, byDefault, help: text }) => {
    const list = choices ? ` One of ${choices.join(', ')}.` : '';
    const usual = byDefault ? ` Default: ${byDefault}.` : '';
    return [`${letter ? `-${letter}, ` : ''}--${name}${value ? ` ${value}` : ''}`, `${text}.${list}${usual}`];
  }));
}

/** @param {string[][]} rows */
function table(rows) {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${wrap(right, 100 - width, width + 2)}`).join('\n');
}

/**
 * @param {string} text
 * @param {number} width
 * @param {number} indent
 */
function wrap(text, width, indent) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
