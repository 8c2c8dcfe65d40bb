// Code blocks as generators of documentation write them: where the info string of the fence has gone, and what belongs to the block.

const MARK = 's3-cors';
const CALL = 's3-cors-call';

/** Before the language, in the classes of the generators. */
const prefix = /^(?:language-|lang-|highlight-|sourceCode-|brush:)/;

/** What generators put around a <pre>: highlighted blocks, tables with line numbers, figures. */
const around = 'div[class*="highlight"], div[class*="language-"], div[class*="code"], div.chroma, div.listingblock, div.listingblock > div.content, figure, table, tbody, tr, td';

/**
 * The words that a generator has kept of an info string: "xml s3-cors" may have become class="language-xml s3-cors",
 * class="language-xml,s3-cors" or data-lang="xml s3-cors".
 *
 * @param {Element} element
 */
function wordsOf(element) {
  const fields = ['class', 'data-lang', 'data-language'].map((name) => element.getAttribute(name) ?? '');
  return fields.join(' ').split(/[\s,{}]+/).map((word) => word.replace(prefix, '').replace(/^\./, ''));
}

/** @param {Element} element */
export function isMarked(element) {
  return wordsOf(element).includes(MARK);
}

/**
 * All that the generator has made of the fence in which the mark stands; null where there is no block.
 *
 * @param {Element} mark
 */
export function blockAround(mark) {
  const inner = mark.closest('pre') ?? mark.querySelector('pre');
  if (!inner) return null;
  let block = inner.contains(mark) ? inner : mark;
  for (let parent = block.parentElement; parent && isOnly(block, parent); parent = block.parentElement) block = parent;
  return block;
}

/**
 * Whether an element is there for this block alone.
 *
 * @param {Element} block
 * @param {Element} parent
 */
function isOnly(block, parent) {
  if (!parent.matches(around)) return false;
  // The line numbers of a table are in a <pre> of their own.
  return parent.querySelectorAll('pre').length === block.querySelectorAll('pre').length + (block.matches('pre') ? 1 : 0) || parent.matches('tr, tbody, table');
}

/**
 * The block with the call, where one follows.
 *
 * @param {Element} block
 */
export function callBehind(block) {
  const next = block.nextElementSibling;
  if (!next) return null;
  return [next, ...next.querySelectorAll(`[class*="${CALL}"], [data-lang*="${CALL}"], [data-language*="${CALL}"]`)].some((element) => wordsOf(element).includes(CALL)) ? next : null;
}

/**
 * The attributes of the element that a mark asks for: by words such as "s3-cors-result" and "s3-cors-readonly", or by data attributes
 * where the generator lets the author write them.
 *
 * @param {Element} mark
 * @returns {Record<string, string>}
 */
export function optionsOf(mark) {
  /** @type {Record<string, string>} */
  const options = {};
  const words = wordsOf(mark);
  for (const view of ['full', 'editor', 'result', 'exchange']) if (words.includes(`${MARK}-${view}`)) options.view = view;
  if (words.includes(`${MARK}-readonly`)) options.readonly = '';
  for (const name of ['view', 'call', 'page', 'cache', 'theme']) {
    const value = mark.getAttribute(`data-${name}`) ?? mark.closest('pre')?.getAttribute(`data-${name}`);
    if (value) options[name] = value;
  }
  return options;
}
