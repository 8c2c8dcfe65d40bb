/** The nouns of the command line. */

import type { Readable, Writable } from 'node:stream';

import type { Diagnostic, Fix, PreflightRequest, S3CORS, Span } from '../s3cors.js';
import type { Given } from './arguments.js';
import type { Input } from './input.js';
import type { Paint } from './paint.js';

/** What a process has of its surroundings. */
export interface Terminal {
  stdin: Readable;
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  env: Record<string, string | undefined>;
}

export interface Option {
  name: string;
  letter?: string;
  /** What stands for its value in the help; an option without one is a flag. */
  value?: string;
  choices?: string[];
  /** It may be given more than once. */
  many?: boolean;
  /** What it does, in the help. */
  help: string;
  /** What counts where it is not given, in the help. */
  byDefault?: string;
}

export interface Command {
  name: string;
  /** One line. */
  summary: string;
  /** The operands, as the help shows them. */
  operands: string;
  /** How many there may be. */
  least: number;
  most: number;
  /** What each operand is, for the message when one is missing. */
  operandHelp: string;
  options: Option[];
  /** When it exits with 1. */
  exits: string;
  examples: { command: string; means: string }[];
  run: (work: Work) => Promise<Outcome>;
}

export interface Work {
  api: S3CORS;
  given: Given;
  paint: Paint;
  /** Columns of the terminal. */
  width: number;
  terminal: Terminal;
}

/** What came of a command, in all its forms. */
export interface Outcome {
  /** 0 or 1. */
  code: number;
  /** For people, on standard output. */
  text: string;
  /** For people, on standard error. */
  notes?: string;
  /** For programs. */
  json: Record<string, unknown>;
  findings: Finding[];
}

/** Something to tell at a place of a file. */
export interface Finding {
  code: string;
  severity: Diagnostic['severity'];
  message: string;
  input: Input;
  help?: string;
  topic?: string;
  span?: Span;
  /** Stands behind the carets. */
  label?: string;
  related?: { message: string; span?: Span }[];
  witness?: PreflightRequest;
  fixes?: Fix[];
}
