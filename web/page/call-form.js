// The call that fails, or that should pass: the fields that are asked for often, the others behind a disclosure.

import { askedBecause, listWords, takes } from './call.js';
import { caches, credentials, kinds, stands as standings, vias } from './call-choices.js';
import { createCallDetails } from './call-details.js';
import { createChipList } from './chip-list.js';
import { append, choice, h, setText, verbatim } from './element.js';
import { METHODS } from './methods.js';

/** @import { CallState, Evaluation, ServerState } from './types.js' */

const OTHER = 'Other';
const withCredentials = { 'same-origin': 'withCredentials: false', include: 'withCredentials: true' };
const crossorigin = { '': 'no crossorigin', anonymous: 'crossorigin="anonymous"', 'use-credentials': 'crossorigin="use-credentials"' };

/**
 * @param {HTMLElement} host
 * @param {(call: CallState) => void} onCall
 * @param {(server: ServerState) => void} onServer
 */
export function createCallForm(host, onCall, onServer) {
  /** @type {CallState} */
  let call;
  /** @type {ServerState} */
  let server;
  /** @param {Partial<CallState>} change */
  const change = (change) => {
    call = { ...call, ...change };
    show();
    onCall(call);
  };
  /** @param {Partial<ServerState>} change */
  const changeServer = (change) => {
    server = { ...server, ...change };
    onServer(server);
  };

  const page = h('input', { ...verbatim, class: 'mono', id: 'page', inputmode: 'url', placeholder: 'https://www.example.com', 'aria-describedby': 'page-tip', oninput: () => change({ page: page.value }) });
  const pageTip = h('p', { class: 'tip', id: 'page-tip' });
  const via = choice({ id: 'via', 'aria-label': 'Called by' }, vias, (value) => change({ via: /** @type {CallState['via']} */ (value) }));
  const method = choice({ id: 'method', 'aria-label': 'Method' }, Object.fromEntries([...METHODS, OTHER].map((name) => [name, name === OTHER ? 'Other…' : name])), (value) => {
    otherMethod.hidden = value !== OTHER;
    if (value === OTHER) otherMethod.focus();
    // fetch() throws where a GET has a body, and nobody means that who only chooses the method.
    change({ method: value === OTHER ? otherMethod.value.trim() : value, ...((value === 'GET' || value === 'HEAD') && { body: 'none' }) });
  });
  const otherMethod = h('input', { ...verbatim, class: 'mono method', 'aria-label': 'Other method', placeholder: 'PATCH', hidden: true, oninput: () => change({ method: otherMethod.value.trim() }) });
  const url = h('textarea', { ...verbatim, id: 'url', rows: '1', inputmode: 'url', oninput: () => change({ url: url.value.replace(/\s+/g, '') }), onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault() });
  const headers = createChipList({ label: 'Headers', add: 'Add a request header', placeholder: '+ Header', onChange: (values) => change({ headers: values }), isField: true });
  const noHeaders = h('p', { class: 'tip' }, 'The browser writes the headers.');
  const sends = choice({ id: 'credentials', 'aria-describedby': 'call-tip' }, credentials, (value) => change({ credentials: /** @type {CallState['credentials']} */ (value) }));
  const sendsXHR = choice({ 'aria-label': 'Credentials', 'aria-describedby': 'call-tip' }, withCredentials, (value) => change({ credentials: /** @type {CallState['credentials']} */ (value) }));
  const attribute = choice({ id: 'crossorigin', 'aria-label': 'Credentials', 'aria-describedby': 'call-tip' }, crossorigin, (value) => change({ crossorigin: value }));
  const tip = h('p', { class: 'tip', id: 'call-tip' });
  const kind = choice({ id: 'bucket' }, kinds, (value) => changeServer({ kind: /** @type {ServerState['kind']} */ (value) }));
  const stands = choice({ id: 'stands', 'aria-label': 'The pasted answer is that to' }, standings, (value) => changeServer({ stands: /** @type {ServerState['stands']} */ (value) }));
  const cache = choice({ id: 'cache', 'aria-label': 'What lies before the bucket', 'aria-describedby': 'cache-tip' }, caches, (value) => changeServer({ cache: /** @type {ServerState['cache']} */ (value) }));
  const cacheTip = h('p', { class: 'tip', id: 'cache-tip' });
  const back = h('button', { type: 'button', class: 'b', onclick: () => {
    changeServer({ kind: 'configured' });
    kind.focus();
  } }, 'Back to the bucket');
  const details = createCallDetails(change, changeServer);

  append(host, [
    h('label', { for: 'page' }, 'Page'),
    h('div', { class: 'row' }, page, pageTip),
    h('label', { for: 'url' }, 'Calls'),
    h('div', { class: 'row wrap' }, via, method, otherMethod, url),
    h('span', { class: 'lab' }, 'Headers'),
    h('div', null, headers.node, noHeaders),
    h('label', { for: 'credentials' }, 'Credentials'),
    h('div', { class: 'row' }, sends, sendsXHR, attribute, tip),
    h('label', { for: 'bucket' }, 'Bucket'),
    h('div', { class: 'row wrap' }, kind, stands, back, cache, cacheTip),
    details.node,
  ]);

  const show = () => {
    const known = METHODS.includes(call.method);
    const asOther = !known || (method.value === OTHER && document.activeElement === otherMethod);
    method.value = asOther ? OTHER : call.method;
    if (asOther && otherMethod.value.trim() !== call.method) otherMethod.value = call.method;
    via.value = call.via;
    const writes = takes(call.via, 'method');
    method.hidden = !writes;
    otherMethod.hidden = !writes || !asOther;
    headers.node.hidden = !takes(call.via, 'headers');
    noHeaders.hidden = !headers.node.hidden;
    sends.value = sendsXHR.value = call.credentials;
    if (sendsXHR.value === '') sendsXHR.value = 'same-origin';
    attribute.value = call.crossorigin;
    sends.hidden = takes(call.via, 'crossorigin') || call.via === 'xhr';
    sends.disabled = !takes(call.via, 'credentials');
    sendsXHR.hidden = call.via !== 'xhr';
    attribute.hidden = !takes(call.via, 'crossorigin');
    details.update(call, server);
  };

  return {
    /**
     * @param {CallState} next
     * @param {ServerState} nextServer
     */
    update(next, nextServer) {
      call = next;
      server = nextServer;
      if (page.value !== call.page) page.value = call.page;
      if (url.value.replace(/\s+/g, '') !== call.url) url.value = call.url;
      headers.update(call.headers, null);
      kind.value = server.kind;
      kind.options[3].hidden = server.pasted === null;
      cache.value = server.cache;
      stands.value = server.stands;
      stands.hidden = back.hidden = server.kind !== 'pasted';
      show();
    },
    /**
     * What follows from the call, beside its fields.
     *
     * @param {Evaluation} evaluation
     */
    tell({ exchange, origin, call: { page: typed } }) {
      const words = typed.trim() === '' ? 'No page: no Origin is sent.' : origin === typed.trim() ? '' : `Origin: ${origin}`;
      setText(pageTip, words);
      // Why the answer is that of another request, and what to do about it.
      setText(cacheTip, exchange?.cached ? [`${exchange.cached.why}.`, exchange.cached.cure[0] ?? ''].join(' ').trim() : '');
      setText(tip, exchange?.preflight ? `Sends a preflight for ${listWords(askedBecause(exchange.preflight))}.` : exchange?.request ? 'Sends no preflight.' : '');
    },
  };
}
