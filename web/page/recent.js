// The last configurations on this device, in the browser's own storage and nowhere else. A browser may refuse to keep anything: then
// there are none.

/** @typedef {{ id: string, time: number, title: string, link: string }} Recent  The link is the fragment that shows it again. */

const KEY = 's3cors.recent';
const MOST = 20;
/** Characters of all links together; browsers give a site some five million. */
const LARGEST = 400_000;

/** @param {() => Storage} storage  May throw. */
export function createRecent(storage = () => localStorage) {
  let id = '';

  /** @returns {Recent[]} the latest first; what is not as it was written is left out */
  const list = () => {
    try {
      const kept = JSON.parse(storage().getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
    } catch {
      return [];
    }
  };
  /** @param {Recent[]} entries */
  const save = (entries) => {
    // A quota may be smaller than what is asked for here: the oldest go until it fits.
    for (let kept = bounded(entries); ; kept = kept.slice(0, -1)) {
      try {
        if (kept.length === 0) storage().removeItem(KEY);
        else storage().setItem(KEY, JSON.stringify(kept));
        return;
      } catch {
        if (kept.length === 0) return;
      }
    }
  };

  return {
    list,
    /**
     * From now on another configuration is written; one that was kept goes on where it is opened again.
     *
     * @param {string} [link]
     */
    begin(link) {
      id = list().find((entry) => entry.link === link)?.id ?? `${Date.now()}-${Math.random()}`;
    },
    /**
     * Keeps what the configuration that is written has come to.
     *
     * @param {string} title
     * @param {string} link
     */
    keep(title, link) {
      save([{ id, time: Date.now(), title, link }, ...list().filter((entry) => entry.id !== id && entry.link !== link)]);
    },
    clear() {
      save([]);
    },
  };
}

/** @param {Recent[]} entries */
function bounded(entries) {
  let length = 0;
  return entries.slice(0, MOST).filter(({ link }) => (length += link.length) <= LARGEST);
}

/**
 * @param {any} entry
 * @returns {entry is Recent}
 */
function isRecent(entry) {
  return typeof entry?.id === 'string' && Number.isFinite(entry.time) && typeof entry.title === 'string' && typeof entry.link === 'string';
}
