// Dragging a card by its grip, with mouse, pen or finger: the card goes with the pointer, a line says where it would come to lie. The
// order changes once, at the end; Escape leaves it as it was.

/** So near to the window's edge it scrolls; pixels. */
const EDGE = 48;

/**
 * @param {HTMLElement} list
 * @param {(from: number, to: number) => void} move
 */
export function wireDrag(list, move) {
  list.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest('.grip') : null;
    if (!(grip instanceof HTMLElement) || event.button !== 0) return;
    event.preventDefault();
    grip.focus({ preventScroll: true });
    grip.setPointerCapture(event.pointerId);
    drag(list, grip, event.clientY + scrollY, move);
  });
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} grip
 * @param {number} start  Where the pointer began, from the top of the page.
 * @param {(from: number, to: number) => void} move
 */
function drag(list, grip, start, move) {
  const cards = /** @type {HTMLElement[]} */ (Array.from(list.children));
  const from = cards.findIndex((card) => card.contains(grip));
  const card = cards[from];
  const middles = cards.map((other) => other.offsetTop + other.offsetHeight / 2);
  let to = from;
  const over = new AbortController();
  const { signal } = over;
  const unmark = () => cards.forEach((other) => other.classList.remove('drop-above', 'drop-below'));
  const end = (/** @type {number} */ at) => {
    over.abort();
    unmark();
    card.classList.remove('dragged');
    card.style.translate = '';
    if (at !== from) move(from, at);
  };
  card.classList.add('dragged');
  grip.addEventListener('pointermove', ({ clientY }) => {
    if (clientY < EDGE) scrollBy(0, -EDGE / 4);
    else if (clientY > innerHeight - EDGE) scrollBy(0, EDGE / 4);
    const by = clientY + scrollY - start;
    card.style.translate = `0 ${by}px`;
    // The edge that goes ahead decides.
    const edge = middles[from] + by + (Math.sign(by) * card.offsetHeight) / 2;
    to = middles.filter((middle, i) => i !== from && middle < edge).length;
    unmark();
    if (to !== from) cards[to].classList.add(to < from ? 'drop-above' : 'drop-below');
  }, { signal });
  grip.addEventListener('pointerup', () => end(to), { signal });
  grip.addEventListener('pointercancel', () => end(from), { signal });
  grip.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    end(from);
  }, { signal });
}
