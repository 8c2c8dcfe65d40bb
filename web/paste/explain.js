/**
 * explain of the API: what a pasted line of a console, an error of S3's or of an SDK's means, and whether it is CORS at all.
 */

import { clientLines, consoleMeanings } from './client-lines.js';
import { compared, findConsoleLines } from './console.js';
import { pastedText } from './notes.js';
import { meanings, preflightMeanings } from './reasons.js';
import { findS3Errors } from './s3-text.js';

/** @typedef {import('../s3cors.js').Explanation} Explanation */
/** @typedef {import('./reasons.js').Meaning} Meaning */
/** @typedef {import('./console.js').FoundLine} FoundLine */

/**
 * Something that was recognised: how much it says, and the explanation that it is.
 *
 * @typedef {{ rank: number, explanation: Explanation }} Finding
 */

/** Longer texts are read up to here. */
const most = 1 << 16;

const hiddenError = 'S3 adds CORS headers to an error only where a rule matches the request; where none does, the browser reports the missing Access-Control-Allow-Origin and hides this error';
const hiddenBucket = 'Without a bucket there is no CORS configuration to answer from, so that the browser reports the missing Access-Control-Allow-Origin and hides this error';
const hiddenRedirect = 'A preflight follows no redirect, and the browser words that as a CORS failure';

/**
 * @param {unknown} value
 * @returns {Explanation}
 */
export function explain(value) {
  const text = pastedText('explain', value).slice(0, most);
  const findings = [...ofS3(text), ...ofConsoles(text), ...ofClients(text)];
  findings.sort((a, b) => b.rank - a.rank || (a.explanation.span?.start ?? 0) - (b.explanation.span?.start ?? 0));
  const [best, ...others] = findings.map(({ explanation }) => explanation);
  if (best === undefined) return nothing(text);
  const all = [best, ...others];
  return {
    ...best,
    browser: best.browser ?? firstOf(all, 'browser'),
    origin: best.origin ?? firstOf(all, 'origin') ?? /Origin '([^'\s]+)' is therefore/.exec(text)?.[1] ?? null,
    url: best.url ?? firstOf(all, 'url') ?? urlBeside(text),
    also: others.flatMap(({ kind, code, span }) => (kind !== null && code !== null && span !== null ? [{ kind, code, span }] : [])),
  };
}

/**
 * @template {'browser' | 'origin' | 'url'} Name
 * @param {Explanation[]} all
 * @param {Name} name
 * @returns {Explanation[Name]}
 */
function firstOf(all, name) {
  return all.find((one) => one[name] !== null)?.[name] ?? /** @type {Explanation[Name]} */ (null);
}

