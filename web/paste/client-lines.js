/**
 * Lines of clients and browsers other than those of CORS checks, as people paste them along. Each names where it was read;
 * where there is no source beside a row, it is the program's own well-known text.
 */

/** @typedef {import('./reasons.js').Meaning} Meaning */
/** @typedef {import('../s3cors.js').Explanation} Explanation */

/**
 * `weak`: it says only that something failed, so that anything else in the text says more. A group `header`, `method`, `url`,
 * `status` or `member` of the pattern is a value.
 *
 * @typedef {Meaning & { code: string, pattern: RegExp, kind: NonNullable<Explanation['kind']>, browser?: Explanation['browser'], reason?: string, weak?: boolean }} ClientLine
 */

const network = 'Look at the request in the network tab: whether a preflight was sent, and the status of each.';
const consoleLine = 'Paste the line of the console that stands beside it: it names the check that failed.';

/** @type {ClientLine[]} */
export const clientLines = [
  // Chrome up to 62 (Chromium's WebCORS.cpp of that time).
  { code: 'preflight-invalid-status', pattern: /Response for preflight has invalid HTTP status code (?<status>\d+)/, kind: 'console', browser: 'chrome', reason: 'preflight-status-not-ok', cors: 'yes', meaning: '', next: [], related: [] },
  { code: 'preflight-invalid-redirect', pattern: /Response for preflight is invalid \(redirect\)/, kind: 'console', browser: 'chrome', reason: 'preflight-redirect', cors: 'no', meaning: '', next: [], related: [] },
  // Chromium's xml_http_request.cc.
  { code: 'unsafe-header-read', pattern: /Refused to get unsafe header "(?<header>[^"]*)"/, kind: 'console', cors: 'yes', meaning: 'The response was read, and script may not see its header {header}', next: ['Add {header} to ExposeHeaders of the rule that answers.'], related: ['response-header-hidden', 'etag-not-exposed'] },
  { code: 'unsafe-header-set', pattern: /(?:Refused to set unsafe header|Attempt to set a forbidden header was denied:?) "?(?<header>[\w-]+)"?/, kind: 'console', cors: 'no', meaning: 'Script cannot set {header}, which the browser writes itself; the call goes on without it', next: ['Leave the header out of the script.'], related: [] },
  // uppy's and evaporate's texts (transloadit/uppy 1762, TTLabs/EvaporateJS 7).
  { code: 'etag-unreadable', pattern: /Could not read the ETag header|ETagMissing|ETag header (?:is )?(?:missing|not (?:found|readable|exposed))/i, kind: 'client-error', cors: 'yes', meaning: 'The part was stored, and script may not read its ETag, which the end of a multipart upload needs', next: ['Add ETag to ExposeHeaders of the rule that answers.'], related: ['etag-not-exposed'] },
  // HTML, section "the canvas state": a bitmap whose origin-clean flag is false.
  { code: 'tainted-canvas', pattern: /Tainted canvases may not be (?:exported|loaded)|canvas has been tainted by cross-origin data/i, kind: 'console', cors: 'yes', meaning: 'An image from another origin was drawn without CORS, so that the canvas cannot be read', next: ['Set crossorigin="anonymous" on the image before its src.', 'See that the bucket has a rule for GET and this origin.', 'Load the image under another query once: a copy without CORS headers may be cached.'], related: ['cached-without-origin'] },
  // Web IDL's SecurityError in the words of Firefox and Safari.
  { code: 'insecure-operation', pattern: /The operation is insecure/, kind: 'console', weak: true, cors: 'perhaps', meaning: 'Firefox and Safari refuse many things so: to read a canvas with an image from another origin, and also storage, cookies or the history', next: ['See which call of the script throws it.', 'If it reads a canvas, set crossorigin="anonymous" on the image before its src, and see that the bucket has a rule for GET and this origin.', 'If it is storage or the history, it is not CORS: look at the settings for privacy, and whether the page is in a sandboxed frame.'], related: ['cached-without-origin'] },
  // The URL Standard's credentials, which Fetch (section "CORS check" and Request) refuses.
  { code: 'url-not-allowed', pattern: /URL is not valid or contains user credentials/, kind: 'console', browser: 'chrome', cors: 'no', meaning: 'The URL cannot be read, or has a user name or a password in it, which browsers refuse across origins', next: ['Look at the URL in the script, and at the Location header if the server redirects.', 'Take the user name and the password out of it.'], related: [] },
  { code: 'content-security-policy', pattern: /violates the (?:following )?Content Security Policy|violates the document's Content Security Policy|Content-Security-Policy: The page/i, kind: 'console', cors: 'no', meaning: 'The page’s own Content Security Policy forbids the call, and nothing was sent', next: ['Add the bucket’s host to connect-src (or img-src, media-src, font-src) of the page’s policy.'], related: [] },
  { code: 'mixed-content', pattern: /Mixed Content: The page at|Blocked loading mixed active content|requested insecure content/i, kind: 'console', cors: 'no', meaning: 'A page that came over https calls an http URL, which browsers refuse', next: ['Use https in the URL of the bucket.'], related: [] },
  { code: 'read-blocking', pattern: /Cross-Origin Read Blocking \(CORB\)|ERR_BLOCKED_BY_ORB|OpaqueResponseBlocking/, kind: 'console', cors: 'perhaps', meaning: 'An element without crossorigin got a response of another kind, often an error document of S3, and the browser hid it', next: ['Open the URL in a tab and look at the status and the document.', 'Set crossorigin on the element, if script or canvas needs the content.'], related: ['rights-shown-as-cors'] },
  // Chromium's net/base/net_error_list.h.
  { code: 'blocked-by-client', pattern: /net::ERR_BLOCKED_BY_CLIENT/, kind: 'console', browser: 'chrome', cors: 'no', meaning: 'An extension of the browser, such as an ad blocker, stopped the call', next: ['Try again in a window without extensions.'], related: [] },
  { code: 'certificate', pattern: /net::ERR_CERT_\w+|SEC_ERROR_\w+|SSL_ERROR_BAD_CERT_DOMAIN|NSURLErrorDomain.{0,40}certificate/, kind: 'console', cors: 'no', meaning: 'The certificate does not fit the host; on S3 a bucket with dots in its name has none as a host of its own', next: ['Open the URL in a tab and look at the certificate.', 'Put a bucket with dots in its name into the path: s3.REGION.amazonaws.com/BUCKET.'], related: [] },
  { code: 'no-connection', pattern: /net::ERR_(?:NAME_NOT_RESOLVED|CONNECTION_\w+|ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED|NETWORK_CHANGED|TIMED_OUT|EMPTY_RESPONSE|SSL_PROTOCOL_ERROR|HTTP2_PROTOCOL_ERROR|QUIC_PROTOCOL_ERROR|TUNNEL_CONNECTION_FAILED|PROXY_CONNECTION_FAILED)|getaddrinfo ENOTFOUND|connect ECONNREFUSED/, kind: 'console', cors: 'no', meaning: 'No connection to the server came about', next: ['Check the host in the URL: the name of the bucket, the region, the spelling.', 'Check network and proxy.'], related: [] },
  { code: 'too-many-redirects', pattern: /net::ERR_TOO_MANY_REDIRECTS/, kind: 'console', browser: 'chrome', reason: 'too-many-redirects', cors: 'no', meaning: '', next: [], related: [] },
  { code: 'invalid-redirect', pattern: /net::ERR_INVALID_REDIRECT/, kind: 'console', browser: 'chrome', reason: 'redirect-url-unreadable', cors: 'no', meaning: 'The server redirects to something that is no URL', next: ['Look at the Location header of the redirect.'], related: [] },
  { code: 'stream-over-http1', pattern: /net::ERR_ALPN_NEGOTIATION_FAILED/, kind: 'console', browser: 'chrome', reason: 'stream-body-needs-http-2', cors: 'no', meaning: 'Chrome sends a stream over HTTP/2 and later only, and the server speaks HTTP/1.1', next: ['Send a Blob, a File or an ArrayBuffer in place of the stream.'], related: [] },
  // botocore's and the AWS SDK for JavaScript's validation of parameters (rails/rails 47366).
  { code: 'unexpected-key', pattern: /Unexpected key '(?<member>[^']*)' found in params\.CORSConfiguration/, kind: 'validation', cors: 'no', meaning: 'The SDK does not know the member {member}, and has sent nothing', next: ['Validate the configuration here: it names the member that is meant.'], related: ['misspelled-member'] },
  { code: 'unknown-parameter', pattern: /Unknown parameter in CORSConfiguration\S*: "(?<member>[^"]*)"/, kind: 'validation', cors: 'no', meaning: 'The SDK does not know the member {member}, and has sent nothing', next: ['Validate the configuration here: it names the member that is meant.'], related: ['misspelled-member'] },
  { code: 'missing-parameter', pattern: /Missing required (?:parameter|key) (?:in (?:input|CORSConfiguration\S*): "(?<member>[^"]*)"|'[^']*' in params\.CORSConfiguration)/, kind: 'validation', cors: 'no', meaning: 'A member that the SDK needs is missing, and nothing was sent', next: ['Write {"CORSRules": [...]}, each rule with AllowedOrigins and AllowedMethods.'], related: ['wrong-container'] },
  // The S3 console (awsdocs/amazon-s3-userguide 13).
  { code: 'console-json', pattern: /The CORS configuration must be written in valid JSON|Expected params\.CORSConfiguration\.CORSRules to be an Array/, kind: 'validation', cors: 'no', meaning: 'The S3 console takes JSON, a list of rules and nothing around it', next: ['Paste the configuration here and copy it in the form of the console.'], related: ['wrong-container'] },
  { code: 'expected-structure', pattern: /Error parsing parameter '--cors-configuration'/, kind: 'validation', cors: 'no', meaning: 'The command line interface cannot read the JSON that it was given', next: ['Write {"CORSRules": [...]}, in single quotes or as file://cors.json.'], related: ['wrong-container'] },
  // botocore: a HEAD has no document, and so no code.
  { code: 'head-status', pattern: /An error occurred \((?<status>\d{3})\) when calling the \w+ operation/, kind: 'client-error', cors: 'no', meaning: 'A program, not a browser, was answered with {status}: 403 is about rights or the signature, 404 about the key, 400 about credentials or region', next: ['Check rights, key and region.', 'Call GetObject in place of HeadObject to see S3’s code.'], related: ['rights-shown-as-cors'] },
  { code: 'credentials-missing', pattern: /CredentialsProviderError|Unable to locate credentials|NoCredentialsError|Missing credentials in config|Could not load credentials/, kind: 'client-error', cors: 'no', meaning: 'The SDK has no credentials, and has sent nothing', next: ['Give the client credentials, or have a server make presigned URLs.'], related: [] },
  { code: 'endpoint-unreachable', pattern: /EndpointConnectionError|Could not connect to the endpoint URL/, kind: 'client-error', cors: 'no', meaning: 'No connection to the endpoint came about', next: ['Check the endpoint and the region.'], related: [] },

  { code: 'node-fetch-failed', pattern: /TypeError: fetch failed\b/, kind: 'client-error', weak: true, cors: 'no', meaning: 'A program in Node got no connection; Node checks no CORS', next: ['Look at the cause that stands below it: a name that is not found, a connection that was refused, a certificate.'], related: [] },
  { code: 'client-network-error', pattern: /AxiosError: Network Error|Error: Network Error|ERR_NETWORK\b|NetworkingError: Network Failure|Network Failure|NetworkError: (?:A network error|XMLHttpRequest)|This looks like a network error/, kind: 'client-error', weak: true, cors: 'perhaps', meaning: 'The client got no answer that it may read: a CORS check failed, or no connection came about', next: [consoleLine, network], related: ['rights-shown-as-cors', 'headers-missing'] },
  { code: 'network-line', pattern: /(?:\b(?<method>[A-Z]{3,7}) (?<url>https?:\/\/\S+) )?net::ERR_FAILED(?: (?<status>\d{3}))?/, kind: 'console', browser: 'chrome', weak: true, cors: 'perhaps', meaning: 'The call failed, and with a status behind it an answer did come: then a CORS check failed', next: [consoleLine, network], related: ['headers-missing'] },
  // Rights and signatures count for no preflight: an error in answer to one is always about CORS (Amazon S3 user guide, "Testing CORS").
  { code: 'preflight-status', pattern: /\bOPTIONS (?<url>https?:\/\/\S+) (?<status>[45]\d\d)\b/, kind: 'console', browser: 'chrome', reason: 'preflight-status-not-ok', cors: 'yes', meaning: '', next: [], related: [] },
  { code: 'http-status', pattern: /(?:(?:the server responded with a status of|Request failed with status code|\b(?<method>(?!OPTIONS)[A-Z]{3,7}) (?<url>https?:\/\/\S+)(?= [45]\d\d \()) |\b(?=403 \(?Forbidden))(?<status>\d{3})\b/, kind: 'client-error', weak: true, cors: 'perhaps', meaning: 'The server answered with an error; script that can read the status has passed the CORS check', next: ['Look at the body of the answer in the network tab: it has S3’s code.', 'If the request is an OPTIONS, it is CORS; any other is not.'], related: ['rights-shown-as-cors'] },
];

/**
 * What the lines of consoles mean that name no reason.
 *
 * @type {Record<string, Meaning & { weak?: boolean }>}
 */
export const consoleMeanings = {
  'exception-fetch': { weak: true, cors: 'perhaps', meaning: 'The exception says only that fetch() got no answer that script may read: a CORS check failed, or no connection came about', next: [consoleLine, network], related: ['headers-missing', 'rights-shown-as-cors'] },
  summary: { weak: true, cors: 'perhaps', meaning: 'The line says only that a check failed; the one beside it names which', next: [consoleLine, network], related: ['headers-missing'] },
  'network-resource': { weak: true, cors: 'perhaps', meaning: 'The line says only that the call failed; the one beside it names why', next: [consoleLine, network], related: ['headers-missing'] },
  CORSDidNotSucceed2: { weak: true, cors: 'perhaps', meaning: 'No answer came, or the preflight failed, which another line then says', next: ['Look for a second line of the console, which names the check.', 'Open the URL in a tab: a wrong host or certificate shows there.', 'Try again without extensions and proxies.'], related: [] },
  'redirect-denied': { weak: true, cors: 'perhaps', meaning: 'A redirect failed the CORS check', next: ['Use the regional endpoint of the bucket in the URL.', network], related: ['redirect-to-region'] },
  kLocalNetworkAccessPermissionDenied: { cors: 'no', meaning: 'The browser was not permitted to reach a server on the local network or on this computer', next: ['Permit access to the local network for the page.', 'Serve the page over https.'], related: [] },
  kInsecurePrivateNetwork: { cors: 'no', meaning: 'A page that did not come over https calls a server on a local network', next: ['Serve the page over https.'], related: [] },
  privateNetwork: { cors: 'no', meaning: 'The browser asked a server on a local network for leave, which browsers have given up', next: ['Update the browser.', 'Let the server answer Access-Control-Allow-Private-Network: true.'], related: [] },
  kInvalidResponse: { cors: 'perhaps', meaning: 'The response cannot be read at all', next: [network], related: [] },
  CORSOriginHeaderNotAdded: { cors: 'no', meaning: 'The browser could not add Origin, as happens to code of extensions', next: ['Try again in a window without extensions.'], related: [] },
  CORSDisabled: { cors: 'no', meaning: 'CORS is switched off in this Firefox (content.cors.disable)', next: ['Set content.cors.disable to false in about:config.'], related: [] },
  authorizationByWildcard: { cors: 'yes', meaning: 'A warning: Access-Control-Allow-Headers: * let Authorization through, and one day will not', next: ['List Authorization by name.', 'S3 itself never sends * there: look for what stands in front of it.'], related: ['cdn-without-origin'] },
  'fetch-no-cors-redirect': { cors: 'no', meaning: 'Mode no-cors takes no other redirect mode than follow', next: ["Leave redirect or mode: 'no-cors' out of the call."], related: [] },
  'redirect-error-mode': { cors: 'no', meaning: 'The server redirects, and the call asks for an error then', next: ["Leave redirect: 'error' out of the call.", 'Use the regional endpoint of the bucket in the URL.'], related: ['redirect-to-region'] },
};
