/**
 * What Chrome, Firefox and Safari print and throw where a call across origins fails. testdata/console/lines.json has the
 * condition of each line and the source in which it was read.
 */

/** @typedef {import('../s3cors.js').Browser} Browser */

/**
 * A line with its placeholders, the browser's own name for it, and the reason of the failure (Exchange.reason) where it tells
 * one. `alone`: others begin in the same way, so that nothing may stand behind it; any other says more.
 *
 * @typedef {{ code: string, text: string, reason?: string, alone?: boolean }} ConsoleLine
 */

export const policy = "Access to {kind} at '{url}'{redirected} from origin '{origin}' has been blocked by CORS policy: ";
export const check = "Response to preflight request doesn't pass access control check: ";
const preflight = policy + check;
export const disallowed = 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {url}. ';
const blocked = `${disallowed}(Reason: `;

/** @type {Record<Browser, ConsoleLine[]>} */
export const consoleLines = {
  chrome: [
    { code: 'kMissingAllowOriginHeader', text: `${policy}No 'Access-Control-Allow-Origin' header is present on the requested resource.`, reason: 'acao-missing' },
    { code: 'kPreflightMissingAllowOriginHeader', text: `${preflight}No 'Access-Control-Allow-Origin' header is present on the requested resource.`, reason: 'acao-missing' },
    { code: 'kWildcardOriginNotAllowed', text: `${policy}The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`, reason: 'acao-wildcard-with-credentials' },
    { code: 'kPreflightWildcardOriginNotAllowed', text: `${preflight}The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`, reason: 'acao-wildcard-with-credentials' },
    { code: 'kMultipleAllowOriginValues', text: `${policy}The 'Access-Control-Allow-Origin' header contains multiple values '{acao}', but only one is allowed.`, reason: 'acao-mismatch' },
    { code: 'kPreflightMultipleAllowOriginValues', text: `${preflight}The 'Access-Control-Allow-Origin' header contains multiple values '{acao}', but only one is allowed.`, reason: 'acao-mismatch' },
    { code: 'kInvalidAllowOriginValue', text: `${policy}The 'Access-Control-Allow-Origin' header contains the invalid value '{acao}'.`, reason: 'acao-mismatch' },
    { code: 'kPreflightInvalidAllowOriginValue', text: `${preflight}The 'Access-Control-Allow-Origin' header contains the invalid value '{acao}'.`, reason: 'acao-mismatch' },
    { code: 'kAllowOriginMismatch', text: `${policy}The 'Access-Control-Allow-Origin' header has a value '{acao}' that is not equal to the supplied origin.`, reason: 'acao-mismatch' },
    { code: 'kPreflightAllowOriginMismatch', text: `${preflight}The 'Access-Control-Allow-Origin' header has a value '{acao}' that is not equal to the supplied origin.`, reason: 'acao-mismatch' },
    { code: 'kInvalidAllowCredentials', text: `${policy}The value of the 'Access-Control-Allow-Credentials' header in the response is '{acac}' which must be 'true' when the request's credentials mode is 'include'.`, reason: 'acac-not-true' },
    { code: 'kPreflightInvalidAllowCredentials', text: `${preflight}The value of the 'Access-Control-Allow-Credentials' header in the response is '{acac}' which must be 'true' when the request's credentials mode is 'include'.`, reason: 'acac-not-true' },
    { code: 'kPreflightInvalidStatus', text: `${preflight}It does not have HTTP ok status.`, reason: 'preflight-status-not-ok' },
    { code: 'kPreflightDisallowedRedirect', text: `${preflight}Redirect is not allowed for a preflight request.`, reason: 'preflight-redirect' },
    { code: 'kInvalidAllowMethodsPreflightResponse', text: `${policy}Cannot parse Access-Control-Allow-Methods response header field in preflight response.`, reason: 'acam-unparsable' },
    { code: 'kInvalidAllowHeadersPreflightResponse', text: `${policy}Cannot parse Access-Control-Allow-Headers response header field in preflight response.`, reason: 'acah-unparsable' },
    { code: 'kMethodDisallowedByPreflightResponse', text: `${policy}Method {method} is not allowed by Access-Control-Allow-Methods in preflight response.`, reason: 'method-not-allowed' },
    { code: 'kHeaderDisallowedByPreflightResponse', text: `${policy}Request header field {header} is not allowed by Access-Control-Allow-Headers in preflight response.`, reason: 'header-not-allowed' },
    { code: 'kRedirectContainsCredentials', text: `${policy}Redirect location '' contains a username and password, which is disallowed for cross-origin requests.`, reason: 'redirect-url-has-credentials' },
    { code: 'kCorsDisabledScheme', text: `${policy}Cross origin requests are only supported for protocol schemes: {schemes}.`, reason: 'scheme-not-http' },
    { code: 'kDisallowedByMode', text: `${policy}Cross origin requests are not allowed by request mode.`, reason: 'not-same-origin' },
    { code: 'kInvalidResponse', text: `${policy}The response is invalid.` },
    { code: 'kLocalNetworkAccessPermissionDenied', text: `${policy}Permission was denied for this request to access the \`{address_space}\` address space.` },
    { code: 'kInsecurePrivateNetwork', text: `${policy}The request client is not a secure context and the resource is in more-private address space \`{address_space}\`.` },
    { code: 'kPreflightMissingAllowPrivateNetwork', text: `${preflight}No 'Access-Control-Allow-Private-Network' header was present in the preflight response for this private network request targeting the \`{address_space}\` address space.` },
    { code: 'kPreflightInvalidAllowPrivateNetwork', text: `${preflight}The 'Access-Control-Allow-Private-Network' header in the preflight response for this private network request targeting the \`{address_space}\` address space had a value of '{value}',  not 'true'.` },
    { code: 'fetch-same-origin-mode', text: 'Fetch API cannot load {url}. Request mode is "same-origin" but the URL\'s origin is not same as the request origin {origin}.', reason: 'not-same-origin' },
    { code: 'fetch-bad-scheme', text: 'Fetch API cannot load {url}. URL scheme "{scheme}" is not supported.', reason: 'scheme-not-http' },
    { code: 'fetch-no-cors-redirect', text: 'Fetch API cannot load {url}. Request mode is "no-cors" but the redirect mode is not "follow".' },
    { code: 'unsafe-attempt', text: 'Unsafe attempt to load URL {url} from frame with URL {page}. Domains, protocols and ports must match.', reason: 'not-same-origin' },
    { code: 'network-line', text: '{method} {url} net::ERR_FAILED' },
    { code: 'exception-fetch', text: 'TypeError: Failed to fetch' },
    { code: 'authorization-wildcard-deprecation', text: 'Authorization will not be covered by the wildcard symbol (*) in CORS Access-Control-Allow-Headers handling.' },
    { code: 'network-resource', text: 'Failed to load resource: net::ERR_FAILED' },
  ],
  firefox: [
    { code: 'CORSMultipleAllowOriginNotAllowed', text: `${blocked}Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).`, reason: 'acao-mismatch' },
    { code: 'CORSMissingAllowOrigin2', text: `${blocked}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: {status}.`, reason: 'acao-missing' },
    { code: 'CORSNotSupportingCredentials', text: 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘{url}’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).', reason: 'acao-wildcard-with-credentials' },
    { code: 'CORSAllowOriginNotMatchingOrigin', text: `${blocked}CORS header ‘Access-Control-Allow-Origin’ does not match ‘{acao}’).`, reason: 'acao-mismatch' },
    { code: 'CORSMissingAllowCredentials', text: `${blocked}expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).`, reason: 'acac-not-true' },
    { code: 'CORSPreflightDidNotSucceed3', text: `${blocked}CORS preflight response did not succeed). Status code: {status}.`, reason: 'preflight-status-not-ok' },
    { code: 'CORSExternalRedirectNotAllowed', text: `${blocked}CORS request external redirect not allowed).`, reason: 'preflight-redirect' },
    { code: 'CORSInvalidAllowMethod', text: `${blocked}invalid token ‘{token}’ in CORS header ‘Access-Control-Allow-Methods’).`, reason: 'acam-unparsable' },
    { code: 'CORSMethodNotFound', text: `${blocked}Did not find method in CORS header ‘Access-Control-Allow-Methods’).`, reason: 'method-not-allowed' },
    { code: 'CORSInvalidAllowHeader', text: `${blocked}invalid token ‘{token}’ in CORS header ‘Access-Control-Allow-Headers’).`, reason: 'acah-unparsable' },
    { code: 'CORSMissingAllowHeaderFromPreflight2', text: `${blocked}header ‘{header}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`, reason: 'header-not-allowed' },
    { code: 'CORSDidNotSucceed2', text: `${blocked}CORS request did not succeed). Status code: {status}.` },
    { code: 'CORSRequestNotHttp', text: `${blocked}CORS request not http).`, reason: 'scheme-not-http' },
    { code: 'CORSOriginHeaderNotAdded', text: `${blocked}CORS header ‘Origin’ cannot be added).` },
    { code: 'CORSDisabled', text: `${blocked}CORS disabled).` },
    { code: 'CORSAllowHeaderFromPreflightDeprecation', text: 'Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at {url} soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).' },
    { code: 'exception-fetch', text: 'TypeError: NetworkError when attempting to fetch resource.' },
    { code: 'CORSPreflightDidNotSucceed', text: `${blocked}CORS preflight channel did not succeed).`, reason: 'preflight-status-not-ok' },
    { code: 'CORSMissingAllowHeaderFromPreflight', text: `${blocked}missing token ‘{header}’ in CORS header ‘Access-Control-Allow-Headers’ from CORS preflight channel).`, reason: 'header-not-allowed' },
  ],
  safari: [
    { code: 'preflight-status', text: 'Preflight response is not successful. Status code: {status}', reason: 'preflight-status-not-ok' },
    { code: 'acao-not-allowed', text: 'Origin {origin} is not allowed by Access-Control-Allow-Origin. Status code: {status}', reason: 'acao-missing' },
    { code: 'acao-multiple', text: 'Access-Control-Allow-Origin cannot contain more than one origin.', reason: 'acao-mismatch' },
    { code: 'acao-wildcard', text: 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.', reason: 'acao-wildcard-with-credentials' },
    { code: 'acac', text: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".', reason: 'acac-not-true' },
    { code: 'acam-invalid', text: 'Header Access-Control-Allow-Methods has an invalid value: {value}', reason: 'acam-unparsable' },
    { code: 'acah-invalid', text: 'Header Access-Control-Allow-Headers has an invalid value: {value}', reason: 'acah-unparsable' },
    { code: 'method', text: 'Method {method} is not allowed by Access-Control-Allow-Methods.', reason: 'method-not-allowed' },
    { code: 'header', text: 'Request header field {header} is not allowed by Access-Control-Allow-Headers.', reason: 'header-not-allowed' },
    { code: 'redirect-denied', text: 'Cross-origin redirection to {url} denied by Cross-Origin Resource Sharing policy: {reason}' },
    { code: 'redirect-scheme', text: 'Cross-origin redirection to {url} denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme', reason: 'redirect-scheme-not-http' },
    { code: 'redirect-userinfo', text: 'Cross-origin redirection to {url} denied by Cross-Origin Resource Sharing policy: redirection URL {location} has credentials', reason: 'redirect-url-has-credentials' },
    { code: 'redirect-error-mode', text: 'Not allowed to follow a redirection while loading {url}' },
    { code: 'too-many-redirects', text: 'Load cannot follow more than 20 redirects', reason: 'too-many-redirects' },
    { code: 'non-http', text: 'Cross origin requests are only supported for HTTP.', reason: 'scheme-not-http' },
    { code: 'same-origin-mode', text: 'Cross origin requests are not allowed when using same-origin fetch mode.', reason: 'not-same-origin' },
    { code: 'summary-fetch', text: 'Fetch API cannot load {url} due to access control checks.' },
    { code: 'summary-xhr', text: 'XMLHttpRequest cannot load {url} due to access control checks.' },
    { code: 'summary-eventsource', text: 'EventSource cannot load {url} due to access control checks.' },
    { code: 'summary-beacon', text: 'Beacon API cannot load {url} due to access control checks.' },
    { code: 'summary-image', text: 'Cannot load image {url} due to access control checks.' },
    { code: 'summary-script', text: 'Cross-origin script load denied by Cross-Origin Resource Sharing policy.' },
    { code: 'unsafe-attempt', text: 'Unsafe attempt to load URL {url} from origin {origin}. Domains, protocols and ports must match.', reason: 'not-same-origin' },
    { code: 'fetch-same-origin-mode', text: 'Fetch API cannot load {url}.', reason: 'not-same-origin', alone: true },
    { code: 'summary-resource', text: 'Failed to load resource: {reason}' },
    { code: 'exception-fetch', text: 'TypeError: Load failed' },
  ],
};
