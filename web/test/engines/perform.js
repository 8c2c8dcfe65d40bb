/**
 * Makes exchanges happen in an engine, a page load for some dozens of them, and gathers what was seen of each: by script,
 * by the servers, and on the console.
 */

import { withHosts, withLetters } from './hosts.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./engine.js').Seen} Seen */
/** @typedef {import('./server.js').Trial} Trial */
/** @typedef {import('./server.js').Arrival} Arrival */
/** @typedef {import('./server.js').Servers} Servers */

/**
 * All that was seen of an exchange, its hosts by their letters.
 *
 * @typedef {object} Observation
 * @property {Seen} seen
 * @property {Arrival[]} arrivals
 * @property {string[]} console
 */

const callsPerPage = 40;

/** How long a request or a line may come after the last one, in milliseconds. */
const patience = 250;

/** How long the first request of a beacon or a form may take, of which script sees nothing. */
const unseenPatience = 5000;

let count = 0;

/**
 * @param {Engine} engine
 * @param {Servers} servers
 * @param {Trial[]} trials with letters for hosts
 * @returns {Promise<Observation[]>} in the order of the trials
 */
export async function perform(engine, servers, trials) {
  /** @type {Map<string, { id: string, at: number, trial: Trial }[]>} */
  const pages = new Map();
  trials.forEach((lettered, at) => {
    const id = `x${++count}`;
    const trial = withHosts(lettered, servers.hosts, id);
    // The frame with an opaque origin stands in a page of another site than a, b and c: to its own site engines would send
    // Origin where they otherwise do not (storage access headers).
    const page = trial.call.page === 'null' ? `http://${servers.hosts.l}/null` : trial.call.page;
    const group = pages.get(page) ?? [];
    group.push({ id, at, trial });
    pages.set(page, group);
  });
  /** @type {Observation[]} */
  const observations = [];
  for (const [page, group] of pages) {
    for (let first = 0, batch = pageful(group, 0); batch.length > 0; first += batch.length, batch = pageful(group, first)) {
      for (const { id, trial } of batch) servers.expect(id, trial);
      const seen = new Map(await engine.run(page, batch.map(({ id, trial }) => [id, trial.call])));
      await servers.begun(batch.filter(({ trial }) => trial.call.via === 'beacon' || trial.call.via === 'form').map(({ id }) => id), unseenPatience);
      await servers.quiet(patience);
      const lines = attribute(await engine.consoleLines());
      for (const { id, at } of batch) {
        const observation = { seen: seen.get(id) ?? { outcome: /** @type {const} */ ('timeout') }, arrivals: servers.arrivals(id), console: lines.get(id) ?? [] };
        observations[at] = withLetters(observation, servers.hosts, id);
        servers.forget(id);
      }
    }
  }
  return observations;
}

/**
 * The calls that a page makes at once. A call keeps its connection while the preflight of its redirect waits for one, and Chromium has
 * six to a host: with more of them none would go on.
 *
 * @template {{ trial: Trial }} T
 * @param {T[]} group
 * @param {number} first
 */
function pageful(group, first) {
  let journeys = 0;
  const end = group.findIndex(({ trial }, at) => at >= first && (at - first >= callsPerPage || ((trial.server.redirects ?? []).length > 1 && ++journeys > 5)));
  return group.slice(first, end < 0 ? group.length : end);
}

/** What engines print about other things than CORS. */
const beside = /^(Refused to set unsafe header|Uncaught Error: aloud|Error: aloud|Failed to load resource: the server responded|Failed to decode downloaded font|OTS parsing error|Unable to get image data)/;

/**
 * The lines of each exchange, by the URL that they name or that the engine gives with them. WebKit's first line names
 * none: it belongs to the second, which follows at once.
 *
 * @param {{ text: string, url: string }[]} lines
 */
function attribute(lines) {
  /** @type {Map<string, string[]>} */
  const byID = new Map();
  let nameless = '';
  for (const { text, url } of lines) {
    if (beside.test(text)) continue;
    const id = /\/(x\d+)\//.exec(text)?.[1] ?? /\/(x\d+)\//.exec(url)?.[1];
    if (id === undefined) {
      nameless = text;
      continue;
    }
    const own = byID.get(id) ?? [];
    if (nameless && / cannot load /i.test(text)) own.push(nameless);
    own.push(text);
    byID.set(id, own);
    nameless = '';
  }
  return byID;
}
