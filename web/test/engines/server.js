/**
 * The servers that the engines talk to: three ports of 127.0.0.1. Each exchange has a path of its own, `/ID/HOP`, so that
 * no cache joins two of them. A redirect of the exchange answers its hop; after the last one the answer is what
 * simulateRequest says for the exchange's configuration, or the response that is given. All that arrives is kept.
 */

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

import { load } from '../../s3cors.js';
import { bodyFor } from './bodies.js';
import { hostsOf } from './hosts.js';

/** @typedef {import('../../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../../s3cors.js').Server} Answering */
/** @typedef {import('../../s3cors.js').HTTPResponse} HTTPResponse */
/** @typedef {import('../../s3cors.js').HeaderList} HeaderList */
/** @typedef {{ call: FetchCall, server: Answering }} Trial a call, and what answers it */
/** @typedef {{ method: string, url: string, headers: [string, string][], preflight: boolean }} Arrival a request as it arrived, its headers in their order and letter case */

const pageScript = readFileSync(new URL('page.js', import.meta.url));

const pages = {
  '/page': '<!doctype html><meta charset="utf-8"><title>page</title><body><script src="/page.js"></script>',
  // A frame without allow-same-origin has an opaque origin.
  '/null': '<!doctype html><meta charset="utf-8"><title>null</title><body><script src="/page.js"></script><iframe sandbox="allow-scripts allow-forms" src="/page"></iframe>',
};

/** Starts the servers. */
export async function startServers() {
  const s3cors = await load();
  /** @type {Map<string, Trial>} */
  const trials = new Map();
  /** @type {Map<string, Arrival[]>} */
  const arrivals = new Map();
  let last = Date.now();

  const servers = await Promise.all([0, 1, 2].map(async () => {
    const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
      request.resume();
      const [path] = (request.url ?? '').split('?', 1);
      const [, id, hop] = path.split('/');
      const trial = trials.get(id);
      if (trial === undefined) return sendPage(response, path);
      /** @type {Arrival} */
      const arrival = { method: request.method ?? '', url: `http://${request.headers.host}${request.url}`, headers: pairs(request.rawHeaders), preflight: false };
      arrival.preflight = arrival.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
      arrivals.get(id)?.push(arrival);
      last = Date.now();
      // The answer waits for the whole request, as S3's does.
      request.on('end', () => send(response, arrival, trial.call.via, answer(s3cors, trial, arrival, Number(hop))));
    });
    // Node's parser knows only the usual methods: others, `patch` in small letters among them, are read here.
    server.on('clientError', (error, socket) => {
      const arrival = readHead(/** @type {{ rawPacket?: Buffer }} */ (error).rawPacket);
      const [, id, hop] = arrival ? new URL(arrival.url).pathname.split('/') : [];
      const trial = trials.get(id);
      if (arrival === null || trial === undefined) {
        socket.destroy();
        return;
      }
      arrivals.get(id)?.push(arrival);
      last = Date.now();
      const { status, headers } = answer(s3cors, trial, arrival, Number(hop));
      const head = [...headers, ['Connection', 'close'], ['Content-Length', '0']].map(([name, value]) => `${name}: ${value}\r\n`).join('');
      socket.end(Buffer.from(`HTTP/1.1 ${status} -\r\n${head}\r\n`, 'latin1'));
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
    return server;
  }));
  const ports = servers.map((server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port);

  return {
    hosts: hostsOf(ports),
    /**
     * Answers an exchange from now on.
     *
     * @param {string} id
     * @param {Trial} trial
     */
    expect(id, trial) {
      trials.set(id, trial);
      arrivals.set(id, []);
    },
    /**
     * What has arrived for an exchange, in its order.
     *
     * @param {string} id
     */
    arrivals: (id) => arrivals.get(id) ?? [],
    /**
     * Forgets an exchange; what still comes for it gets a 404.
     *
     * @param {string} id
     */
    forget(id) {
      trials.delete(id);
      arrivals.delete(id);
    },
    /**
     * Waits until something has arrived for each of these exchanges, or for so long.
     *
     * @param {string[]} ids
     * @param {number} milliseconds
     */
    async begun(ids, milliseconds) {
      const end = Date.now() + milliseconds;
      while (Date.now() < end && ids.some((id) => arrivals.get(id)?.length === 0)) await new Promise((later) => setTimeout(later, 20));
    },
    /**
     * Waits until nothing has arrived for a while.
     *
     * @param {number} milliseconds
     */
    async quiet(milliseconds) {
      for (let rest = milliseconds; rest > 0; rest = last + milliseconds - Date.now()) await new Promise((later) => setTimeout(later, rest));
    },
    async close() {
      await Promise.all(servers.map((server) => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
      }));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startServers>>} Servers */

/**
 * The head of a request.
 *
 * @param {Buffer} [packet]
 * @returns {Arrival | null}
 */
function readHead(packet) {
  const [first = '', ...lines] = packet?.toString('latin1').split('\r\n\r\n', 1)[0].split('\r\n') ?? [];
  const [, method, path] = /^(\S+) (\S+) HTTP\/1\.1$/.exec(first) ?? [];
  if (method === undefined) return null;
  const headers = lines.map((line) => /** @type {[string, string]} */ ([line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
  return host ? { method, url: `http://${host}${path}`, headers, preflight: false } : null;
}

/**
 * @param {import('../../s3cors.js').S3CORS} s3cors
 * @param {Trial} trial
 * @param {Arrival} arrival
 * @param {number} hop
 * @returns {HTTPResponse}
 */
function answer(s3cors, { server }, arrival, hop) {
  const redirect = server.redirects?.[hop];
  if (redirect) {
    if (arrival.preflight && redirect.preflight) return redirect.preflight;
    return { status: redirect.status, headers: [['Location', redirect.location], ...pairsOf(redirect.headers)] };
  }
  if ('cors' in server) {
    const { cors, redirects, ...target } = server;
    const { response } = s3cors.simulateRequest(cors, { method: arrival.method, url: arrival.url, headers: arrival.headers }, target);
    if (response === null) throw new Error('the configuration cannot be read');
    return response;
  }
  const given = arrival.preflight ? server.preflight ?? server.response : server.response ?? server.preflight;
  return given ?? { status: 200, headers: [] };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Arrival} arrival
 * @param {FetchCall['via']} via
 * @param {HTTPResponse} answer
 */
function send(response, arrival, via, { status, headers, body }) {
  response.sendDate = false;
  response.writeHead(status, headers.flat());
  const empty = arrival.method === 'HEAD' || arrival.preflight || status === 204 || status === 304;
  response.end(empty ? undefined : body ?? bodyFor(via, arrival.url));
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} path
 */
function sendPage(response, path) {
  if (path === '/page.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(pageScript);
  else if (path in pages) response.writeHead(200, { 'content-type': 'text/html' }).end(pages[/** @type {keyof typeof pages} */ (path)]);
  else response.writeHead(404).end();
}

/**
 * @param {string[]} raw names and values by turns
 * @returns {[string, string][]}
 */
function pairs(raw) {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index], raw[2 * index + 1]]);
}

/**
 * @param {HeaderList} [headers]
 * @returns {[string, string][]}
 */
export function pairsOf(headers = []) {
  return Array.isArray(headers) ? headers : Object.entries(headers);
}
