// Tells an element once that it is near the viewport. One observer serves all elements of a page.

/** So far ahead the module is fetched, so that it has arrived when the element is in view. */
const AHEAD = '600px';

/** @type {WeakMap<Element, () => void>} */
const callbacks = new WeakMap();
/** @type {IntersectionObserver | null} */
let observer = null;

/**
 * @param {Element} element
 * @param {() => void} callback  Called once; at once where nothing can be observed.
 */
export function whenNear(element, callback) {
  if (!('IntersectionObserver' in globalThis)) return callback();
  observer ??= new IntersectionObserver(tell, { rootMargin: AHEAD });
  callbacks.set(element, callback);
  observer.observe(element);
}

/** @param {Element} element */
export function forget(element) {
  callbacks.delete(element);
  observer?.unobserve(element);
}

/** @param {IntersectionObserverEntry[]} entries */
function tell(entries) {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    const callback = callbacks.get(target);
    forget(target);
    callback?.();
  }
}
