/**
 * Which preflight in a HAR file belongs to which request. Both have the same URL; Chrome lists a preflight before its request or behind
 * it, Firefox behind it.
 */

/** @typedef {import('./har-entry.js').Entry} Entry */

/**
 * The method that a preflight asks for; undefined for any other request.
 *
 * @param {Entry} entry
 */
export function askedMethod(entry) {
  return entry.method.toUpperCase() === 'OPTIONS' ? entry.find('access-control-request-method') : undefined;
}

/**
 * The preflight of each request that has one; a preflight whose request is not in the file is there by itself.
 *
 * @param {Entry[]} entries
 * @returns {{ actual: Entry | null, preflight: Entry | null }[]} in the order of the file
 */
export function pairPreflights(entries) {
  /** @type {Map<string, Entry[]>} */
  const alike = new Map();
  for (const entry of entries) {
    const key = `${askedMethod(entry) ?? entry.method} ${entry.url.href}`;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [entry]);
    else group.push(entry);
  }
  return [...alike.values()].flatMap(pairAlike).sort((a, b) => placeOf(a) - placeOf(b));
}

/** @param {{ actual: Entry | null, preflight: Entry | null }} pair */
const placeOf = ({ actual, preflight }) => /** @type {Entry} */ (actual ?? preflight).index;

/**
 * Pairs requests and preflights of one method and one URL: a preflight goes to the request beside it, of two such to the one that is
 * nearer in time. Where several are sent at once, the rest are paired in their order.
 *
 * @param {Entry[]} entries
 */
function pairAlike(entries) {
  const isPreflight = (/** @type {Entry | undefined} */ entry) => entry !== undefined && askedMethod(entry) !== undefined;
  /** @type {Map<Entry, Entry>} */
  const preflights = new Map();
  const isFree = (/** @type {Entry | undefined} */ entry) => entry !== undefined && !isPreflight(entry) && !preflights.has(entry);
  /** @type {Entry[]} */
  let alone = [];
  entries.forEach((preflight, index) => {
    if (!isPreflight(preflight)) return;
    const beside = [entries[index + 1], entries[index - 1]].filter(isFree);
    const distance = (/** @type {Entry} */ actual) => Math.abs(actual.time - preflight.time);
    const actual = beside.length === 2 && distance(beside[1]) < distance(beside[0]) ? beside[1] : beside[0];
    if (actual === undefined) alone.push(preflight);
    else preflights.set(actual, preflight);
  });
  const rest = entries.filter(isFree).slice(0, alone.length);
  rest.forEach((actual, index) => preflights.set(actual, alone[index]));
  alone = alone.slice(rest.length);
  const actuals = entries.filter((entry) => !isPreflight(entry));
  return [
    ...actuals.map((actual) => ({ actual, preflight: preflights.get(actual) ?? null })),
    ...alone.map((preflight) => ({ actual: null, preflight })),
  ];
}
