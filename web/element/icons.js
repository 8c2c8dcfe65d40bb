// The icons of the page's sheet in index.html, for trees that the sheet does not reach: those that the element shows.

const SVG = 'http://www.w3.org/2000/svg';

/** What each is drawn with. @type {Record<string, [tag: string, attributes: Record<string, string>][]>} */
const shapes = {
  no: [circle(), path('m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6')],
  ok: [circle(), path('m5.2 8.2 2 2 3.7-4.2')],
  note: [circle(), path('M8 7.5V11M8 5v.1')],
  warn: [path('M8 2.5 14.5 13.5h-13zM8 6.5V10M8 11.9v.1')],
  error: [['rect', { x: '2', y: '2', width: '12', height: '12', rx: '2' }], path('M8 5v3.6M8 10.9v.1')],
  wait: [circle({ 'stroke-dasharray': '2 2.5' })],
  x: [path('m4.5 4.5 7 7m0-7-7 7')],
  plus: [path('M8 3.5v9M3.5 8h9')],
  tick: [path('m3.5 8.5 3 3 6-7')],
};

/** The names of the icons. */
export const iconNames = Object.keys(shapes);

/** A sheet of all icons, for the tree that holds what refers to them. */
export function iconSheet() {
  const sheet = document.createElementNS(SVG, 'svg');
  sheet.setAttribute('hidden', '');
  const definitions = document.createElementNS(SVG, 'defs');
  for (const [name, parts] of Object.entries(shapes)) {
    const symbol = document.createElementNS(SVG, 'symbol');
    symbol.id = `i-${name}`;
    symbol.setAttribute('viewBox', '0 0 16 16');
    for (const [tag, attributes] of parts) {
      const shape = document.createElementNS(SVG, tag);
      for (const [attribute, value] of Object.entries(attributes)) shape.setAttribute(attribute, value);
      symbol.append(shape);
    }
    definitions.append(symbol);
  }
  sheet.append(definitions);
  return sheet;
}

/**
 * @param {string} d
 * @returns {[string, Record<string, string>]}
 */
function path(d) {
  return ['path', { d }];
}

/**
 * @param {Record<string, string>} [more]
 * @returns {[string, Record<string, string>]}
 */
function circle(more) {
  return ['circle', { cx: '8', cy: '8', r: '6.5', ...more }];
}
