/**
 * The page as it opens, answered ahead: what its own panes draw of its opening example with the module's answers. The browser shows it before
 * the scripts are there, and page/ahead.js makes the panes in its place.
 */

import { Worker } from 'node:worker_threads';

/** @type {Promise<string> | undefined} */
let drawn;

/**
 * What the body of the page holds then. It is worked out once.
 *
 * @returns {Promise<string>}
 */
export function drawAhead() {
  drawn ??= new Promise((done, failed) => {
    const worker = new Worker(new URL('ahead-worker.js', import.meta.url));
    worker.once('message', (body) => {
      done(body);
      void worker.terminate();
    });
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('the page did not come to its answer')));
  });
  return drawn;
}

/**
 * Puts into index.html what is drawn ahead, and before the verdict that which says that the page waits: it is shown where the address asks for
 * something else.
 *
 * @param {string} html
 * @param {string} body
 */
export function withAhead(html, body) {
  const verdict = /<section class="verdict[^]*?<\/section>\n?/;
  const [own] = verdict.exec(html) ?? [''];
  if (own === '') throw new Error('index.html has no verdict');
  const waiting = own.replace('id="verdict"', 'id="waiting"').replace(/ (?:id="verdict-\w+"|tabindex="-1")/g, '').replace(/<p class="vh"[^>]*><\/p>\n/, '');
  return html.replace(/<body>[^]*<\/body>/, () => `<body>\n${body.replace(verdict, (drawn) => `${waiting}${drawn}<script src="page/first.js"></script>\n`)}\n</body>`);
}
