/**
 * What earlier releases printed, which questions and their answers quote to this day, and lines whose end was cut off. Each has
 * the name of today's line that says the same.
 */

import { check, disallowed, policy } from './console-lines.js';

/** @typedef {import('../s3cors.js').Browser} Browser */
/** @typedef {import('./console-lines.js').ConsoleLine} ConsoleLine */

const missing = "No 'Access-Control-Allow-Origin' header";
const wildcard = "A wildcard '*' cannot be used in the 'Access-Control-Allow-Origin' header when the credentials flag is true.";
const credentials = "Credentials flag is 'true', but the 'Access-Control-Allow-Credentials' header is '{acac}'. It must be 'true' to allow credentials.";
const germanDisallowed = 'Quellübergreifende (Cross-Origin) Anfrage blockiert: Die Gleiche-Quelle-Regel verbietet das Lesen der externen Ressource auf {url}';

/** @type {Record<Browser, ConsoleLine[]>} */
export const earlierLines = {
  chrome: [
    { code: 'kWildcardOriginNotAllowed', text: wildcard, reason: 'acao-wildcard-with-credentials' },
    { code: 'kPreflightWildcardOriginNotAllowed', text: check + wildcard, reason: 'acao-wildcard-with-credentials' },
    { code: 'kInvalidAllowCredentials', text: credentials, reason: 'acac-not-true' },
    { code: 'kPreflightInvalidAllowCredentials', text: check + credentials, reason: 'acac-not-true' },
    { code: 'kPreflightDisallowedRedirect', text: 'Redirect is not allowed for a preflight request.', reason: 'preflight-redirect' },
    { code: 'kMissingAllowOriginHeader', text: policy + missing, reason: 'acao-missing' },
    { code: 'kPreflightMissingAllowOriginHeader', text: policy + check + missing, reason: 'acao-missing' },
    { code: 'kMethodDisallowedByPreflightResponse', text: `${policy}Method {method} is not allowed by Access-Control-Allow-Methods`, reason: 'method-not-allowed' },
    { code: 'kHeaderDisallowedByPreflightResponse', text: `${policy}Request header field {header} is not allowed by Access-Control-Allow-Headers`, reason: 'header-not-allowed' },
    { code: 'summary-blocked', text: policy.slice(0, -2) },
  ],
  firefox: [
    { code: 'CORSMissingAllowOrigin2', text: `${disallowed}(Reason: CORS header 'Access-Control-Allow-Origin' missing). Status code: {status}`, reason: 'acao-missing' },
    { code: 'CORSMissingAllowOrigin2', text: `${disallowed}(Reason: CORS header 'Access-Control-Allow-Origin' missing)`, reason: 'acao-missing' },
    { code: 'CORSNotSupportingCredentials', text: `${disallowed}(Reason: Credential is not supported if the CORS header 'Access-Control-Allow-Origin' is '*')`, reason: 'acao-wildcard-with-credentials' },
    { code: 'CORSPreflightDidNotSucceed3', text: `${disallowed}(Reason: CORS preflight response did not succeed). Status code: {status}`, reason: 'preflight-status-not-ok' },
    { code: 'CORSPreflightDidNotSucceed3', text: `${disallowed}(Reason: CORS preflight response did not succeed)`, reason: 'preflight-status-not-ok' },
    { code: 'CORSDidNotSucceed2', text: `${disallowed}(Reason: CORS request did not succeed)` },
    { code: 'CORSDidNotSucceed2', text: `${disallowed}(Reason: CORS request failed)` },
    { code: 'CORSMissingAllowOrigin2', text: `${germanDisallowed}. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt). Statuscode: {status}.`, reason: 'acao-missing' },
    { code: 'CORSMissingAllowOrigin2', text: `${germanDisallowed}. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt)`, reason: 'acao-missing' },
    { code: 'summary-blocked', text: `${germanDisallowed}.` },
    { code: 'summary-blocked', text: disallowed.trimEnd() },
  ],
  safari: [
    { code: 'preflight-status', text: 'Preflight response is not successful', reason: 'preflight-status-not-ok' },
    { code: 'acao-not-allowed', text: 'Origin {origin} is not allowed by Access-Control-Allow-Origin', reason: 'acao-missing' },
  ],
};
