// The calls of well-known clients, as entries of a menu: made of the page and the bucket that are in the form.

import { callState, unsetCall } from './call.js';
import { bucketURLOf } from './server.js';

/** @import { Preset, S3CORS } from '../s3cors.js' */
/** @import { Entry } from './menu.js' */
/** @import { CallState, Pasted } from './types.js' */

/**
 * @param {S3CORS | null} api
 * @param {CallState} call  The one in the form.
 * @param {(offered: Pasted) => void} play
 * @returns {Promise<Entry[]>}
 */
export async function presetEntries(api, call, play) {
  if (!api) return [{ title: 'Not there yet', detail: 'The page is still loading.' }];
  const page = /^https?:\/\/[^/?#]/i.test(call.page) && URL.canParse(call.page) ? call.page : undefined;
  const presets = await api.presets(page, bucketURLOf(call.url));
  return presets.map((preset) => ({ title: preset.title, detail: preset.story, act: () => play(offerOf(preset, call)) }));
}

/**
 * @param {Preset} preset
 * @param {CallState} call
 * @returns {Pasted}
 */
function offerOf({ title, story, calls }, call) {
  const choices = calls.map((one) => ({ name: `${one.method ?? 'GET'} ${one.url}`, change: { call: callState(one, unsetCall(call)) } }));
  return {
    readAs: `${title}: ${calls.length === 1 ? 'its call is filled in.' : `one of its ${calls.length} calls is filled in.`}`,
    notes: [story],
    explanation: null,
    change: choices[0].change,
    choices,
    chosen: 0,
  };
}
