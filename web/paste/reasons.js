/**
 * What each reason for which a browser blocks a call (Exchange.reason) means for a bucket on S3, and what to look at.
 */

/** @typedef {import('../s3cors.js').Explanation} Explanation */

/**
 * Placeholders in the texts are values that were found; {message} is the message that failed the check.
 *
 * @typedef {object} Meaning
 * @property {Explanation['cors']} cors
 * @property {string} meaning
 * @property {string[]} next
 * @property {Explanation['related']} related
 */

const simulate = 'Simulate the call with this origin, method and header names: the trace names the check of each rule that fails.';
const inFront = 'Look for a CDN, a proxy or another service that answers in place of S3 or changes its headers.';

/** S3 answers a preflight with all that was asked for or refuses it (AWS, "Testing CORS"), so some lines cannot be S3's doing. */
const notOfS3 = 'S3 answers a preflight with everything that it asks for, or refuses it as a whole';

/** @type {Record<string, Meaning>} */
export const preflightMeanings = {
  'acao-missing': {
    cors: 'yes',
    meaning: 'The answer to the preflight has no Access-Control-Allow-Origin: no single rule of the bucket covers the origin, the method and every header name that was asked for',
    next: [
      simulate,
      'Look at the status and the body of the OPTIONS request in the network tab: AccessForbidden is S3 refusing the preflight, which no right and no signature changes.',
      'If a CDN is in front, see that it passes OPTIONS, Origin and the Access-Control-Request headers on.',
    ],
    related: ['presigned-put-headers', 'sdk-checksum-headers', 'method-not-listed', 'origin-differs', 'cdn-without-origin'],
  },
};

/** @type {Record<string, Meaning>} */
export const meanings = {
  'acao-missing': {
    cors: 'yes',
    meaning: 'The {message} has no Access-Control-Allow-Origin: no rule of the bucket covers this origin and method, or something other than S3 answered',
    next: [
      simulate,
      'Load it with the cache disabled: if that works, a response without CORS headers had been kept by the browser or a CDN.',
      'Look at the status: a 403 or 404 has a cause of its own, which script can read once a rule matches.',
    ],
    related: ['headers-missing', 'origin-differs', 'method-not-listed', 'cached-without-origin', 'cdn-without-origin', 'rights-shown-as-cors'],
  },
  'acao-mismatch': {
    cors: 'yes',
    meaning: 'Access-Control-Allow-Origin is {acao}, and the browser wants exactly {origin}',
    next: [
      'Look for a cache or a CDN that hands out a response made for another origin: S3 sends * or the very origin of the request.',
      'See that nothing in front of S3 adds an Access-Control-Allow-Origin of its own.',
      'Put Origin into the cache key of the CDN.',
    ],
    related: ['cdn-without-origin', 'cached-without-origin', 'origin-differs'],
  },
  'acao-wildcard-with-credentials': {
    cors: 'yes',
    meaning: 'The call is made with credentials, and Access-Control-Allow-Origin: * does not cover those',
    next: [
      "Make the call without credentials (credentials: 'omit', withCredentials = false): a presigned URL needs no cookies.",
      'Or list the origin of the page in place of * in AllowedOrigins: S3 then sends it back and allows credentials.',
    ],
    related: ['credentials'],
  },
  'acac-not-true': {
    cors: 'yes',
    meaning: 'The call is made with credentials, and Access-Control-Allow-Credentials is not "true" but "{acac}"',
    next: [
      inFront,
      'List the origin of the page in AllowedOrigins, and no * beside it: S3 then sends Access-Control-Allow-Credentials: true.',
      "Or make the call without credentials (credentials: 'omit', withCredentials = false).",
    ],
    related: ['credentials'],
  },
  'preflight-status-not-ok': {
    cors: 'yes',
    meaning: 'Only a status from 200 to 299 will do for a preflight, and this one was answered with {status}',
    next: [
      simulate,
      'Look at the body of the OPTIONS request in the network tab: AccessForbidden is S3 refusing the preflight; anything else came from a server in front of it.',
      'If a CDN is in front, see that it allows OPTIONS.',
    ],
    related: ['presigned-put-headers', 'sdk-checksum-headers', 'method-not-listed', 'cdn-without-origin'],
  },
  'preflight-redirect': {
    cors: 'no',
    meaning: 'The preflight was answered with a redirect, which no browser follows: on S3 the URL names another region than the bucket’s, and the CORS configuration is not the cause',
    next: [
      'Use the regional endpoint in the URL: BUCKET.s3.REGION.amazonaws.com.',
      'Set the region of the client that signs the URL to that of the bucket.',
      'See that the URL has https: and no needless slash, if the server is not S3.',
    ],
    related: ['redirect-to-region'],
  },
  'acam-unparsable': { cors: 'yes', meaning: 'Access-Control-Allow-Methods holds something that is no list of methods, which S3 never sends', next: [inFront], related: ['cdn-without-origin'] },
  'acah-unparsable': { cors: 'yes', meaning: 'Access-Control-Allow-Headers holds something that is no list of header names, which S3 never sends', next: [inFront], related: ['cdn-without-origin'] },
  'method-not-allowed': {
    cors: 'yes',
    meaning: `The preflight was answered, and Access-Control-Allow-Methods does not list {method}; ${notOfS3}`,
    next: [
      'Add {method} to AllowedMethods of the rule for this origin; S3 knows GET, PUT, HEAD, POST and DELETE, in capitals.',
      inFront,
      'Write the method in capitals in the script: fetch() leaves patch as it is.',
    ],
    related: ['method-not-listed', 'unsupported-method', 'cdn-without-origin'],
  },
  'header-not-allowed': {
    cors: 'yes',
    meaning: `The preflight was answered, and Access-Control-Allow-Headers does not list {header}; ${notOfS3}`,
    next: [
      'Add {header} to AllowedHeaders of the rule for this origin, or do not send it.',
      inFront,
      'Simulate the preflight to see what S3 itself answers.',
    ],
    related: ['presigned-put-headers', 'sdk-checksum-headers', 'cdn-without-origin'],
  },
  'redirect-url-has-credentials': { cors: 'no', meaning: 'The server redirects to a URL with a user name or a password, which browsers refuse across origins', next: ['Take the user name and the password out of the Location that the server sends.'], related: [] },
  'redirect-scheme-not-http': { cors: 'no', meaning: 'The server redirects to a URL that is neither http: nor https:', next: ['Look at the Location header of the redirect.'], related: [] },
  'scheme-not-http': { cors: 'no', meaning: 'Only http: and https: URLs can be called from another origin', next: ['Look at the beginning of the URL in the script.', 'Serve the page over http or https, not from a file.'], related: ['origin-null'] },
  'not-same-origin': { cors: 'no', meaning: 'The script asked for mode same-origin, which never reaches another origin', next: ["Leave mode: 'same-origin' out of the call."], related: [] },
  'too-many-redirects': { cors: 'no', meaning: 'The servers redirect more than 20 times, which is most likely a circle', next: ['Follow the redirects with "curl -sIL URL".', 'Use the regional endpoint of the bucket in the URL.'], related: ['redirect-to-region'] },
};
