// What cannot wait for the page's modules: index.html has it run when the verdict is there, before anything is drawn.

{
  /** Milliseconds after which nothing waits any more for what is drawn to be on screen. */
  const LATEST = 1_000;
  // What the build has drawn is the answer to the opening example. It is not shown where the address asks for something else.
  const isAsked = /^#(?:\d|example\/)/.test(location.hash);
  document.documentElement.dataset.asked = isAsked ? 'yes' : 'no';
  // Where it is shown it comes on screen first: all the processor there is would compile meanwhile.
  const drawn = isAsked || document.hidden ? Promise.resolve() : new Promise((done) => {
    setTimeout(done, LATEST);
    new PerformanceObserver((entries) => entries.getEntriesByName('first-contentful-paint').length > 0 && done(undefined)).observe({ type: 'paint', buffered: true });
  });
  // The verdict comes on screen by itself, and then the rest of what is drawn ahead, all of which has been read by then.
  document.addEventListener('readystatechange', () => drawn.then(() => document.getElementById('later')?.removeAttribute('hidden')));
  // The module has the longest way. engine.js goes on with it; modules as they are written have no name for it, and it asks by itself.
  const url = document.currentScript?.dataset.module;
  const module = url && 'compileStreaming' in WebAssembly ? drawn.then(() => WebAssembly.compileStreaming(fetch(url))) : undefined;
  module?.catch(() => {}); // engine.js tries again
  Object.assign(globalThis, { s3corsFirst: { drawn, module } });
}
