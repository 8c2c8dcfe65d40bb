// Building DOM without markup strings: text is always text.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element. A property whose name starts with "on" is a listener, `class` and attributes are set as
 * attributes, `true` is an empty attribute, and null, undefined or false leaves the attribute out.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown> | null} [properties]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

/**
 * Adds children, lists of them included; null, undefined and false add nothing.
 *
 * @param {Element} parent
 * @param {(Child | Child[])[]} children
 */
export function append(parent, children) {
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) {
      parent.append(child instanceof Node ? child : String(child));
    }
  }
}

/**
 * Puts these children in place without touching those that are there already.
 *
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} children
 */
export function replaceChanged(parent, children) {
  const kept = new Set(children);
  for (const old of Array.from(parent.children)) {
    if (!kept.has(/** @type {HTMLElement} */ (old))) old.remove();
  }
  /** @type {Element | null} */
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

/**
 * Puts this in place of what an element holds, unless it looks the same: then nothing has to be laid out anew.
 *
 * @param {Element} parent
 * @param {(Child | Child[])[]} children
 */
export function replaceOther(parent, children) {
  const next = h('div');
  append(next, children);
  const { childNodes: old } = parent;
  if (old.length !== next.childNodes.length || !Array.from(old).every((node, i) => node.isEqualNode(next.childNodes[i]))) parent.replaceChildren(...next.childNodes);
}

/**
 * The same for text alone.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * The same for what is there or not: browsers work out the style of an element anew where it is hidden once more.
 *
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
export function setHidden(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

/** What a field has whose text the browser neither corrects nor fills in. */
export const verbatim = { spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' };

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An icon of the sheet in index.html. It is decoration: the word stands beside it.
 *
 * @param {string} name
 * @param {string} [className]
 */
export function icon(name, className) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  if (className) svg.setAttribute('class', className);
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/**
 * The sentences of the API as nodes: what they quote is set as code, without its quotation marks, and so are these values.
 *
 * @param {string} sentence
 * @param {string[]} [values]
 * @returns {Child[]}
 */
export function prose(sentence, values = []) {
  return sentence.split(/"([^"]*)"/).flatMap((part, i) => {
    if (i % 2 === 1) return [part === '' ? '""' : h('code', null, part)];
    return codeWithin(part, values.filter((value) => value !== ''));
  });
}

/**
 * @param {string} text
 * @param {string[]} values
 * @returns {Child[]}
 */
function codeWithin(text, values) {
  const [value, ...others] = values.toSorted((a, b) => b.length - a.length);
  if (value === undefined) return [text];
  const at = indexOfWord(text, value);
  if (at < 0) return codeWithin(text, others);
  return [...codeWithin(text.slice(0, at), others), h('code', null, value), ...codeWithin(text.slice(at + value.length), values)];
}

/**
 * Where a value stands by itself: "app" in "the rule has app", not in "append".
 *
 * @param {string} text
 * @param {string} value
 */
function indexOfWord(text, value) {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!/[A-Za-z0-9]$/.test(text.slice(0, at)) && !/^[A-Za-z0-9-]/.test(text.slice(at + value.length))) return at;
  }
  return -1;
}

/**
 * A sentence of the API as it stands on its own, with a full stop.
 *
 * @param {string} sentence
 * @param {string[]} [values]
 * @returns {Child[]}
 */
export function statement(sentence, values) {
  return prose(/[.?:]$/.test(sentence) ? sentence : `${sentence}.`, values);
}

/**
 * The element of the page with that id.
 *
 * @template {Element} [T=HTMLElement]
 * @param {string} id
 * @param {new (...args: never[]) => T} [type]
 * @returns {T}
 */
export function byId(id, type = /** @type {any} */ (HTMLElement)) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new TypeError(`the page has no ${type.name} with the id ${id}`);
  return element;
}

/**
 * A select with these values and their words.
 *
 * @param {Record<string, unknown>} properties
 * @param {Record<string, string>} options
 * @param {(value: string) => void} onChoose
 */
export function choice(properties, options, onChoose) {
  const select = h('select', { ...properties, onchange: () => onChoose(select.value) }, Object.entries(options).map(([value, words]) => h('option', { value }, words)));
  return select;
}
