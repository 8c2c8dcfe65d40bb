/**
 * What simulateFetch says of the recordings in testdata/engines, held against what was recorded. No engine takes part.
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from '../../s3cors.js';
import { describeMismatch } from './check.js';
import { compare } from './compare.js';
import { hostsOf, withHosts, withLetters } from './hosts.js';
import { readRecording, recordings } from './recording.js';

/** @typedef {import('../../s3cors.js').Browser} Browser */
/** @typedef {import('./recording.js').Recorded} Recorded */
/** @typedef {import('./perform.js').Observation} Observation */

const s3cors = await load();
const hosts = hostsOf([8001, 8002, 8003]);

for (const file of recordings()) {
  const { engines, exchanges } = readRecording(file);
  describe(`simulateFetch says what was recorded in ${file}`, () => {
    for (const { name, call, server, observed } of exchanges) {
      const trial = { call, server };
      for (const [browser, recorded] of /** @type {[Browser, Recorded][]} */ (Object.entries(observed))) {
        test(`${name}: ${browser}`, () => {
          const real = withHosts(trial, hosts, 'x0');
          const exchange = withLetters(s3cors.simulateFetch(real.call, real.server), hosts, 'x0');
          const observation = observationOf(recorded);
          const found = compare(browser, trial, exchange, observation);
          assert.equal(found.length, 0, describeMismatch({ seed: 0, index: 0, engine: engines[browser] ?? browser, trial, exchange, observation, found }));
        });
      }
    }
  });
}

/**
 * A recording as it was observed.
 *
 * @param {Recorded} recorded
 * @returns {Observation}
 */
function observationOf({ outcome, headers, exception, requests, console }) {
  return {
    seen: { outcome: /** @type {Observation['seen']['outcome']} */ (outcome), ...(headers && { headers }), ...(exception && { exception }) },
    arrivals: requests.map((request) => ({ ...request, preflight: request.method === 'OPTIONS' && request.headers.some(([name]) => name === 'access-control-request-method') })),
    console,
  };
}
