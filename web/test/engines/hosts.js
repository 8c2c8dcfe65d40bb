/**
 * The origins that take part. An exchange names them by letters, so that it reads the same in every run, whatever the
 * ports: `http://{a}` is the page's usual origin, `http://{b}` and `http://{c}` are other ports of the same address, and
 * `http://{l}` and `http://{m}` are the ports of a and b at `localhost`, which is another site. `{id}` is the exchange itself,
 * the first part of each path.
 */

/** @typedef {'a' | 'b' | 'c' | 'l' | 'm'} Host */

/**
 * @param {number[]} ports of a, b and c
 * @returns {Record<Host, string>} the hosts with their ports
 */
export function hostsOf([a, b, c]) {
  return { a: `127.0.0.1:${a}`, b: `127.0.0.1:${b}`, c: `127.0.0.1:${c}`, l: `localhost:${a}`, m: `localhost:${b}` };
}

/**
 * A value with hosts in place of letters.
 *
 * @template T
 * @param {T} value
 * @param {Record<Host, string>} hosts
 * @param {string} id
 * @returns {T}
 */
export function withHosts(value, hosts, id) {
  return JSON.parse(JSON.stringify(value).replace(/\{([abclm]|id)\}/g, (_, name) => (name === 'id' ? id : hosts[/** @type {Host} */ (name)])));
}

/**
 * A value with letters in place of hosts.
 *
 * @template T
 * @param {T} value
 * @param {Record<Host, string>} hosts
 * @param {string} id
 * @returns {T}
 */
export function withLetters(value, hosts, id) {
  let text = JSON.stringify(value).replaceAll(`/${id}/`, '/{id}/');
  for (const [letter, host] of Object.entries(hosts)) text = text.replaceAll(host, `{${letter}}`);
  return JSON.parse(text);
}
