/**
 * The recordings in testdata/engines, made again: they hold the harness to what is known of the engines, and the engines
 * to what was recorded.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { withoutName } from './compare.js';
import { presentEngines } from './engine.js';
import { perform } from './perform.js';
import { readRecording, record, recordings } from './recording.js';
import { startServers } from './server.js';

/** @typedef {import('./perform.js').Observation} Observation */

/**
 * A recording without what changes from run to run: the header that Chrome names.
 *
 * @param {import('./recording.js').Recorded | undefined} recorded
 */
function comparable(recorded) {
  const asked = recorded?.requests.flatMap(({ headers }) => headers).find(([name]) => name === 'access-control-request-headers')?.[1] ?? '';
  return { ...recorded, console: recorded?.console.map((line) => withoutName(line, asked)) };
}

const all = recordings().map((name) => ({ name, recording: readRecording(name) }));

for (const { name, browser, start } of presentEngines()) {
  describe(`${name} does what was recorded`, () => {
    /** @type {Map<string, Observation[]>} */
    const observed = new Map();
    let version = '';
    before(async () => {
      const servers = await startServers();
      const engine = await start();
      version = engine.version;
      try {
        for (const { name: file, recording } of all) observed.set(file, await perform(engine, servers, recording.exchanges));
      } finally {
        await engine.stop();
        await servers.close();
      }
    });
    after(() => observed.clear());
    for (const { name: file, recording } of all) {
      recording.exchanges.forEach((exchange, index) => {
        test(`${file}: ${exchange.name}`, () => {
          const observation = observed.get(file)?.[index];
          assert.ok(observation);
          assert.deepEqual(comparable(record(exchange, observation)), comparable(exchange.observed[browser]), `recorded on ${recording.engines[browser]}, now ${version}`);
        });
      });
    }
  });
}
