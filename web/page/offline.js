// Has the page kept for when there is no network. A build names the script that does it; the modules as they are have none, and a
// single file needs none.

/** Call it when the page is shown. */
export async function keepOffline() {
  const script = document.documentElement.dataset.offline;
  if (!script || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(trusted(script));
    navigator.serviceWorker.controller?.postMessage('shown');
  } catch {
    // A browser may refuse it, in a private window for one: the page then needs the network, and works.
  }
}

/**
 * The page's policy takes no address of a script that is a mere string (Trusted Types, TrustedScriptURL).
 *
 * @param {string} script
 */
function trusted(script) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  const url = new URL(script, document.baseURI).href;
  return trustedTypes ? trustedTypes.createPolicy('s3cors', { createScriptURL: () => url }).createScriptURL(script) : url;
}
