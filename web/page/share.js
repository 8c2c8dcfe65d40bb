// A link to what is on screen, for others.

import { copy, createSaying, select } from './clipboard.js';

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} shown  Where the link stands if the browser forbids to copy it.
 * @param {() => Promise<string | null>} link
 * @param {(message: string) => void} announce
 * @param {(title: string, text: string) => void} warn
 */
export function wireShare(button, shown, link, announce, warn) {
  const say = createSaying(button);
  button.addEventListener('click', async () => {
    const making = link();
    const copying = copy(making.then((made) => made ?? Promise.reject(new Error('there is no link'))));
    const url = await making;
    shown.hidden = true;
    if (url === null) return warn('This is too long for a link.', 'Copy or download the output instead.');
    shown.textContent = url;
    const copied = await copying;
    shown.hidden = copied;
    if (!copied) select(shown);
    announce(copied ? 'The link is copied.' : 'The link is selected. Copy it with Ctrl+C.');
    if (copied) say('Link copied');
  });
}
