// The verdict on screen; read out half a second after the last edit, and only if it says something new.

import { byId, h, prose } from './element.js';
import { tones } from './looks.js';
import { createResting } from './resting.js';
import { plainText, verdictWords } from './verdict-words.js';

/** @import { Span } from '../s3cors.js' */
/** @import { Evaluation, Offer, VerdictWords, Word } from './types.js' */

/** Milliseconds after the last edit. */
const QUIET = 500;

/** How each verdict looks. */
export const faces = /** @type {const} */ ({ yes: 'ok', no: 'no', warn: 'warn', plain: 'wait' });

/**
 * @param {(span: Span) => void} onPlace
 * @param {() => void} onExample
 * @param {(name: string) => void} onValue  Leads to where a value can be given.
 */
export function createVerdict(onPlace, onExample, onValue) {
  const section = byId('verdict');
  const face = byId('verdict-face', SVGElement);
  const say = byId('verdict-say');
  const cause = byId('verdict-cause');
  const act = byId('verdict-act');
  const status = byId('verdict-status');
  let shown = '';
  let spoken = '';
  const rest = createResting(QUIET, () => {
    if (status.textContent !== spoken) status.textContent = spoken;
  });
  /** @type {Span | undefined} */
  let place;
  const go = h('button', { type: 'button', class: 'b', onclick: () => place && onPlace(place) }, 'Show the place');
  const example = h('button', { type: 'button', class: 'b', onclick: onExample }, 'Fill in an example');

  /** @type {string[]} */
  let unset = [];
  const give = h('button', { type: 'button', class: 'b main', onclick: () => onValue(unset[0]) });

  /** @type {Offer} */
  let offered = null;
  const next = h('button', { type: 'button', class: 'b next', onclick: () => typeof offered === 'object' && offered?.act() });
  act.append(go, example, give, next);
  go.hidden = example.hidden = give.hidden = next.hidden = true;

  /** What to change is no advice before it is known what there is. */
  const makeRoom = () => {
    next.hidden = offered === null || unset.length > 0;
  };
  /** @param {VerdictWords} words */
  const draw = (words) => {
    const look = faces[words.face];
    const tone = tones[look];
    section.className = `verdict ${words.face}`;
    face.setAttribute('href', `#i-${look}`);
    face.parentElement?.setAttribute('class', `face ${tone}`);
    say.replaceChildren(h('b', { class: tone }, words.lead), ' ', ...words.say.flatMap(nodes));
    cause.replaceChildren(...words.cause.flatMap(nodes));
    go.hidden = !words.place;
    example.hidden = !words.empty;
    give.textContent = unset.length === 1 ? 'Give it a value' : 'Give them values';
    give.hidden = unset.length === 0 || words.place !== undefined;
    makeRoom();
    spoken = `${words.lead} ${plainText(words.say)} ${plainText(words.cause)}`.trim();
    document.title = `${words.lead} ${plainText(words.say)} · s3cors`;
  };
  /** @param {VerdictWords} words */
  const show = (words) => {
    place = words.place;
    unset = words.unset ?? [];
    const key = JSON.stringify({ ...words, place: place !== undefined });
    if (key !== shown) draw(words);
    shown = key;
    rest.soon();
  };

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      show(verdictWords(evaluation));
    },
    show,
    /**
     * The one button for what there is to do next. While that is being found out its place is kept.
     *
     * @param {Offer} offer
     */
    offer(offer) {
      offered = offer;
      makeRoom();
      next.classList.toggle('pending', offer === 'pending');
      if (offer === null || offer === 'pending') return;
      next.classList.toggle('main', offer.main);
      if (next.textContent !== offer.label) next.textContent = offer.label;
    },
    focus() {
      section.focus({ preventScroll: true });
      section.scrollIntoView({ block: 'nearest' });
    },
  };
}

/**
 * @param {Word} word
 * @returns {(Node | string)[]}
 */
export function nodes(word) {
  if (typeof word === 'string') return [word];
  if ('code' in word) return [h('code', null, word.code)];
  if ('name' in word) return [h('em', null, word.name)];
  return /** @type {(Node | string)[]} */ (prose(word.said, word.values));
}
