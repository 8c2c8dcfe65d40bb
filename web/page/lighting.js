// A check, its pattern in the source and its chip in the card share a path; pointing at one lights all of them.

/**
 * @param {Document | ShadowRoot} root
 * @param {(path: string | null, pointed: boolean) => void} light  Lights the source; told whether something is pointed at.
 */
export function createLighting(root, light) {
  /** @type {string | null} */
  let resting = null;
  /** @type {string | null} */
  let pointed = null;
  /** Whether it is in the source, which then stays where it is. */
  let inSource = false;
  /** What is lit; the code editor sees to its own. @type {Set<Element>} */
  let lit = new Set();

  const apply = () => {
    const path = pointed ?? resting;
    const wanted = new Set(path === null ? [] : root.querySelectorAll(`[data-path="${CSS.escape(path)}"]`));
    for (const element of lit) if (!wanted.has(element)) element.classList.remove('lit');
    for (const element of wanted) element.classList.add('lit');
    lit = wanted;
    light(path, pointed !== null && !inSource);
  };
  /** @param {string | null} path @param {boolean} [fromSource] */
  const point = (path, fromSource = false) => {
    if (path === pointed) return;
    pointed = path;
    inSource = fromSource;
    apply();
  };
  /** @param {Event} event */
  const enter = ({ target }) => {
    const at = target instanceof Element ? target : null;
    // The source reports by itself what lies under the pointer.
    if (!at?.closest('#editor')) point(at?.closest('[data-path]:not(.chips, .methods)')?.getAttribute('data-path') ?? null);
  };
  root.addEventListener('pointerover', enter);
  root.addEventListener('focusin', enter);
  root.addEventListener('focusout', () => point(null));

  return {
    point,
    /** Lights what was drawn since, too. */
    again: apply,
    /**
     * What is lit while nothing is pointed at, and what was drawn since.
     *
     * @param {string | null} path
     */
    rest(path) {
      resting = path;
      apply();
    },
  };
}
