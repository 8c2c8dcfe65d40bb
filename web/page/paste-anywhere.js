// A paste where no field has the focus: a configuration goes to the source, all else to the box for what was copied.

/**
 * @param {HTMLButtonElement} button  Leads to the box.
 * @param {{ isConfiguration(text: string): boolean, configuration(text: string): void, other(text: string): void }} page
 */
export function wirePasteAnywhere(button, page) {
  button.addEventListener('click', () => {
    const box = document.getElementById('paste');
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: 'center' });
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text');
    if (!text || event.defaultPrevented || isField(event.target)) return;
    event.preventDefault();
    if (page.isConfiguration(text)) page.configuration(text);
    else page.other(text);
  });
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
