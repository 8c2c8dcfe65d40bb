// Where the page's origin and the nearest pattern part, character by character.

import { commonEnd, commonStart, likeness } from './nearest.js';

/** @typedef {{ text: string, differs: boolean }} Piece */
/** @typedef {{ page: Piece[], rule: Piece[] }} OriginDiff */

/**
 * Compares scheme with scheme, host with host (label by label from the right, as hosts are read) and port with port, so that
 * "http" against "https" does not drag the host along. A label "*" stands for any text.
 *
 * @param {string} page
 * @param {string} rule
 * @returns {OriginDiff}
 */
export function originDiff(page, rule) {
  const a = parts(page);
  const b = parts(rule);
  /** @type {OriginDiff} */
  const diff = { page: [], rule: [] };
  addText(diff, a.scheme, b.scheme);
  addHost(diff, a.host, b.host);
  addText(diff, a.port, b.port);
  addText(diff, a.rest, b.rest);
  return { page: merge(diff.page), rule: merge(diff.rule) };
}

/** @param {string} origin */
function parts(origin) {
  const found = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)?([^:/]*)(:[^/]*)?(.*)$/s.exec(origin);
  return { scheme: found?.[1] ?? '', host: found?.[2] ?? '', port: found?.[3] ?? '', rest: found?.[4] ?? '' };
}

/**
 * @param {OriginDiff} diff
 * @param {string} page
 * @param {string} rule
 */
function addHost(diff, page, rule) {
  // A "*" inside a label ("pre*.example.com") does not line up by labels.
  if (/\*/.test(rule.replace(/(^|\.)\*(?=\.|$)/g, ''))) return addText(diff, page, rule);
  const a = labels(page);
  const b = labels(rule);
  const width = Math.max(a.length, b.length);
  for (let i = width; i > 0; i--) {
    const left = i <= a.length ? a[a.length - i] : '';
    const right = i <= b.length ? b[b.length - i] : '';
    if (right.replace('.', '') === '*' && left !== '') {
      diff.page.push({ text: left, differs: false });
      diff.rule.push({ text: right, differs: false });
    } else {
      // "www" and "web" are simply two names: their letters are not compared one by one.
      addText(diff, left, right, likeness(left, right) > 0.5);
    }
  }
}

/**
 * The labels of a host, each with the dot that follows it.
 *
 * @param {string} host
 */
function labels(host) {
  return host.match(/[^.]*\.|[^.]+$/g) ?? [];
}

/**
 * @param {OriginDiff} diff
 * @param {string} page
 * @param {string} rule
 * @param {boolean} [fine]  Compare inside the texts and not only their last dots.
 */
function addText(diff, page, rule, fine = true) {
  const start = fine ? commonStart(page, rule) : 0;
  const restPage = page.slice(start);
  const restRule = rule.slice(start);
  const end = fine ? commonEnd(restPage, restRule) : Number(restPage.endsWith('.') && restRule.endsWith('.'));
  addSide(diff.page, page, start, end);
  addSide(diff.rule, rule, start, end);
}

/**
 * @param {Piece[]} side
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function addSide(side, text, start, end) {
  side.push({ text: text.slice(0, start), differs: false });
  side.push({ text: text.slice(start, text.length - end), differs: true });
  side.push({ text: text.slice(text.length - end), differs: false });
}

/** @param {Piece[]} pieces */
function merge(pieces) {
  /** @type {Piece[]} */
  const merged = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.text === '') continue;
    if (last?.differs === piece.differs) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return merged;
}
