// Lines of the source: S3's own errors have no place, ours do.

/** The last text that was asked for: several panes tell the lines of the same one. */
let known = { text: '', starts: [0] };

/**
 * The offset at which each line starts.
 *
 * @param {string} text
 */
export function lineStarts(text) {
  if (known.text === text) return known.starts;
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  known = { text, starts };
  return starts;
}

/**
 * The number, from 1, of the line in which an offset lies.
 *
 * @param {number[]} starts
 * @param {number} offset
 */
export function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/**
 * "line 5" or "lines 18 to 19"; in a text of one line the column.
 *
 * @param {number[]} starts
 * @param {{ start: number, end: number }} span
 */
export function lineWords(starts, span) {
  if (starts.length === 1) return `column ${span.start + 1}`;
  const first = lineAt(starts, span.start);
  const last = lineAt(starts, Math.max(span.start, span.end - 1));
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}
