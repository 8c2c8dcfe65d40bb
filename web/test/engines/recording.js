/**
 * Recordings of what the engines did with given exchanges, in testdata/engines: their form, and the comparison.
 */

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pairsOf } from './server.js';

/** @typedef {import('../../s3cors.js').Browser} Browser */
/** @typedef {import('./server.js').Trial} Trial */
/** @typedef {import('./perform.js').Observation} Observation */

/**
 * What is kept of an observation: outcome, status, exception and readable headers as script saw them, the requests with
 * those headers that CORS is about or script set, and the console.
 *
 * @typedef {object} Recorded
 * @property {string} outcome
 * @property {string[]} [headers]
 * @property {string} [exception]
 * @property {{ method: string, url: string, headers: [string, string][] }[]} requests
 * @property {string[]} console
 */

/** @typedef {Trial & { name: string, observed: Partial<Record<Browser, Recorded>> }} Exchange */
/** @typedef {{ about: string, engines: Partial<Record<Browser, string>>, exchanges: Exchange[] }} Recording */

const folder = fileURLToPath(new URL('../../../testdata/engines/', import.meta.url));

/** The names of all recordings. */
export const recordings = () => readdirSync(folder).filter((name) => name.endsWith('.json')).sort();

/** @param {string} name @returns {Recording} */
export const readRecording = (name) => JSON.parse(readFileSync(folder + name, 'utf8'));

/**
 * Writes a recording, an exchange's part to a line.
 *
 * @param {string} name
 * @param {Recording} recording
 */
export function writeRecording(name, { about, engines, exchanges }) {
  const each = exchanges.map((exchange) => {
    const observed = Object.entries(exchange.observed).map(([browser, recorded]) => `      ${JSON.stringify(browser)}: ${JSON.stringify(recorded)}`);
    return `    {\n      "name": ${JSON.stringify(exchange.name)},\n      "call": ${JSON.stringify(exchange.call)},\n      "server": ${JSON.stringify(exchange.server)},\n      "observed": {\n  ${observed.join(',\n  ')}\n      }\n    }`;
  });
  writeFileSync(folder + name, `{\n  "about": ${JSON.stringify(about)},\n  "engines": ${JSON.stringify(engines)},\n  "exchanges": [\n${each.join(',\n')}\n  ]\n}\n`);
}

const corsNames = ['origin', 'access-control-request-method', 'access-control-request-headers', 'content-type'];

/**
 * @param {Trial} trial
 * @param {Observation} observation
 * @returns {Recorded}
 */
export function record({ call }, { seen, arrivals, console }) {
  const authored = pairsOf(call.headers);
  /** @param {[string, string]} header */
  const kept = ([name, value]) => corsNames.includes(name.toLowerCase()) ||
    authored.some(([own, given]) => own.toLowerCase() === name.toLowerCase() && value.includes(given.trim()));
  const requests = arrivals.map(({ method, url, headers }) => ({
    method,
    url,
    headers: headers.filter(kept).map(([name, value]) => /** @type {[string, string]} */ ([name.toLowerCase(), value.replace(/boundary=.*/, 'boundary=')])).sort(([one], [other]) => (one < other ? -1 : 1)),
  }));
  return {
    outcome: seen.outcome,
    ...(seen.headers && { headers: seen.headers.filter((name) => !ofConnection.has(name)) }),
    ...(seen.exception && { exception: seen.exception }),
    // An engine may ask for sound more than once.
    requests: call.via === 'media' ? requests.filter(({ url }, at) => requests.findIndex((other) => other.url === url) === at) : requests,
    console,
  };
}

/** What the server's connection adds. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
