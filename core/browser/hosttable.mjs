/**
 * Writes hosttable.go: what the core knows of characters in hosts, by the URL parser and the normalisation of Node.
 * Run it in core/browser: node hosttable.mjs > hosttable.go
 */

import { domainToUnicode } from 'node:url';

const read = (/** @type {string} */ host) => domainToUnicode(new URL(`http://${host}/`).hostname);
const host = (/** @type {string} */ text) => { try { return read(text); } catch { return null; } };

// A letter that composes with nothing, before and after the character in question; and one of Hebrew.
const neutral = '\u0298', hebrew = '\u05D0';
const isMark = (/** @type {string} */ s) => /\p{M}/u.test(s);

// Ranks of combining classes: 0 for a starter.
const swaps = (/** @type {string} */ a, /** @type {string} */ b) => (neutral + a + b).normalize('NFD') !== neutral + a.normalize('NFD') + b.normalize('NFD');
const marks = [];
for (let c = 0x300; c < 0x1F000; c++) if (isMark(String.fromCodePoint(c))) marks.push(String.fromCodePoint(c));
const nonstarters = marks.filter((m) => swaps('\u0345', m) || swaps(m, '\u0334') || m === '\u0345');
/** @type {string[]} */
const classes = [];
for (const m of nonstarters) if (!classes.some((r) => !swaps(r, m) && !swaps(m, r))) classes.push(m);
const ranks = new Map(nonstarters.map((m) => [m, 1 + classes.filter((r) => swaps(m, r)).length]));

const SAME = 0, GONE = 1, RTL = 2, ALTERNATE = 3, MAPPED = 4, MARK = 5; // a mark's kind is MARK + rank
/** @type {Map<number, {kind: number, add: number}>} */
const known = new Map();
for (let c = 0x80; c < 0xE0000; c++) {
  if (c >= 0xD800 && c < 0xF900 || c >= 0x3134B) continue;
  const s = String.fromCodePoint(c);
  if (c === 0x200C || c === 0x200D) continue; // these depend on what is around them
  if (c >= 0xFF01 && c <= 0xFF5E) { known.set(c, { kind: MAPPED, add: c >= 0xFF21 && c <= 0xFF3A ? 0x20 - 0xFEE0 : -0xFEE0 }); continue; }
  if (c === 0x3002 || c === 0xFF0E || c === 0xFF61) { known.set(c, { kind: MAPPED, add: 0x2E - c }); continue; }
  if (c >= 0x660 && c <= 0x669) { known.set(c, { kind: SAME, add: 0 }); continue; }
  const among = host(neutral + s + neutral);
  if (among !== null) {
    const own = among.slice(1, -1);
    if (own === '') known.set(c, { kind: GONE, add: 0 });
    else if (own === s) known.set(c, isMark(s) ? { kind: MARK + (ranks.get(s) ?? 0), add: 0 } : { kind: SAME, add: 0 });
    else if ([...own].length === 1 && /\p{L}|\p{M}/u.test(s) && (s.toLowerCase() === own || c < 0x530 || c >= 0x1F00 && c < 0x2000)) known.set(c, { kind: MAPPED, add: (own.codePointAt(0) ?? 0) - c });
  } else if (/\p{L}/u.test(s) && host(s) === s && host(`${hebrew}1${s}`) !== null) known.set(c, { kind: RTL, add: 0 });
}

/** Negative numbers are the odd ones. */
const signed = (/** @type {number} */ n) => n < 0 ? -2 * n - 1 : 2 * n;

/** @type {number[]} */
const numbers = [];
let after = 0x80;
const key = (/** @type {number} */ c) => { const k = known.get(c); return k ? `${k.kind} ${k.add}` : ''; };
for (let c = 0x80; c < 0xE0000; c++) {
  const k = known.get(c);
  if (!k) continue;
  let end = c;
  let kind = k.kind, add = k.add;
  if (key(c) === '4 1' && key(c + 1) === '0 0' ) {
    while (key(end + 1) === '0 0' && key(end + 2) === '4 1' ) end += 2;
    if (key(end+1) === '0 0') end++;
    kind = ALTERNATE;
  } else while (key(end + 1) === key(c)) end++;
  numbers.push(c - after, kind, ...(kind === MAPPED ? [signed(add)] : []), end - c);
  after = end + 1; c = end;
}

/** @type {[number, number, number][]} */
const composed = [];
for (const [c, { kind }] of known) {
  if (c >= 0xAC00 && c <= 0xD7A3 || kind === MAPPED || kind === GONE) continue;
  const s = String.fromCodePoint(c), parts = [...s.normalize('NFD')];
  if (parts.length < 2 || s.normalize('NFC') !== s) continue;
  const last = /** @type {string} */ (parts.pop());
  const base = parts.join('').normalize('NFC');
  if ([...base].length !== 1) throw new Error(s);
  composed.push([c, base.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0]);
}
const pairs = [];
let before = 0;
let lastBase = 0;
for (const [c, base, mark] of composed) { pairs.push(c - before, signed(base - lastBase), mark - 0x300); before = c; lastBase = base; }

/** Five bits a character, the least first; a character from @ on says that there are more. */
const code = (/** @type {number[]} */ list) => list.map((n) => { let t = ''; do { const d = n & 31; n >>>= 5; t += String.fromCharCode(0x20 + d + (n ? 32 : 0)); } while (n); return t; }).join('');
const text = (/** @type {string} */ s) => s.match(/.{1,140}/gs)?.map((line) => '\t`' + line + '`').join(' +\n');
console.log(`package browser

// Written by hosttable.mjs from the URL parser of Node (Unicode ${process.versions.unicode}); hostname.go has the form.

// characterRuns are the characters of which this module knows what becomes of them in a host.
const characterRuns = "" +
${text(code(numbers))}

// composedCharacters are those that are written as one where they come as a letter and a mark (Unicode Standard Annex 15, NFC).
const composedCharacters = "" +
${text(code(pairs))}`);
