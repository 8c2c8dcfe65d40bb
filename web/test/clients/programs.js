/**
 * Runs the programs of clients: one that ends, or one that answers a line of JSON with a line of JSON as long as it runs.
 */

import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a client reports of an error of the server's. */
export class ClientError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The environment of every client: credentials, and nothing that the user has set for it. */
export const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !/^(https?|all)_proxy$/i.test(name))),
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PAGER: '',
};

/**
 * All programs of a name on PATH that run, with what they print: a machine may have several versions.
 *
 * @param {string} name
 * @param {string[]} probe arguments with which the program ends well if it can be used
 */
export function programs(name, probe) {
  /** @type {Map<string, { program: string, output: string }>} */
  const found = new Map();
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const program = join(folder, name);
    try {
      accessSync(program, constants.X_OK);
    } catch {
      continue;
    }
    const file = realpathSync(program);
    if (found.has(file)) continue;
    const { status, stdout } = spawnSync(program, probe, { env: environment, encoding: 'utf8' });
    if (status === 0) found.set(file, { program, output: stdout.trim() });
  }
  return [...found.values()];
}

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {string[]} programArguments
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
export function run(program, programArguments) {
  return new Promise((ended, failed) => {
    const child = spawn(program, programArguments, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', failed);
    child.on('close', (status) => ended({ status, stdout, stderr }));
  });
}

/**
 * Starts a program that reads requests and writes a line for each: {"result": ...}, or {"error": {"code", "message"}}.
 *
 * @param {string} program
 * @param {string[]} programArguments
 */
export function converse(program, programArguments) {
  const child = spawn(program, programArguments, { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /**
     * @param {Record<string, unknown>} request
     * @returns {Promise<any>}
     */
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} has ended`);
      const { result, error } = JSON.parse(value);
      if (error) throw new ClientError(error.code, error.message);
      return result;
    },
    close() {
      child.stdin.end();
    },
  };
}
