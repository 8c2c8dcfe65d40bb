/**
 * Has the code editor draw fewer lines that are out of view. It keeps 1,000 pixels of them around what is on screen, half above and half
 * below while nothing moves; a browser lays out all that is in an editable element, and goes over it at each key to tell the system what is
 * selected. With 300, a key takes a millisecond less. The least that the editor can do with is the 250 pixels by which it wants to be ahead
 * when it is scrolled; after a jump of more than 280 it draws twice.
 */

import { readFile } from 'node:fs/promises';

const given = '1000 /* VP.Margin */';
const margin = '300 /* VP.Margin */';

/** @returns {import('esbuild').Plugin} */
export function nearLines() {
  return {
    name: 'near lines',
    setup(build) {
      build.onLoad({ filter: /[/\\]@codemirror[/\\]view[/\\]dist[/\\]index\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes(given)) throw new Error(`@codemirror/view does not hold ${given}: look how it says now how many lines it draws out of view`);
        return { contents: text.replaceAll(given, margin), loader: 'js' };
      });
    },
  };
}
