// What the three browsers print on their consoles, and what the script sees.

import { append, h } from './element.js';
import { beginExchange } from './exchange.js';
import { browsers } from './exchange-words.js';

/** @import { Browser, Exchange } from '../s3cors.js' */
/** @import { Panel } from './types.js' */

/** @type {Panel} */
export function createConsoles(host) {
  return {
    update(evaluation) {
      const { exchange, call } = evaluation;
      beginExchange(host, evaluation);
      if (exchange) append(host, Object.entries(browsers).map(([browser, name]) => drawConsole(/** @type {Browser} */ (browser), name, exchange, call.via)));
    },
  };
}

/**
 * @param {Browser} browser
 * @param {string} name
 * @param {Exchange} exchange
 * @param {string} via
 */
function drawConsole(browser, name, exchange, via) {
  const lines = exchange.console[browser];
  const exception = exchange.exception[browser];
  const outcome = exchange.differences[browser]?.outcome ?? exchange.outcome;
  return h('section', { class: 'con', 'aria-labelledby': `con-${browser}` },
    h('h3', { id: `con-${browser}` }, name),
    lines.length > 0 ? h('ol', { class: 'code' }, lines.map((line) => h('li', null, line))) : h('p', { class: 'soft' }, 'Prints nothing.'),
    h('p', null, exception ? ['Script sees ', h('code', null, exception)] : seen(outcome, via)));
}

/**
 * @param {Exchange['outcome']} outcome
 * @param {string} via
 */
function seen(outcome, via) {
  if (outcome === 'readable') return via === 'fetch' || via === 'xhr' ? 'Script gets the response.' : 'The page may use it, and script may look into it.';
  if (outcome === 'opaque') return via === 'fetch' ? 'Script gets an opaque response: status 0, no headers, no body.' : 'Script learns nothing of the answer.';
  return via === 'beacon' || via === 'form' ? 'Script learns nothing of it.' : 'Script gets an error event, without status and without reason.';
}
