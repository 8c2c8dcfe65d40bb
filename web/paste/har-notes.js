/**
 * What there is to say of a HAR file. A path counts the entries of the file.
 */

import { listed } from './notes.js';
import { mostCharacters, mostEntries } from './har-text.js';

/** @typedef {import('../s3cors.js').Diagnostic} Diagnostic */
/** @typedef {import('./har-entry.js').Entry} Entry */

export class HARNotes {
  /** @type {Diagnostic[]} */
  diagnostics = [];

  /**
   * Says it once, and counts how often it holds.
   *
   * @param {Omit<Diagnostic, 'path' | 'parameters'> & { parameters?: Diagnostic['parameters'] }} note
   * @param {Entry} [entry] the first that it holds of
   */
  #add(note, entry) {
    const said = this.diagnostics.find(({ code }) => code === note.code);
    if (said !== undefined) said.parameters.count = Number(said.parameters.count) + 1;
    else this.diagnostics.push({ path: entry === undefined ? '' : `log.entries[${entry.index}]`, ...note, parameters: { count: 1, ...note.parameters } });
  }

  noFile() {
    this.#add({
      code: 'har-not-found',
      severity: 'error',
      topic: 'syntax',
      message: 'The text is no HAR file: it has no list of entries',
      help: 'Save all requests as HAR in the network tab of the developer tools, and give the whole file.',
    });
  }

  /**
   * What holds of the file as a whole.
   *
   * @param {import('./har-text.js').Log} log
   * @param {number} requests
   * @param {number} calls
   */
  ofFile({ entries, short }, requests, calls) {
    if (short !== null) {
      const reasons = {
        'cut-off': 'The file breaks off, or is no JSON from there on,',
        'too-long': `The file is longer than ${mostCharacters / 2 ** 20} MB`,
        'too-many': `The file has more than ${mostEntries} entries`,
      };
      this.#add({
        code: 'har-cut-off',
        severity: 'warning',
        topic: 'syntax',
        message: `${reasons[short]} and its first ${entries.length} entries are read`,
        help: 'Save the file again, with fewer requests in the network tab, if calls are missing.',
        parameters: { entries: entries.length },
      });
    }
    if (calls === 0) {
      this.#add({
        code: 'no-cross-origin-calls',
        severity: 'info',
        topic: 'origin',
        message: `The file has ${requests === 1 ? 'one request' : `${requests} requests`}, and none that a page makes to another origin`,
        help: 'Open the network tab before the page makes its calls, and save the file after them.',
        parameters: { requests },
      });
    }
  }

  /** @param {number} most */
  tooManyCalls(most) {
    this.#add({ code: 'too-many-calls', severity: 'warning', topic: 'limit', message: `The file has more than ${most} different calls, of which the first are listed`, parameters: { most } });
  }

  /** @param {Entry} entry */
  pageUnknown(entry) {
    this.#add(
      {
        code: 'page-unknown',
        severity: 'warning',
        topic: 'origin',
        message: 'The file does not say which page makes a request: it has neither Origin nor Referer, and the page no URL',
        help: 'Save the file with the developer tools of the browser in which the page was open.',
      },
      entry,
    );
  }

  /** @param {Entry} entry */
  withCredentials(entry) {
    this.#add(
      {
        code: 'cookies',
        severity: 'info',
        topic: 'header',
        message: 'A request was sent with credentials, and its call is read so',
        help: 'Leave credentials out of the call, if the page does not need them: S3 itself has no use for cookies.',
      },
      entry,
    );
  }

  /** @param {Entry} entry */
  preflightAlone(entry) {
    this.#add(
      { code: 'preflight-alone', severity: 'info', topic: 'method', message: 'A preflight has no request after it, and the call is the one that it asks for, whose header values are not known' },
      entry,
    );
  }

  /**
   * @param {Entry} entry
   * @param {string[]} names
   */
  valuesUnknown(entry, names) {
    this.#add(
      {
        code: 'header-values-unknown',
        severity: 'info',
        topic: 'header',
        message: `The file leaves out ${listed(names)}, which a preflight asks for, so that only the name is known`,
        parameters: { headers: names.join(', ') },
      },
      entry,
    );
  }
}
