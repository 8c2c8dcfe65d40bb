/**
 * From the words of the command line to an exit code: 0 all is well, 1 something was found, 2 the command could not be
 * carried out as it was given.
 */

import { readFile } from 'node:fs/promises';

import { load } from '../s3cors.js';
import { readArguments } from './arguments.js';
import { compare } from './compare.js';
import { convert } from './convert.js';
import { explain } from './explain.js';
import { commandHelp, help } from './help.js';
import { nearest } from './nearest.js';
import { createPaint } from './paint.js';
import { writeSARIF } from './sarif.js';
import { simulate } from './simulate.js';
import { test } from './test.js';
import { UsageError } from './usage.js';
import { validate } from './validate.js';
import { visible } from './visible.js';

/** @import { Command, Outcome, Terminal } from './types.js' */

/** @type {Command[]} */
export const commands = [validate, convert, simulate, explain, compare, test];

/**
 * Carries out a command line.
 *
 * @param {string[]} words
 * @param {Terminal} terminal
 * @returns {Promise<number>}
 */
export async function main(words, terminal) {
  try {
    return await perform(words, terminal);
  } catch (error) {
    const paint = createPaint(terminal.stderr, terminal.env);
    const isUsage = error instanceof UsageError;
    const message = error instanceof Error ? error.message : String(error);
    terminal.stderr.write(`${paint.bold(paint.red('error'))}: ${visible(message)}\n`);
    if (isUsage && error.advice) terminal.stderr.write(`  ${paint.cyan('=')} ${paint.bold('help')}: ${visible(error.advice)}\n`);
    return 2;
  }
}

/**
 * @param {string[]} words
 * @param {Terminal} terminal
 */
async function perform(words, terminal) {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const asked = commands.find((command) => command.name === rest[0]);
    const text = asked ? commandHelp(asked) : help(commands);
    (name === undefined ? terminal.stderr : terminal.stdout).write(text);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-V') {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
    terminal.stdout.write(`${version}\n`);
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) throw unknownCommand(name);
  const given = readArguments(command, rest);
  if (given.flag('help')) {
    terminal.stdout.write(commandHelp(command));
    return 0;
  }
  const api = await load();
  const paint = createPaint(terminal.stdout, terminal.env, given.text('color'));
  const width = Math.min(terminal.stdout.columns || 100, 140);
  const outcome = await command.run({ api, given, paint, width, terminal });
  write(command, given.text('format') ?? 'text', outcome, api.version, terminal);
  return outcome.code;
}

/** @param {string} name */
function unknownCommand(name) {
  const names = commands.map((command) => command.name);
  const meant = nearest(name, names);
  if (name.startsWith('-')) return new UsageError(`${name} stands where a command is expected`, `Write s3cors ${names[0]} ${name} ..., or see s3cors --help.`);
  return new UsageError(`there is no command "${name}"`, meant ? `Write ${meant}.` : `Write one of ${names.join(', ')}; s3cors --help tells what each does.`);
}

/**
 * @param {Command} command
 * @param {string} format
 * @param {Outcome} outcome
 * @param {string} version
 * @param {Terminal} terminal
 */
function write(command, format, outcome, version, terminal) {
  if (format === 'json') {
    terminal.stdout.write(`${JSON.stringify({ version, command: command.name, exitCode: outcome.code, ...outcome.json }, null, 2)}\n`);
  } else if (format === 'sarif') {
    terminal.stdout.write(`${JSON.stringify(writeSARIF(outcome, version), null, 2)}\n`);
  } else {
    terminal.stdout.write(outcome.text);
    if (outcome.notes) terminal.stderr.write(outcome.notes);
  }
}
