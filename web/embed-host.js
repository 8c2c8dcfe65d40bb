// For pages that hold embed.html in a frame and run a script of their own: gives each frame the height that it asks for.
//
//     <iframe src="https://cors.example/embed.html?view=result#1…" title="A CORS configuration" loading="lazy"></iframe>
//     <script type="module" src="embed-host.js"></script>

/** Pixels. No frame gets more, whatever it asks for. */
const HIGHEST = 20_000;

addEventListener('message', ({ data, origin, source }) => {
  const height = heightOf(data);
  if (height === null) return;
  // Only a frame of this page that was sent to an embed.html may speak, and only for itself and from that origin.
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source && originOf(frame) === origin) frame.style.height = `${height}px`;
  }
});

/** @param {unknown} data */
function heightOf(data) {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 's3cors-size' || !('height' in data)) return null;
  const { height } = data;
  return typeof height === 'number' && height > 0 && height <= HIGHEST ? Math.ceil(height) : null;
}

/**
 * The origin that a frame was sent to; null where that is no embed.html.
 *
 * @param {HTMLIFrameElement} frame
 */
function originOf(frame) {
  if (!URL.canParse(frame.src)) return null;
  const { origin, pathname } = new URL(frame.src);
  return pathname.endsWith('/embed.html') ? origin : null;
}
