/**
 * What runs in the engine: makes calls, and says what script saw of each. A classic script, since WebDriver reaches only
 * what is global.
 */

// This is no module, and its names stay out of the other files' way.
(() => {
  /** @typedef {import('../../s3cors.js').FetchCall} FetchCall */

  /**
   * What script saw. `sent` is all that it learns of a beacon or a form.
   *
   * @typedef {object} Seen
   * @property {'readable' | 'opaque' | 'blocked' | 'threw' | 'sent' | 'timeout'} outcome
   * @property {number} [status]
   * @property {string[]} [headers] names of the response's headers that script can read, sorted
   * @property {string} [exception]
   */

  const patience = 8000;

  /**
   * The scripts whose exceptions the page was told in full, as it is only of those that it may read.
   *
   * @type {Set<string>}
   */
  const loud = new Set();
  addEventListener('error', (event) => {
    const id = /aloud (\w+)/.exec(event.message ?? '')?.[1];
    if (id) loud.add(id);
  });

  /**
   * Makes all calls at once. In a page that holds a frame, the frame makes them.
   *
   * @param {[id: string, call: FetchCall][]} calls
   * @returns {Promise<[id: string, seen: Seen][]>}
   */
  function perform(calls) {
    const frame = document.querySelector('iframe');
    if (frame && location.pathname === '/null') return inFrame(frame, calls);
    return Promise.all(calls.map(async ([id, call]) => /** @type {[string, Seen]} */ ([id, await within(patience, makeCall(id, call))])));
  }

  /**
   * @param {HTMLIFrameElement} frame
   * @param {[string, FetchCall][]} calls
   * @returns {Promise<[string, Seen][]>}
   */
  function inFrame(frame, calls) {
    return new Promise((resolve) => {
      addEventListener('message', (event) => resolve(event.data), { once: true });
      frame.contentWindow?.postMessage(calls, '*');
    });
  }
  if (parent !== window) {
    addEventListener('message', async (event) => {
      if (Array.isArray(event.data)) parent.postMessage(await perform(event.data), '*');
    });
  }

  /**
   * @param {number} milliseconds
   * @param {Promise<Seen>} seen
   * @returns {Promise<Seen>}
   */
  function within(milliseconds, seen) {
    return Promise.race([seen, new Promise((resolve) => setTimeout(() => resolve({ outcome: 'timeout' }), milliseconds))]);
  }

  /**
   * @param {string} id
   * @param {FetchCall} call
   * @returns {Promise<Seen>}
   */
  async function makeCall(id, call) {
    try {
      switch (call.via ?? 'fetch') {
        case 'fetch': return await callFetch(call);
        case 'xhr': return await callXHR(call);
        case 'beacon': return callBeacon(call);
        case 'form': return callForm(id, call);
        default: return await loadElement(id, call);
      }
    } catch (error) {
      return { outcome: 'threw', exception: String(error) };
    }
  }

  /** @param {FetchCall} call @returns {Promise<Seen>} */
  async function callFetch(call) {
    const init = () => /** @type {RequestInit} */ ({
      ...(call.method === undefined ? {} : { method: call.method }),
      ...(call.headers === undefined ? {} : { headers: call.headers }),
      ...(call.credentials === undefined ? {} : { credentials: call.credentials }),
      ...(call.mode === undefined ? {} : { mode: call.mode }),
      ...(bodyOf(call) === undefined ? {} : { body: bodyOf(call) }),
      ...(call.body === 'stream' ? { duplex: 'half' } : {}),
    });
    new Request(call.url, init()); // what throws here is refused before anything is sent
    try {
      const response = await fetch(call.url, init());
      const opaque = response.type === 'opaque' || response.type === 'opaqueredirect';
      return { outcome: opaque ? 'opaque' : 'readable', status: response.status, headers: [...response.headers.keys()].sort() };
    } catch (error) {
      return { outcome: 'blocked', exception: String(error) };
    }
  }

  /** @param {FetchCall} call @returns {Promise<Seen>} */
  async function callXHR(call) {
    const request = new XMLHttpRequest();
    request.open(call.method ?? 'GET', call.url);
    const { headers = [] } = call;
    for (const [name, value] of Array.isArray(headers) ? headers : Object.entries(headers)) request.setRequestHeader(name, value);
    request.withCredentials = call.credentials === 'include';
    if (call.uploadListener) request.upload.addEventListener('progress', () => {});
    const ended = new Promise((resolve) => request.addEventListener('loadend', resolve));
    request.send(/** @type {XMLHttpRequestBodyInit} */ (bodyOf(call)) ?? null);
    await ended;
    if (request.status === 0) return { outcome: 'blocked' };
    const names = request.getAllResponseHeaders().split('\r\n').filter(Boolean).map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
    return { outcome: 'readable', status: request.status, headers: names.sort() };
  }

  /** @param {FetchCall} call @returns {Seen} */
  function callBeacon(call) {
    navigator.sendBeacon(call.url, /** @type {BodyInit} */ (bodyOf(call)) ?? null);
    return { outcome: 'sent' };
  }

  /** @param {string} id @param {FetchCall} call @returns {Seen} */
  function callForm(id, call) {
    const target = document.createElement('iframe');
    target.name = id;
    const form = document.createElement('form');
    const field = document.createElement('input');
    field.name = 'field';
    form.append(field);
    form.target = id;
    form.action = call.url;
    form.method = call.method ?? 'get';
    if (call.body === 'form-data') form.enctype = 'multipart/form-data';
    if (call.body === 'string') form.enctype = 'text/plain';
    document.body.append(target, form);
    form.submit();
    return { outcome: 'sent' };
  }

  /** @param {string} id @param {FetchCall} call @returns {Promise<Seen>} */
  async function loadElement(id, call) {
    if (call.via === 'font') {
      return new FontFace(id, `url("${call.url}")`).load().then(() => ({ outcome: 'readable' }), () => ({ outcome: 'blocked' }));
    }
    const element = elementFor(call);
    if (call.crossorigin !== undefined) element.setAttribute('crossorigin', call.crossorigin);
    const loaded = new Promise((resolve) => {
      element.addEventListener(call.via === 'media' ? 'loadedmetadata' : 'load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
    });
    element.setAttribute(call.via === 'stylesheet' ? 'href' : 'src', call.url);
    document.body.append(element);
    if (!await loaded) return { outcome: 'blocked' };
    return { outcome: await canRead(id, element, call) ? 'readable' : 'opaque' };
  }

  /** @param {FetchCall} call */
  function elementFor(call) {
    switch (call.via) {
      case 'script': return document.createElement('script');
      case 'stylesheet': return Object.assign(document.createElement('link'), { rel: 'stylesheet' });
      case 'media': return document.createElement('video');
      default: return document.createElement('img');
    }
  }

  /**
   * Whether script can read what an element has loaded. Of sound it cannot be told in time, so the attribute decides.
   *
   * @param {string} id
   * @param {HTMLElement} element
   * @param {FetchCall} call
   */
  async function canRead(id, element, call) {
    try {
      if (element instanceof HTMLLinkElement) return (element.sheet?.cssRules.length ?? 0) > 0;
      if (element instanceof HTMLImageElement) {
        const context = document.createElement('canvas').getContext('2d');
        context?.drawImage(element, 0, 0);
        return context?.getImageData(0, 0, 1, 1) !== undefined;
      }
      if (element instanceof HTMLScriptElement) {
        await new Promise((later) => setTimeout(later, 50)); // Firefox tells of exceptions later
        return loud.has(id);
      }
      return call.crossorigin !== undefined || new URL(call.url).origin === origin;
    } catch {
      return false;
    }
  }

  /**
   * @param {FetchCall} call
   * @returns {BodyInit | undefined}
   */
  function bodyOf({ body = 'none' }) {
    switch (body) {
      case 'none': return undefined;
      case 'string': return 'text';
      case 'urlencoded': return new URLSearchParams({ field: 'text' });
      case 'form-data': {
        const form = new FormData();
        form.append('field', 'text');
        return form;
      }
      case 'bytes': return new Uint8Array([116]);
      case 'stream': return new Blob(['text']).stream();
      default: return new Blob(['text'], { type: body.type });
    }
  }

  /**
   * Where no driver reaches the page, it asks for its work at a port, and follows it to other pages.
   *
   * @param {string} port
   */
  async function askForWork(port) {
    const work = await (await fetch(`http://127.0.0.1:${port}/work`)).json();
    if (work.url) {
      location.href = `${work.url}#${port}`;
      if (location.href.startsWith(`${work.url}#`)) location.reload();
      return;
    }
    await fetch(`http://127.0.0.1:${port}/done`, { method: 'POST', body: JSON.stringify(await perform(work.calls)) });
    await askForWork(port);
  }
  if (/^#\d+$/.test(location.hash)) addEventListener('load', () => askForWork(location.hash.slice(1)));

  Object.assign(window, { perform });
})();
