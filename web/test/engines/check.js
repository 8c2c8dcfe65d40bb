/**
 * Random exchanges, predicted and made.
 */

import { load } from '../../s3cors.js';
import { compare } from './compare.js';
import { generate } from './generator.js';
import { withHosts, withLetters } from './hosts.js';
import { perform } from './perform.js';
import { startServers } from './server.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./server.js').Trial} Trial */
/** @typedef {import('../../s3cors.js').Exchange} Exchange */
/** @typedef {{ seed: number, index: number, engine: string, trial: Trial, exchange: Exchange, observation: import('./perform.js').Observation, found: import('./compare.js').Mismatch[] }} Mismatched */

/**
 * Makes exchanges in an engine, and gives those in which it did otherwise than predicted.
 *
 * @param {() => Promise<Engine>} start
 * @param {number} seed
 * @param {number} first index
 * @param {number} count
 * @returns {Promise<{ mismatches: Mismatched[], version: string }>}
 */
export async function check(start, seed, first, count) {
  const s3cors = await load();
  const servers = await startServers();
  const engine = await start();
  try {
    const trials = Array.from({ length: count }, (_, at) => generate(seed, first + at));
    const observations = await perform(engine, servers, trials);
    const mismatches = trials.flatMap((trial, at) => {
      const { call, server } = withHosts(trial, servers.hosts, 'x0');
      const exchange = withLetters(s3cors.simulateFetch(call, server), servers.hosts, 'x0');
      const found = compare(engine.browser, trial, exchange, observations[at]);
      return found.length > 0 ? [{ seed, index: first + at, engine: engine.version, trial, exchange, observation: observations[at], found }] : [];
    });
    return { mismatches, version: engine.version };
  } finally {
    await engine.stop();
    await servers.close();
  }
}

/**
 * A mismatch for people, with all that is needed to make it again.
 *
 * @param {Mismatched} mismatched
 */
export function describeMismatch({ seed, index, engine, trial, exchange, observation, found }) {
  const { outcome, reason, differences } = exchange;
  return [
    `seed ${seed}, index ${index}, ${engine}`,
    ...found.map(({ what, predicted, actual }) => `  ${what}\n    predicted ${JSON.stringify(predicted)}\n    actual    ${JSON.stringify(actual)}`),
    `  call      ${JSON.stringify(trial.call)}`,
    `  server    ${JSON.stringify(trial.server)}`,
    `  predicted ${JSON.stringify({ outcome, reason, differences })}`,
    `  seen      ${JSON.stringify(observation.seen)}`,
    ...observation.arrivals.map(({ method, url, headers }) => `  arrived   ${method} ${url} ${JSON.stringify(headers.filter(([name]) => /^(origin|access-control-.*)$/i.test(name)))}`),
  ].join('\n');
}
