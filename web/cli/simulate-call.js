/** A whole call of a page: what the browser sends, what S3 answers, what script can read. */

import { describeAll } from './describe.js';
import { readInput } from './input.js';
import { failedChecks, targetOf, traceLines } from './simulate-preflight.js';
import { findingsOf } from './source.js';
import { UsageError } from './usage.js';
import { visible } from './visible.js';

/** @import { Exchange, FetchCall } from '../s3cors.js' */
/** @import { Finding, Outcome, Work } from './types.js' */
/** @import { NamedSource } from './source.js' */
/** @import { Input } from './input.js' */
/** @import { Paint } from './paint.js' */

const kindsOfBody = ['none', 'string', 'urlencoded', 'form-data', 'bytes', 'stream'];
const browsers = /** @type {const} */ ([['chrome', 'Chrome'], ['firefox', 'Firefox'], ['safari', 'Safari']]);

/**
 * The call that the options describe, over the one that is read from a file.
 *
 * @param {Work} work
 * @returns {Promise<FetchCall>}
 */
export async function readCallOf(work) {
  const { given } = work;
  const file = given.text('call');
  const pasted = file === undefined ? undefined : await readPasted(file, work);
  const page = given.text('page') ?? pasted?.page;
  const url = given.text('url') ?? pasted?.url;
  if (!page) throw new UsageError('a call needs --page: which page makes it decides what is allowed', 'Write --page https://app.example.com/.');
  if (!url) throw new UsageError('a call needs --url', 'Write --url https://my-bucket.s3.amazonaws.com/key.');
  return /** @type {FetchCall} */ (/** @type {unknown} */ (Object.fromEntries(Object.entries({
    ...pasted,
    page,
    url,
    method: given.text('method') ?? pasted?.method,
    headers: given.flag('header') ? given.list('header').map(readHeader) : pasted?.headers,
    credentials: given.text('credentials') ?? pasted?.credentials,
    via: given.text('via') ?? pasted?.via,
    body: readBody(given.text('body')) ?? pasted?.body,
  }).filter(([, value]) => value !== undefined))));
}

/**
 * @param {string} file
 * @param {Work} work
 */
async function readPasted(file, { api, terminal }) {
  const input = await readInput(file, terminal);
  const { call, diagnostics } = await api.readCall(input.text);
  if (call) return call;
  const [problem] = diagnostics;
  throw new UsageError(`${input.name}: ${problem?.message ?? 'there is no request in it'}`, problem?.help ?? 'Copy the request as curl from the developer tools.');
}

/**
 * @param {string} word
 * @returns {[string, string]}
 */
function readHeader(word) {
  const colon = word.indexOf(':');
  if (colon < 1) throw new UsageError(`--header cannot be "${word}"`, "Write --header 'Content-Type: image/png'.");
  return [word.slice(0, colon).trim(), word.slice(colon + 1).trim()];
}

/** @param {string | undefined} word */
function readBody(word) {
  if (word === undefined) return undefined;
  if (word.includes('/')) return { type: word };
  if (!kindsOfBody.includes(word)) throw new UsageError(`--body cannot be "${word}"`, `Write one of ${kindsOfBody.join(', ')}, or a media type such as image/png.`);
  return word;
}

/**
 * @param {NamedSource} named
 * @param {FetchCall} call
 * @param {Work} work
 * @returns {Outcome}
 */
export function simulateCall({ input, source }, call, work) {
  const { api, paint, width } = work;
  const exchange = api.simulateFetch(call, { cors: source, ...targetOf(work) });
  const isReadable = exchange.outcome === 'readable';
  const simulations = [exchange.preflight?.simulation, exchange.simulation].filter((each) => each !== undefined);
  const told = simulations.flatMap(({ diagnostics }) => diagnostics);
  const problems = findingsOf([...new Map(told.map((each) => [`${each.code} ${each.path} ${each.message}`, each])).values()], input);
  return {
    code: isReadable ? 0 : 1,
    text: `${describeAll(problems, paint, width)}${lines(exchange, input, paint).join('\n')}\n`,
    json: { file: input.name, call, ...exchange },
    findings: [...problems, ...(isReadable ? [] : [blocked(exchange, call, input), ...simulations.flatMap((each) => failedChecks(each, input))])],
  };
}

/**
 * @param {Exchange} exchange
 * @param {Input} input
 * @param {Paint} paint
 */
function lines({ outcome, reason, steps, preflight, simulation, readableHeaders, console: printed, differences }, input, paint) {
  const verdict = {
    readable: paint.green('Script can read the response'),
    opaque: paint.yellow('It is sent, and script can read nothing of the response'),
    blocked: paint.red('The browser blocks it'),
    threw: paint.red('The browser does not send it'),
  }[outcome];
  const list = [`${paint.bold(verdict)}${outcome === 'readable' ? '' : ` ${paint.dim(`[${visible(reason)}]`)}`}`, ''];
  for (const { actor, title, detail, ok } of steps) {
    list.push(`  ${ok ? paint.green('✓') : paint.red('✗')} ${actor.padEnd(7)}  ${paint.bold(visible(title))}: ${visible(detail)}`);
  }
  const failed = [preflight?.simulation, simulation].find((each) => each && !each.allowed);
  if (failed && outcome !== 'readable' && failed.trace.length > 0) list.push('', ...traceLines(failed.trace, input, paint));
  if (outcome === 'readable' && readableHeaders.length > 0) list.push('', `Readable headers: ${readableHeaders.map(visible).join(', ')}`);
  const consoles = browsers.filter(([browser]) => printed[browser].length > 0);
  if (consoles.length > 0) list.push('', 'On the console:', ...consoles.flatMap(([browser, name]) => printed[browser].map((line) => `  ${name.padEnd(7)}  ${visible(line)}`)));
  for (const [browser, name] of browsers) {
    const other = differences[browser];
    if (other) list.push('', `${paint.yellow(other.outcome === outcome ? `${name} names another reason` : `${name} decides otherwise: ${other.outcome}`)} ${paint.dim(`[${visible(other.reason)}]`)}`);
  }
  return list;
}

/**
 * @param {Exchange} exchange
 * @param {FetchCall} call
 * @param {Input} input
 * @returns {Finding}
 */
function blocked({ reason, outcome }, { method = 'GET', page, url }, input) {
  return { code: reason, severity: 'error', message: `${method} of ${url} from ${page} is ${outcome === 'threw' ? 'not sent' : outcome}`, input };
}
