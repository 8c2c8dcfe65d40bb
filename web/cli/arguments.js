/** The words behind the command: options with their values, and operands. */

import { nearest } from './nearest.js';
import { UsageError } from './usage.js';

/** @import { Command, Option } from './types.js' */

/** @type {Option[]} */
export const commonOptions = [
  { name: 'format', value: 'FORMAT', choices: ['text', 'json', 'sarif'], help: 'Write text for people, JSON, or SARIF 2.1.0 for code scanning', byDefault: 'text' },
  { name: 'color', value: 'WHEN', choices: ['auto', 'always', 'never'], help: 'Colour the text', byDefault: 'auto, which asks FORCE_COLOR, NO_COLOR and whether it is a terminal' },
  { name: 'help', letter: 'h', help: 'Show this help' },
];

/** Which of the configurations in a text, and what its placeholders stand for. */
/** @type {Option[]} */
export const sourceOptions = [
  { name: 'candidate', value: 'N', help: 'Take the configuration with this number where a file holds several', byDefault: '1, the first' },
  { name: 'value', value: 'NAME=VALUE', many: true, help: 'Put a value in place of a placeholder such as var.origin; give it again for the next value of a list' },
];

/** What was given, by the names of the options. */
export class Given {
  /** @type {Map<string, string[]>} */
  #values = new Map();
  /** @type {string[]} */
  operands = [];

  /**
   * @param {Option} option
   * @param {string} value
   */
  add(option, value) {
    const values = this.#values.get(option.name) ?? [];
    if (values.length > 0 && !option.many) throw new UsageError(`--${option.name} is given twice`, 'Give it once.');
    this.#values.set(option.name, [...values, value]);
  }

  /** @param {string} name */
  text(name) {
    return this.#values.get(name)?.[0];
  }

  /** @param {string} name */
  list(name) {
    return this.#values.get(name) ?? [];
  }

  /** @param {string} name */
  flag(name) {
    return this.#values.has(name);
  }

  /**
   * A whole number, from `least` on.
   *
   * @param {string} name
   * @param {number} least
   * @param {number} most
   */
  number(name, least, most) {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < least || value > most) {
      throw new UsageError(`--${name} cannot be "${text}"`, `Write a number from ${least} to ${most}.`);
    }
    return value;
  }
}

/**
 * @param {Command} command
 * @param {string[]} words
 */
export function readArguments(command, words) {
  const options = [...command.options, ...commonOptions];
  const given = new Given();
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '--') {
      given.operands.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      given.operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const option = options.find((each) => name === `--${each.name}` || (each.letter !== undefined && name === `-${each.letter}`));
    if (!option) throw unknownOption(command, name, options);
    if (!option.value) {
      if (equals >= 0) throw new UsageError(`${name} takes no value`, `Write ${name} alone.`);
      given.add(option, '');
      continue;
    }
    const value = equals >= 0 ? word.slice(equals + 1) : words[++at];
    if (value === undefined) throw new UsageError(`${name} needs a value`, `Write ${name} ${option.choices?.join(`, ${name} `) ?? option.value}.`);
    check(option, value);
    given.add(option, value);
  }
  if (!given.flag('help')) countOperands(command, given.operands);
  return given;
}

/**
 * @param {Command} command
 * @param {string} name
 * @param {Option[]} options
 */
function unknownOption(command, name, options) {
  const meant = nearest(name, options.map((option) => `--${option.name}`));
  const advice = meant ? `Write ${meant}.` : `See s3cors ${command.name} --help; a file of that name is ./${name}.`;
  return new UsageError(`${command.name} has no option ${name}`, advice);
}

/**
 * @param {Option} option
 * @param {string} value
 */
function check(option, value) {
  if (!option.choices) return;
  const parts = option.many ? value.split(',') : [value];
  const wrong = parts.find((part) => !option.choices?.includes(part));
  if (wrong === undefined) return;
  const meant = nearest(wrong, option.choices);
  throw new UsageError(`--${option.name} cannot be "${wrong}"`, meant ? `Write --${option.name} ${meant}.` : `Write one of ${option.choices.join(', ')}.`);
}

/**
 * @param {Command} command
 * @param {string[]} operands
 */
function countOperands({ name, operands: shown, least, most, operandHelp, examples }, operands) {
  if (operands.length < least) {
    throw new UsageError(`${name} needs ${operandHelp}`, `Write s3cors ${name} ${shown.split(' | ')[0]}, such as: ${examples[0].command}`);
  }
  if (operands.length > most) {
    throw new UsageError(`${name} does not know what to do with "${operands[most]}"`, `Write s3cors ${name} ${shown.split(' | ')[0]}.`);
  }
  if (operands.filter((operand) => operand === '-').length > 1) {
    throw new UsageError('standard input can be read once only', 'Write - in one place, and a file in the other.');
  }
}
