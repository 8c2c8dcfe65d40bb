// Light, dark, or as the system says. first.js shows what was chosen on an earlier visit.

import { keepOnDevice } from './device.js';

const order = /** @type {const} */ (['system', 'light', 'dark']);
const words = { system: 'as the system', light: 'light', dark: 'dark' };

/** @param {HTMLButtonElement} button */
export function wireTheme(button) {
  let at = Math.max(0, order.findIndex((theme) => theme === document.documentElement.dataset.theme));
  const apply = () => {
    const theme = order[at];
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.setAttribute('aria-label', `Theme: ${words[theme]}`);
    button.title = `Theme: ${words[theme]}`;
  };
  button.addEventListener('click', () => {
    at = (at + 1) % order.length;
    apply();
    keepOnDevice('s3cors.theme', order[at]);
  });
  apply();
}
