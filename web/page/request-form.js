// The request that fails, or that should pass.

import { createChipList } from './chip-list.js';
import { append, h } from './element.js';
import { METHODS } from './rule-card.js';
import { headerNames, originOf } from './state.js';

/** @import { RequestState } from './state.js' */

const OTHER = 'Other';

/**
 * @param {HTMLElement} host
 * @param {(request: RequestState) => void} onChange
 */
export function createRequestForm(host, onChange) {
  /** @type {RequestState} */
  let request;
  /** @param {Partial<RequestState>} change */
  const change = (change) => {
    request = { ...request, ...change };
    tell();
    onChange(request);
  };

  const page = h('input', { class: 'mono', id: 'page', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', inputmode: 'url', placeholder: 'https://www.example.com', 'aria-describedby': 'page-tip', oninput: () => change({ page: page.value }) });
  const pageTip = h('p', { class: 'tip', id: 'page-tip' });
  const method = h('select', { id: 'method', onchange: () => {
    const other = method.value === OTHER;
    otherMethod.hidden = !other;
    if (other) otherMethod.focus();
    change({ method: other ? otherMethod.value.trim() : method.value });
  } }, [...METHODS, OTHER].map((name) => h('option', { value: name }, name === OTHER ? 'Other…' : name)));
  const otherMethod = h('input', { class: 'mono method', 'aria-label': 'Other method', placeholder: 'PATCH', spellcheck: 'false', autocomplete: 'off', hidden: true, oninput: () => change({ method: otherMethod.value.trim() }) });
  const resource = h('select', { id: 'resource', 'aria-label': 'What the URL names', onchange: () => change({ resource: resource.value === 'bucket' ? 'bucket' : 'object' }) }, h('option', { value: 'object' }, 'an object'), h('option', { value: 'bucket' }, 'the bucket itself'));
  const headers = createChipList({ label: 'Headers', add: 'Add a request header', placeholder: '+ Header', onChange: (values) => change({ headers: values }) });
  const kind = h('select', { id: 'kind', 'aria-describedby': 'kind-tip', onchange: () => change({ kind: kind.value === 'actual' ? 'actual' : 'preflight' }) }, h('option', { value: 'preflight' }, 'Preflight'), h('option', { value: 'actual' }, 'Actual request'));
  const kindTip = h('p', { class: 'tip', id: 'kind-tip' });
  const bucket = h('select', { id: 'bucket', onchange: () => change({ bucket: /** @type {RequestState['bucket']} */ (bucket.value) }) },
    h('option', { value: 'configured' }, 'has this configuration'), h('option', { value: 'unconfigured' }, 'has no CORS configuration'), h('option', { value: 'missing' }, 'does not exist'));

  append(host, [
    h('label', { for: 'page' }, 'Page'),
    h('div', { class: 'row' }, page, pageTip),
    h('label', { for: 'method' }, 'Sends'),
    h('div', { class: 'row' }, method, otherMethod, h('span', { class: 'tip' }, 'for'), resource),
    h('span', { class: 'lab' }, 'Headers'),
    headers.node,
    h('label', { for: 'kind' }, 'S3 sees'),
    h('div', { class: 'row' }, kind, kindTip),
    h('label', { for: 'bucket' }, 'Bucket'),
    h('div', { class: 'row' }, bucket),
  ]);

  const tell = () => {
    const origin = originOf(request.page);
    const words = origin === '' ? 'No Origin header is sent.' : origin === request.page.trim() ? '' : `Origin: ${origin}`;
    if (pageTip.textContent !== words) pageTip.textContent = words;
    kindTip.textContent = request.kind === 'preflight' ? preflightWords(request) : `${request.method || 'GET'} as it arrives: S3 compares origin and method, not the headers.`;
  };

  return {
    /** @param {RequestState} next */
    update(next) {
      request = next;
      if (page.value !== next.page) page.value = next.page;
      const known = METHODS.includes(next.method);
      const asOther = !known || (method.value === OTHER && document.activeElement === otherMethod);
      method.value = asOther ? OTHER : next.method;
      otherMethod.hidden = !asOther;
      if (asOther && otherMethod.value.trim() !== next.method) otherMethod.value = next.method;
      resource.value = next.resource;
      headers.update(next.headers, null);
      kind.value = next.kind;
      bucket.value = next.bucket;
      tell();
    },
  };
}

/** @param {RequestState} request */
function preflightWords(request) {
  const names = headerNames(request.headers);
  const asks = [request.method, ...names].filter((word) => word !== '');
  return asks.length === 0 ? 'OPTIONS that asks for nothing.' : `OPTIONS that asks for ${listWords(asks)}.`;
}

/**
 * "a", "a and b", "a, b and c".
 *
 * @param {string[]} items
 */
export function listWords(items) {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
