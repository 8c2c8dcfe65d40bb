// The fragment of a link: "#1" and what the page shows, as JSON, packed. Version 1 is read as long as the page exists.

import { readFields, writeFields } from './link-fields.js';
import { deflate, fromBase64URL, inflate, toBase64URL } from './inflate.js';

/** @import { LinkState } from './types.js' */

const VERSION = '1';
/** Characters. Mail and chat cut off longer links, and some browsers do. */
const LONGEST = 60_000;
/** Bytes of JSON. */
const LARGEST = 1_000_000;

/** Why a link is not read, in a sentence for people. */
export const unreadable = {
  newer: 'It was made by a newer version of this page. Load the page again.',
  damaged: 'It is cut off or was changed on its way. Ask for it once more.',
  strange: 'It holds what this page never writes.',
  large: 'It holds more than this page takes.',
};

/**
 * The fragment, with "#"; null where it would be too long for a link.
 *
 * @param {LinkState} state
 * @returns {Promise<string | null>}
 */
export async function writeLink(state) {
  const json = JSON.stringify(writeFields(state));
  if (json.length > LARGEST / 3) return null; // a character has three bytes at most
  const fragment = `#${VERSION}${toBase64URL(await deflate(json))}`;
  return fragment.length > LONGEST ? null : fragment;
}

/**
 * What a fragment holds. It may come from anyone: it is bounded, each field is checked, and nothing of it is run.
 *
 * @param {string} fragment  With "#".
 * @returns {Promise<{ state: LinkState } | { problem: keyof typeof unreadable }>}
 */
export async function readLink(fragment) {
  if (fragment.length > LONGEST) return { problem: 'large' };
  if (!fragment.startsWith(`#${VERSION}`)) return { problem: /^#\d[\w-]{20,}$/.test(fragment) ? 'newer' : 'damaged' };
  const packed = fromBase64URL(fragment.slice(1 + VERSION.length));
  const json = packed && (await inflate(packed, LARGEST));
  if (json === null) return { problem: 'damaged' };
  try {
    const state = readFields(JSON.parse(json));
    return state ? { state } : { problem: 'strange' };
  } catch {
    return { problem: 'damaged' };
  }
}
