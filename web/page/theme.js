// Light, dark, or as the system says.

const order = /** @type {const} */ (['system', 'light', 'dark']);
const words = { system: 'as the system', light: 'light', dark: 'dark' };

/** @param {HTMLButtonElement} button */
export function wireTheme(button) {
  let at = 0;
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
  });
  apply();
}
