// Keeps the page's own files, so that it opens without a network. VERSION and FILES are written in when the page is built: another
// version is another cache. It is taken at the next load, and the old one goes when no page of it is open any more.

/** @type {string} */
// @ts-expect-error It is defined by the build.
const version = VERSION;
/** @type {string[]} */
// @ts-expect-error The same.
const files = FILES;

const PREFIX = 's3cors ';
const ours = PREFIX + version;
const worker = /** @type {any} */ (globalThis);

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(path, event.request));
});

// A page says that it is shown. If it is the only one, nobody needs the files of another version.
worker.addEventListener('message', (/** @type {any} */ event) => event.waitUntil(tidy()));

async function keep() {
  const cache = await caches.open(ours);
  // The names of all others change with what is in them, and the browser's cache may have them.
  await cache.addAll(files.map((path) => new Request(path, { cache: path === 'index.html' ? 'reload' : 'default' })));
}

async function tidy() {
  const { installing, waiting } = worker.registration;
  if (installing || waiting || (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).length > 1) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== ours) await caches.delete(name);
  }
}

/**
 * Which file of the page a request is for; null where it is for none.
 *
 * @param {Request} request
 */
function pathOf(request) {
  const { scope } = worker.registration;
  const url = request.url.replace(/[?#].*$/s, '');
  if (request.method !== 'GET' || !url.startsWith(scope)) return null;
  const path = url.slice(scope.length) || 'index.html';
  return files.includes(path) || /-\w{8,10}\.\w+$/.test(path) ? path : null;
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function answer(path, request) {
  const own = await (await caches.open(ours)).match(path, { ignoreVary: true });
  // A page of the version before may ask for a part of it that is loaded later.
  return own ?? (await caches.match(path, { ignoreVary: true })) ?? fetch(request);
}
