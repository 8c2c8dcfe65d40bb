/**
 * presets of the API: well-known clients as the calls that they make.
 */

import { Argument } from '../loader/misuse.js';
import { clients } from './clients.js';

/** @typedef {import('../s3cors.js').Preset} Preset */

const examplePage = 'https://app.example.com';
const exampleBucket = 'https://my-bucket.s3.eu-west-1.amazonaws.com/';

/**
 * @param {unknown} page
 * @param {unknown} url
 * @returns {Preset[]}
 */
export function presets(page, url) {
  const from = textOr(examplePage, 'page', page);
  const bucket = textOr(exampleBucket, 'url', url).replace(/[?#].*$/s, '');
  const base = bucket.endsWith('/') ? bucket : `${bucket}/`;
  return clients.map(({ calls, ...client }) => ({ ...client, calls: calls.map(({ key, ...call }) => ({ page: from, url: base + key, ...structuredClone(call) })) }));
}

/**
 * @param {string} example stands for what is left out or empty
 * @param {string} name
 * @param {unknown} value
 */
function textOr(example, name, value) {
  return (value === undefined ? '' : new Argument('presets', name).string('', value)) || example;
}
