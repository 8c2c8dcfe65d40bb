/**
 * The name that is meant by a slip of the keyboard: at most two letters off, and a third of them; undefined where none is near.
 *
 * @param {string} name
 * @param {string[]} names
 */
export function nearest(name, names) {
  const most = Math.min(2, Math.floor(Math.max(name.length, 3) / 3));
  const [best] = names
    .map((each) => ({ each, slips: slips(name, each, most) }))
    .filter(({ slips: count }) => count <= most)
    .sort((a, b) => a.slips - b.slips);
  return best?.each;
}

/**
 * How many letters have to be added, dropped, replaced or exchanged with their neighbour.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} most  Beyond it the count is not exact.
 */
function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[][]} */
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (exchanged) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}
