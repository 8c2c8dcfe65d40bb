// What cannot wait for the page's modules: index.html has it run when the verdict is there, before anything is drawn.

{
  /** Milliseconds after which nothing waits any more for what is drawn to be on screen. */
  const LATEST = 1_000;
  const { dataset } = document.documentElement;
  const { hash } = location;
  try {
    dataset.theme = localStorage['s3cors.theme'] ?? '';
  } catch {
    // A browser that keeps nothing has no theme of an earlier visit.
  }
  // What the build has drawn is the answer to the opening example: it is not shown where the address asks for something else. An anchor leads
  // to somewhere in it.
  dataset.shown = /^#(?:\d|example\/)/.test(hash) ? 'waiting' : hash || document.hidden ? 'all' : 'verdict';
  // It comes on screen first, the verdict by itself and the rest with the next frame: all the processor there is would compile meanwhile.
  const drawn = dataset.shown === 'waiting' || document.hidden ? Promise.resolve() : new Promise((done) => {
    const showAll = () => (dataset.shown = 'all');
    setTimeout(() => done(showAll()), LATEST);
    new PerformanceObserver((entries) => {
      if (entries.getEntriesByName('first-contentful-paint').length === 0) return;
      showAll();
      requestAnimationFrame(() => setTimeout(done));
    }).observe({ type: 'paint', buffered: true });
  });
  // The module has the longest way. engine.js goes on with it; modules as they are written have no name for it, and it asks by itself.
  const url = document.currentScript?.dataset.module;
  const module = url && 'compileStreaming' in WebAssembly ? drawn.then(() => WebAssembly.compileStreaming(fetch(url))) : undefined;
  module?.catch(() => {}); // engine.js tries again
  Object.assign(globalThis, { s3corsFirst: { drawn, module } });
}