/** @param {string} text */
function urlBeside(text) {
  return /(?:Failed to load|\b(?:GET|HEAD|PUT|POST|DELETE|OPTIONS)) (https?:\/\/[^\s'"<>]+?):?(?=\s|$)/.exec(text)?.[1] ?? null;
}

/**
 * @param {string} text
 * @returns {Finding[]}
 */
function ofS3(text) {
  return findS3Errors(text).map(({ error, means, assumption, isSure, values, start, end }) => {
    const isRedirect = means.related.includes('redirect-to-region') && !means.related.includes('rights-shown-as-cors');
    const isHidden = isRedirect || means.related.includes('rights-shown-as-cors');
    return {
      rank: isSure ? 6 : 5,
      explanation: {
        ...blank({ ...means, next: [...named(values), ...means.next] }, { ...values, ...(error.method !== undefined && { method: error.method }) }, { start, end }),
        kind: 's3-error',
        code: error.code,
        reason: means.reason ?? null,
        failed: means.reason === undefined ? null : 'preflight',
        error,
        shownAsCORS: means.cors !== 'no' || !isHidden ? null : means.unseen ? hiddenBucket : isRedirect ? hiddenRedirect : hiddenError,
        assumption: assumption ?? null,
      },
    };
  });
}

/**
 * What S3 itself says to use (its error document, elements Endpoint and Region).
 *
 * @param {Record<string, string>} values
 */
function named(values) {
  return [
    ...(values.Endpoint === undefined ? [] : ['Use the endpoint that S3 names: {Endpoint}.']),
    ...(values.Region === undefined ? [] : ['Sign for the region that S3 names: {Region}.']),
  ];
}

/**
 * @param {string} text
 * @returns {Finding[]}
 */
function ofConsoles(text) {
  return findConsoleLines(compared(text)).map((line) => {
    const means = meaningOf(line);
    const { browser, code, reason, values, start, end } = line;
    const failed = line.ofPreflight ? 'preflight' : browser === 'chrome' && reason !== undefined ? 'response' : null;
    return {
      rank: 'weak' in means && means.weak ? 1 : reason === undefined ? 3 : line.whole ? 4 : 3.5,
      explanation: {
        ...blank(means, values, { start, end }),
        kind: 'console',
        code,
        reason: reason === 'header-not-allowed' ? `${reason}:${(values.header ?? '').toLowerCase()}` : (reason ?? null),
        failed,
        browser,
        origin: values.origin ?? null,
        url: values.url ?? null,
      },
    };
  });
}

/**
 * @param {FoundLine} line
 * @returns {Meaning & { weak?: boolean }}
 */
function meaningOf({ browser, code, reason, ofPreflight, values }) {
  if (reason === undefined) {
    const shared = code.startsWith('summary-') ? 'summary' : /AllowPrivateNetwork$/.test(code) ? 'privateNetwork' : /Deprecation$|^authorization-/.test(code) ? 'authorizationByWildcard' : code;
    return consoleMeanings[shared] ?? consoleMeanings.summary;
  }
  const means = (ofPreflight ? preflightMeanings[reason] : undefined) ?? meanings[reason];
  if (reason !== 'acao-missing' || ofPreflight) return means;
  const isSafari = browser === 'safari';
  const missing = isSafari ? 'Access-Control-Allow-Origin is missing, or is not {origin}; Safari does not say which' : means.meaning;
  if (!/^[345]\d\d$/.test(values.status ?? '')) return { ...means, meaning: missing };
  return {
    ...means,
    cors: 'perhaps',
    meaning: `${missing}; the status is ${values.status}, which may have a cause of its own`,
    next: [
      'See in the network tab which request failed: if it is the OPTIONS, S3 refused the preflight, which is CORS; if it is the call itself, look at its body for rights, signature or key.',
      ...means.next.slice(0, 2),
    ],
  };
}

/**
 * @param {string} text
 * @returns {Finding[]}
 */
function ofClients(text) {
  return clientLines.flatMap((line) => {
    const match = line.pattern.exec(text);
    if (match === null) return [];
    const means = (line.reason !== undefined && meanings[line.reason]) || line;
    /** @type {Record<string, string>} */
    const values = {};
    for (const [name, value] of Object.entries(match.groups ?? {})) if (value !== undefined) values[name] = value;
    return [
      {
        rank: line.weak ? 1 : line.reason !== undefined ? 3.5 : line.kind === 'validation' || line.kind === 'client-error' ? 4.5 : 3,
        explanation: {
          ...blank(means, values, { start: match.index, end: match.index + match[0].length }),
          kind: line.kind,
          code: line.code,
          reason: line.reason ?? null,
          failed: line.reason?.startsWith('preflight') ? /** @type {const} */ ('preflight') : null,
          browser: line.browser ?? null,
        },
      },
    ];
  });
}

/** What stands in place of a value that the text does not name. */
const unnamed = /** @type {Record<string, string>} */ ({ method: 'the method', header: 'the header', acao: 'another value', acac: '', origin: 'the origin of the page', status: 'another', member: 'that it names' });

/**
 * An explanation with nothing in it but a meaning.
 *
 * @param {Meaning} means
 * @param {Record<string, string>} found
 * @param {import('../s3cors.js').Span} span
 * @returns {Explanation}
 */
function blank({ cors, meaning, next, related }, found, span) {
  const { redirected: _, ...values } = found;
  const fill = (/** @type {string} */ words) =>
    words.replace(/\{(\w+)\}/g, (_, name) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (name === 'message') return 'response';
      if (value === undefined || (value === '' && name !== 'acac')) return unnamed[name] ?? '';
      return name === 'status' ? (/^\d+$/.test(value) ? `the status ${value}` : 'no status') : name === 'acao' ? `"${value}"` : value;
    });
  return {
    kind: null, code: null, reason: null, cors, failed: null, meaning: fill(meaning), next: next.map(fill), browser: null, origin: null, url: null,
    error: null, shownAsCORS: null, values, assumption: null, related, span, also: [],
  };
}

/**
 * @param {string} text
 * @returns {Explanation}
 */
function nothing(text) {
  return {
    ...blank(
      {
        cors: 'perhaps',
        meaning: text.trim() === '' ? 'There is no text' : 'The text holds no line of a console, no error of S3 and no error of an SDK that is known here',
        next: [
          'Paste the whole line of the browser’s console, from "Access to fetch at", "Cross-Origin Request Blocked" or "Origin ... is not allowed" on.',
          'Or paste the XML document that S3 answered with: it is in the network tab, under Response.',
          'Or paste the error that the SDK or the command printed.',
        ],
        related: [],
      },
      {},
      { start: 0, end: 0 },
    ),
    span: null,
  };
}
