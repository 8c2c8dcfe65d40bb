// What of a call is asked for seldom: kind of body, mode, upload listener, what the URL names, how S3 answers apart from CORS.

import { takes } from './call.js';
import { bodies, modes, resources } from './call-choices.js';
import { choice, h, verbatim } from './element.js';

/** @import { CallState, Field, ServerState } from './types.js' */

const statuses = { 0: 'as all goes well', 403: '403: no right, or a wrong signature', 404: '404: no such key', 304: '304: not modified' };

/**
 * @param {(change: Partial<CallState>) => void} change
 * @param {(change: Partial<ServerState>) => void} changeServer
 */
export function createCallDetails(change, changeServer) {
  const body = choice({ id: 'body' }, bodies, (value) => change({ body: value }));
  const bodyType = h('input', { class: 'mono', 'aria-label': 'Type of the Blob or File', placeholder: 'image/jpeg', ...verbatim, oninput: () => change({ bodyType: bodyType.value.trim() }) });
  const mode = choice({ id: 'mode' }, modes, (value) => change({ mode: /** @type {CallState['mode']} */ (value) }));
  const listener = h('input', { type: 'checkbox', id: 'listener', onchange: () => change({ uploadListener: listener.checked }) });
  const resource = choice({ id: 'resource' }, resources, (value) => changeServer({ resource: /** @type {ServerState['resource']} */ (value) }));
  const status = choice({ id: 'status' }, statuses, (value) => changeServer({ status: Number(value) }));
  const summary = h('summary', null, 'More');
  const others = h('span', { class: 'soft' });
  summary.append(' ', others);

  /** @type {[field: Field | null, label: HTMLElement, control: HTMLElement][]} */
  const rows = [
    ['body', h('label', { for: 'body' }, 'Body'), h('div', { class: 'row' }, body, bodyType)],
    ['mode', h('label', { for: 'mode' }, 'Mode'), h('div', { class: 'row' }, mode)],
    ['uploadListener', h('label', { for: 'listener' }, 'Progress'), h('label', { class: 'row' }, listener, 'a listener on xhr.upload')],
    [null, h('label', { for: 'resource' }, 'URL names'), h('div', { class: 'row' }, resource)],
    [null, h('label', { for: 'status' }, 'S3 answers'), h('div', { class: 'row' }, status)],
  ];
  const node = h('details', { class: 'more' }, summary, h('div', { class: 'form' }, rows.flatMap(([, label, control]) => [label, control])));

  return {
    node,
    /**
     * @param {CallState} call
     * @param {ServerState} server
     */
    update(call, server) {
      body.value = call.body;
      bodyType.hidden = call.body !== 'type';
      if (bodyType.value.trim() !== call.bodyType) bodyType.value = call.bodyType;
      mode.value = call.mode;
      listener.checked = call.uploadListener;
      resource.value = server.resource;
      status.value = String(server.status);
      for (const [field, label, control] of rows) {
        label.hidden = control.hidden = field === null ? server.kind === 'pasted' : !takes(call.via, field);
      }
      others.textContent = unusual(call, server).join(', ');
    },
  };
}

/**
 * What is chosen there and decides, so that it can be seen while the disclosure is closed.
 *
 * @param {CallState} call
 * @param {ServerState} server
 */
function unusual(call, server) {
  return [
    ...(takes(call.via, 'body') ? [call.body === 'none' ? 'no body' : `body: ${/** @type {Record<string, string>} */ (bodies)[call.body]}${call.body === 'type' && call.bodyType ? ` of type ${call.bodyType}` : ''}`] : []),
    ...(takes(call.via, 'mode') && call.mode !== 'cors' ? [`mode: ${call.mode}`] : []),
    ...(takes(call.via, 'uploadListener') && call.uploadListener ? ['upload listener'] : []),
    ...(server.resource !== '' && server.kind !== 'pasted' ? [`names ${resources[server.resource]}`] : []),
    ...(server.status !== 0 && server.kind !== 'pasted' ? [`S3 answers ${server.status}`] : []),
  ];
}
