/**
 * Exchanges on demand, beyond those that the tests make.
 *
 *     node test/engines/run.js [--engine chrome|firefox|safari] [--seed N] [--count N] [--only INDEX]
 *     node test/engines/run.js --record     make the recordings in testdata/engines anew
 *
 * By default 2,000 exchanges in each engine, with a fresh seed. A mismatch is printed with its seed and index, so that
 * --seed and --only make it again, alone.
 */

import { parseArgs } from 'node:util';
import { presentEngines } from './engine.js';
import { perform } from './perform.js';
import { readRecording, record, recordings, writeRecording } from './recording.js';
import { startServers } from './server.js';

const { values } = parseArgs({
  options: { engine: { type: 'string', multiple: true }, seed: { type: 'string' }, count: { type: 'string' }, only: { type: 'string' }, record: { type: 'boolean' } },
});
const engines = presentEngines().filter(({ browser }) => !values.engine || values.engine.includes(browser));

if (values.record) await recordAll();
else await checkAll();

async function checkAll() {
  const { check, describeMismatch } = await import('./check.js');
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
  const first = values.only === undefined ? 0 : Number(values.only);
  const count = values.only === undefined ? Number(values.count ?? 2000) : 1;
  for (const { browser, start } of engines) {
    const begun = Date.now();
    const { mismatches, version } = await check(start, seed, first, count);
    for (const mismatch of mismatches) console.log(describeMismatch(mismatch));
    console.log(`${browser} (${version}): ${count} exchanges, seed ${seed}, ${mismatches.length} otherwise than predicted, ${Math.round((Date.now() - begun) / 1000)} s`);
    if (mismatches.length > 0) process.exitCode = 1;
  }
}

async function recordAll() {
  const all = recordings().map((name) => ({ name, recording: readRecording(name) }));
  const servers = await startServers();
  for (const { browser, start } of engines) {
    const engine = await start();
    for (const { recording } of all) {
      recording.engines[browser] = engine.version;
      const observations = await perform(engine, servers, recording.exchanges);
      recording.exchanges.forEach((exchange, index) => { exchange.observed[browser] = record(exchange, observations[index]); });
    }
    await engine.stop();
  }
  await servers.close();
  for (const { name, recording } of all) writeRecording(name, recording);
}
