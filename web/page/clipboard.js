// Copying; where the browser forbids it, the text is selected for the user to copy.

/**
 * Copies a text, or one that is still being made. The browser learns of that at once: WebKit takes nothing that comes only after the click.
 *
 * @param {string | Promise<string>} text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copy(text) {
  const coming = typeof text === 'string' ? null : blobOf(text);
  try {
    if (coming && 'ClipboardItem' in globalThis) await navigator.clipboard.write([new ClipboardItem({ 'text/plain': coming })]);
    else await navigator.clipboard.writeText(await text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} text
 * @param {HTMLElement} shown  What is selected where it cannot be copied.
 * @returns {Promise<boolean>} whether it was copied
 */
export async function writeClipboard(text, shown) {
  const copied = await copy(text);
  if (!copied) select(shown);
  return copied;
}

/** @param {HTMLElement} shown */
export function select(shown) {
  const range = document.createRange();
  range.selectNodeContents(shown);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** How long a button says what it did; milliseconds. */
const SAID = 2_000;

/**
 * Lets a button say for a while what it did.
 *
 * @param {HTMLButtonElement} button
 */
export function createSaying(button) {
  const word = /** @type {HTMLElement} */ (button.querySelector('span'));
  const usual = word.textContent;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {string} said */
  return (said) => {
    word.textContent = said;
    clearTimeout(timer);
    timer = setTimeout(() => (word.textContent = usual), SAID);
  };
}

/** @param {Promise<string>} text */
function blobOf(text) {
  const blob = text.then((known) => new Blob([known], { type: 'text/plain' }));
  blob.catch(() => {}); // a browser that forbids it does not wait for it
  return blob;
}
