// The page in a frame, for sites that run no script of others: embed.html?view=result&theme=dark&readonly#1…, where the fragment is
// that of a link of the page. It tells the page around how high it is, takes nothing from it, and asks nobody for anything.

import './element/define.js';

const query = new URLSearchParams(location.search);
const element = document.createElement('s3-cors-editor');
for (const name of ['view', 'theme', 'readonly']) {
  const value = query.get(name);
  if (value !== null) element.setAttribute(name, value);
}
if (element.theme === 'light' || element.theme === 'dark') document.documentElement.dataset.theme = element.theme;

/** What the address says, now and when it changes. */
function show() {
  if (/^#\d/.test(location.hash)) element.link = location.hash;
  const open = document.getElementById('open');
  if (open instanceof HTMLAnchorElement) open.href = `./${location.hash}`;
}

show();
addEventListener('hashchange', show);
document.addEventListener('s3cors-error', ({ detail: { error } }) => {
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.textContent = error instanceof Error ? error.message : String(error);
  document.body.prepend(told);
});
document.body.prepend(element);

const around = originAround();
if (around !== null) {
  new ResizeObserver(() => {
    parent.postMessage({ type: 's3cors-size', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, around);
  }).observe(document.documentElement);
}

/** The origin of the page around, which alone is told; null where there is none, or nobody says which it is. */
function originAround() {
  if (parent === window) return null;
  // Not all browsers have ancestorOrigins; the referrer of a frame is the page around it.
  const { ancestorOrigins } = /** @type {{ ancestorOrigins?: DOMStringList }} */ (/** @type {unknown} */ (location));
  const origin = ancestorOrigins?.[0] ?? (URL.canParse(document.referrer) ? new URL(document.referrer).origin : 'null');
  return origin === 'null' ? null : origin;
}
