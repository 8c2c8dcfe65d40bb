// What an element wraps: a configuration as text or as a link to it, and perhaps a call. It is read as the reader of the page sees it.

/** Parts of a code block that are no part of the code: line numbers, prompts, buttons, what is hidden or cannot be selected. */
const besides = 'button, .linenos, .linenodiv, .lineno, .ln, .lnt, .line-numbers, .line-numbers-wrapper, .rouge-gutter, .gp, .hljs-ln-numbers, [aria-hidden="true"]';

/** The class of the block that holds the call. */
const CALL = 's3-cors-call';

/**
 * @param {Element} element
 * @returns {{ text: string } | { href: string } | null}
 */
export function wrappedSource(element) {
  const block = blocks(element).find((candidate) => !isCall(candidate, element));
  if (block) return { text: codeText(block) };
  const link = element.querySelector('a[href]');
  if (link instanceof HTMLAnchorElement) return { href: link.href };
  const text = element.textContent ?? '';
  return text.trim() === '' ? null : { text: trimmed(text) };
}

/**
 * The call as text; null where there is none.
 *
 * @param {Element} element
 */
export function wrappedCall(element) {
  const block = blocks(element).find((candidate) => isCall(candidate, element));
  return block ? codeText(block) : null;
}

/**
 * The text of a code block. Highlighters split lines into elements, and one of them ends a line by <br>.
 *
 * @param {Element} block
 */
export function codeText(block) {
  let text = '';
  /** @param {Node} node */
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
    if (!(node instanceof Element) || (node !== block && node.matches(besides))) return;
    if (node.localName === 'br') text += '\n';
    for (const child of node.childNodes) read(child);
  };
  read(block);
  return trimmed(text);
}

/**
 * The code blocks. Of a table with line numbers beside the code it is the last that has the code.
 *
 * @param {Element} element
 */
function blocks(element) {
  return Array.from(element.querySelectorAll('pre, textarea')).filter((pre) => {
    const table = pre.closest('table');
    return !table || !element.contains(table) || Array.from(table.querySelectorAll('pre')).at(-1) === pre;
  });
}

/**
 * @param {Element} block
 * @param {Element} within
 */
function isCall(block, within) {
  if (block.querySelector(`[class*="${CALL}"], [data-lang="${CALL}"]`)) return true;
  for (let at = block; at !== within; at = at.parentElement ?? within) {
    if (`${at.getAttribute('class')} ${at.getAttribute('data-lang')}`.includes(CALL)) return true;
  }
  return false;
}

/** @param {string} text */
function trimmed(text) {
  return text.replace(/^\s*\n/, '').trimEnd();
}
