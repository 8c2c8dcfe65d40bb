// How something looks that is well, wrong or worth a look: an icon, and the tone that goes with it.

import { h, icon } from './element.js';

/** The tone of each icon. */
export const tones = { ok: 'good', no: 'bad', error: 'bad', warn: 'warn', note: 'note', wait: 'note' };

/** @typedef {keyof typeof tones} Face */

/** How each severity looks and is called. @type {Record<string, { face: Face, word: string }>} */
export const severities = { error: { face: 'error', word: 'Error' }, warning: { face: 'warn', word: 'Warning' }, info: { face: 'note', word: 'Note' } };

/**
 * An icon in its tone.
 *
 * @param {Face} face
 */
export function toned(face) {
  return icon(face, tones[face]);
}

/**
 * What is the case, in words beside the icon and in its tone.
 *
 * @param {Face} face
 * @param {string} words
 * @param {string} [className]
 */
export function status(face, words, className = 'is') {
  return h('span', { class: `${className} ${tones[face]}` }, icon(face), words);
}
