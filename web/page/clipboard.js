// Copying; where the browser forbids it, the text is selected for the user to copy.

/**
 * @param {string} text
 * @param {HTMLElement} shown  What is selected in that case.
 * @returns {Promise<boolean>} whether it was copied
 */
export async function writeClipboard(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const range = document.createRange();
    range.selectNodeContents(shown);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return false;
  }
}
