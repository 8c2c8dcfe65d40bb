// The menu of the last configurations, and the way to forget them.

/** @import { CORSConfiguration } from '../s3cors.js' */
/** @import { Entry } from './menu.js' */

/**
 * @param {ReturnType<typeof import('./recent.js').createRecent>} recent
 * @param {(link: string) => void} open
 * @param {(message: string) => void} announce
 * @returns {Entry[]}
 */
export function recentEntries(recent, open, announce) {
  const kept = recent.list();
  if (kept.length === 0) return [{ title: 'Nothing yet', detail: 'What you write is kept here, on this device only.' }];
  return [
    ...kept.map(({ title, time, link }) => ({ title, detail: timeWords(time), act: () => open(link) })),
    { title: 'Forget them all', detail: 'They are on this device only.', act: () => {
      recent.clear();
      announce('Nothing is kept any more.');
    } },
  ];
}

/**
 * What a configuration is known by: the names of its rules, or the origins of the first.
 *
 * @param {CORSConfiguration | null} configuration
 * @param {string} text
 */
export function titleOf(configuration, text) {
  const rules = configuration?.CORSRules ?? [];
  const names = rules.map(({ ID, AllowedOrigins }) => ID || AllowedOrigins?.[0] || '').filter((name) => name !== '');
  const title = names.length > 0 ? names.join(', ') : text.trim().split('\n')[0];
  return title.length > 60 ? `${title.slice(0, 59)}…` : title;
}

/** @param {number} time  Milliseconds since 1970. */
function timeWords(time) {
  return new Date(time).toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
}
