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

/** The reasons for which a call is stopped before it is sent, so that no answer failed. */
const unsent = new Set(['scheme-not-http', 'not-same-origin']);

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
  const findings = [...ofS3(text), ...ofConsoles(text), ...ofClients(text), ...ofDialects(text)];
  findings.sort((a, b) => b.rank - a.rank || (a.explanation.span?.start ?? 0) - (b.explanation.span?.start ?? 0));
  const [best, ...others] = findings.map(({ explanation }) => explanation);
  if (best === undefined) return nothing(text);
  const all = [best, ...others];
  // The line of the network beside it names the method of the call.
  const method = best.values.method ?? all.find(({ url, values }) => values.method && url === (best.url ?? url))?.values.method;
  return {
    ...best,
    values: { ...best.values, ...(method && method !== 'OPTIONS' && { method }) },
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

const bareURL = /(?:Failed to load|cannot load|\b(?:GET|HEAD|PUT|POST|PATCH|DELETE|OPTIONS)) (https?:\/\/[^\s<>]+)/;
const quotedURL = /(?:Connecting to|Refused to [\w ]{1,40}|insecure [\w ]{1,40}|mixed active content) '(https?:\/\/\S+)'/;

/**
 * A URL that stands beside what was recognised, in the words of browsers.
 *
 * @param {string} text
 */
function urlBeside(text) {
  const { plain } = compared(text);
  return (bareURL.exec(plain) ?? quotedURL.exec(plain))?.[1].replace(/[:.,']+$/, '') ?? null;
}

/**
 * @param {string} text
 * @returns {Finding[]}
 */
function ofS3(text) {
  return findS3Errors(text).map(({ error, means, assumption, quoted, isSure, values, start, end }) => {
    const isRedirect = means.related.includes('redirect-to-region') && !means.related.includes('rights-shown-as-cors');
    const isHidden = isRedirect || means.related.includes('rights-shown-as-cors');
    return {
      rank: isSure ? 6 : 5,
      explanation: {
        ...blank({ ...means, next: [...named(values), ...means.next] }, { ...values, ...(error.method !== undefined && { method: error.method }), ...(quoted !== undefined && { quoted }) }, { start, end }),
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
    const failed = line.ofPreflight ? 'preflight' : browser === 'chrome' && reason !== undefined && !unsent.has(reason) ? 'response' : null;
    return {
      rank: line.weak || means.weak ? 1 : reason === undefined ? 3 : line.whole ? 4 : 3.5,
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
          url: values.url ?? null,
        },
      },
    ];
  });
}

/** The names that CloudFormation has in a CORS configuration, and how else they are written: in small letters, without the plural. */
const cloudFormationNames = {
  CorsConfiguration: ['corsconfiguration', 'corsconfig'],
  CorsRules: ['corsrule', 'rule', 'cor'],
  AllowedOrigins: ['allowedorigin', 'alloworigin', 'origin'],
  AllowedMethods: ['allowedmethod', 'allowmethod', 'method'],
  AllowedHeaders: ['allowedheader', 'allowheader', 'header'],
  ExposedHeaders: ['exposedheader', 'exposeheader'],
  MaxAge: ['maxage', 'maxagesecond', 'maxageinsecond'],
  Id: ['id'],
};

/**
 * What CloudFormation and R2 say of a configuration in the form of S3 (serverless/serverless 6442, cloudflare/workers-sdk 8486).
 *
 * @param {string} text
 * @returns {Finding[]}
 */
function ofDialects(text) {
  const property = /Encountered unsupported property ["']?(?<member>[\w-]+)/.exec(text);
  const json = /The JSON you provided was not well[ -]formed\.?(?: \[code: 10040\])?|\[code: 10040\]/.exec(text);
  return [
    ...(property === null ? [] : [validation(property, 'unsupported-property', ofProperty(property.groups?.member ?? ''))]),
    ...(json === null ? [] : [validation(json, 'r2-json', r2JSON)]),
  ];
}

/**
 * @param {RegExpExecArray} match
 * @param {string} code
 * @param {Meaning} means
 * @returns {Finding}
 */
function validation({ 0: words, index, groups }, code, means) {
  return { rank: 4.5, explanation: { ...blank(means, { ...groups }, { start: index, end: index + words.length }), kind: 'validation', code } };
}

/** @type {Meaning} */
const r2JSON = {
  cors: 'no',
  meaning: 'Cloudflare R2 cannot read the configuration: wrangler and the API of R2 take JSON of their own form, not that of S3, and nothing has been stored',
  next: ['Paste the configuration here and copy it in the form of R2.', 'Write {"rules": [{"allowed": {"origins": [...], "methods": [...]}}]}, with exposeHeaders and maxAgeSeconds beside allowed.', 'Leave empty lists out.'],
  related: ['wrong-container'],
};

/**
 * @param {string} member
 * @returns {Meaning}
 */
function ofProperty(member) {
  const validate = 'Validate the template here: it names the member that is meant.';
  const small = member.toLowerCase().replace(/[-_]/g, '').replace(/s$/, '');
  const name = Object.entries(cloudFormationNames).find(([, others]) => others.some((other) => isNear(small, other)))?.[0];
  if (name === undefined) return { cors: 'no', meaning: 'CloudFormation does not know the property {member} in the place where it stands', next: ['Look at the spelling of {member} and at what it is indented under.', validate], related: ['misspelled-member'] };
  if (name === member) return { cors: 'no', meaning: 'CloudFormation knows {member}, and not in the place where it stands', next: ['Write CorsConfiguration under Properties of the bucket, CorsRules in it, and the members of each rule in one item of that list.', validate], related: ['wrong-container', 'misspelled-member'] };
  return { cors: 'no', meaning: `CloudFormation does not know the property {member}; in the CORS configuration of a bucket it is ${name}`, next: [`Write ${name} in place of {member}.`, validate], related: ['misspelled-member'] };
}

/**
 * Whether two names differ in no more than one letter, or in the order of two that are neighbours. Short names have to be the same.
 *
 * @param {string} one
 * @param {string} other
 */
function isNear(one, other) {
  if (one === other) return true;
  let [start, end] = [0, 0];
  while (start < one.length && one[start] === other[start]) start++;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [mine, its] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return other.length > 5 && ((mine.length <= 1 && its.length <= 1) || (mine.length === 2 && mine === its[1] + its[0]));
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
  // What a message quotes is in its meaning, and no value of its own.
  const { redirected: _, quoted, ...values } = found;
  const fill = (/** @type {string} */ words) =>
    words.replace(/\{(\w+)\}/g, (_, name, at) => {
      if (name === '1') return quoted === '' && words[at - 1] !== '"' ? '""' : (quoted ?? '');
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
