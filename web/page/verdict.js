// The verdict on screen; read out half a second after the last edit, and only if it says something new.

import { byId, h, prose } from './element.js';
import { plainText, verdictWords } from './verdict-words.js';

/** @import { Span } from '../s3cors.js' */
/** @import { Evaluation, Offer, VerdictWords, Word } from './types.js' */

/** Milliseconds after the last edit. */
const QUIET = 500;

/** How each verdict looks. */
export const faces = { yes: { icon: 'ok', tone: 'good' }, no: { icon: 'no', tone: 'bad' }, warn: { icon: 'warn', tone: 'warn' }, plain: { icon: 'wait', tone: 'note' } };

/**
 * @param {(span: Span) => void} onPlace
 * @param {() => void} onExample
 */
export function createVerdict(onPlace, onExample) {
  const section = byId('verdict', HTMLElement);
  const face = byId('verdict-face', SVGElement);
  const say = byId('verdict-say', HTMLElement);
  const cause = byId('verdict-cause', HTMLElement);
  const act = byId('verdict-act', HTMLElement);
  const status = byId('verdict-status', HTMLElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let shown = '';
  let spoken = '';
  /** @type {Span | undefined} */
  let place;
  const go = h('button', { type: 'button', class: 'b', onclick: () => place && onPlace(place) }, 'Show the place');
  const example = h('button', { type: 'button', class: 'b', onclick: onExample }, 'Fill in an example');

  /** @type {Offer} */
  let offered = null;
  const next = h('button', { type: 'button', class: 'b next', onclick: () => typeof offered === 'object' && offered?.act() });
  act.append(go, example, next);
  go.hidden = example.hidden = next.hidden = true;

  /** @param {VerdictWords} words */
  const draw = (words) => {
    const { icon, tone } = faces[words.face];
    section.className = `verdict ${words.face}`;
    face.setAttribute('href', `#i-${icon}`);
    face.parentElement?.setAttribute('class', `face ${tone}`);
    say.replaceChildren(h('b', { class: tone }, words.lead), ' ', ...words.say.flatMap(nodes));
    cause.replaceChildren(...words.cause.flatMap(nodes));
    go.hidden = !words.place;
    example.hidden = !words.empty;
    spoken = `${words.lead} ${plainText(words.say)} ${plainText(words.cause)}`.trim();
    document.title = `${words.lead} ${plainText(words.say)} · s3cors`;
  };
  /** @param {VerdictWords} words */
  const show = (words) => {
    place = words.place;
    const key = JSON.stringify({ ...words, place: place !== undefined });
    if (key !== shown) draw(words);
    shown = key;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (status.textContent !== spoken) status.textContent = spoken;
    }, QUIET);
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
      next.hidden = offer === null;
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
