// One line under the verdict: the story of an example, or that a link cannot be read. It can be closed.

import { byId, h, icon } from './element.js';
import { toned } from './looks.js';

/** @param {HTMLElement} host */
export function createNotice(host) {
  const lead = h('b', null);
  const words = h('span', null);
  const face = h('span', null);
  const close = () => {
    host.hidden = true;
    byId('config').focus({ preventScroll: true });
  };
  host.append(face, h('p', null, lead, ' ', words), h('button', { type: 'button', class: 'b quiet icon', 'aria-label': 'Close', onclick: close }, icon('x')));
  /** @param {'note' | 'warn'} kind @param {string} title @param {string} text */
  const show = (kind, title, text) => {
    face.replaceChildren(toned(kind));
    lead.textContent = title;
    words.textContent = text;
    host.hidden = false;
  };
  return {
    /** @param {string} title @param {string} text */
    tell: (title, text) => show('note', title, text),
    /** @param {string} title @param {string} text */
    warn: (title, text) => show('warn', title, text),
    hide: () => void (host.hidden = true),
  };
}
