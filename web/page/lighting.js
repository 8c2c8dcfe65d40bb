// A check, its pattern in the source and its chip in the card share a path; pointing at one lights all of them.

/**
 * @param {Document} root
 */
export function createLighting(root) {
  /** @type {string | null} */
  let resting = null;
  /** @type {string | null} */
  let pointed = null;

  const apply = () => {
    const path = pointed ?? resting;
    const wanted = path === null ? [] : Array.from(root.querySelectorAll(`[data-path="${CSS.escape(path)}"]`));
    for (const element of root.querySelectorAll('.lit')) {
      if (!wanted.includes(element)) element.classList.remove('lit');
    }
    for (const element of wanted) element.classList.add('lit');
  };
  /** @param {string | null} path */
  const point = (path) => {
    if (path === pointed) return;
    pointed = path;
    apply();
  };
  /** @param {Event} event */
  const enter = (event) => {
    const element = event.target instanceof Element ? event.target.closest('[data-path]:not(.chips, .methods)') : null;
    point(element instanceof HTMLElement ? (element.dataset.path ?? null) : null);
  };
  root.addEventListener('pointerover', (event) => {
    // The text area reports by itself what lies under the pointer.
    if (!(event.target instanceof HTMLTextAreaElement)) enter(event);
  });
  root.addEventListener('focusin', enter);
  root.addEventListener('focusout', () => point(null));

  return {
    point,
    /**
     * What is lit while nothing is pointed at. Also lights what was drawn since.
     *
     * @param {string | null} path
     */
    rest(path) {
      resting = path;
      apply();
    },
  };
}
