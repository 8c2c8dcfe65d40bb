/**
 * Which headers of a pasted request script would have set, and which the browser writes itself.
 */

/**
 * @typedef {object} Header
 * @property {string} name
 * @property {string} value
 * @property {number} start
 * @property {number} end
 */

/** Those that script cannot set at all (Fetch, section "forbidden request-header"), and those of HTTP/2's start line. */
const forbidden = new Set(
  ('accept-charset accept-encoding access-control-request-headers access-control-request-method connection content-length cookie cookie2 ' +
    'date dnt expect host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade via').split(' '),
);
/**
 * Those that a browser adds to what it sends, and that its tools copy along: also HTTP/2's start line without its colons, and
 * the policy of the call, which is not sent. Script could set them too.
 */
const added = new Set(
  ('user-agent accept-language priority upgrade-insecure-requests x-client-data if-none-match if-modified-since if-range save-data dpr device-memory ' +
    'width viewport-width rtt downlink ect purpose authority method path scheme referrer-policy').split(' '),
);
/** What only a browser writes: where one is there, the request was copied from one. */
const signs = /^(?:sec-fetch-|sec-ch-ua|upgrade-insecure-requests$|x-client-data$|priority$|referrer-policy$)/;
/** The values that "Disable cache" and reloading add (Fetch, section "HTTP-network-or-cache fetch"). */
const reloading = /^(?:no-cache|max-age=0)$/i;

/**
 * Whether the request was copied from a browser.
 *
 * @param {Header[]} headers
 */
export function isFromBrowser(headers) {
  return headers.some(({ name, value }) => {
    const lower = name.toLowerCase();
    return signs.test(lower) || (lower === 'user-agent' && value.startsWith('Mozilla/'));
  });
}

/**
 * Whether script cannot set a header.
 *
 * @param {string} lower the name, in lower case
 * @param {string} value
 */
function isForbidden(lower, value) {
  if (forbidden.has(lower) || lower[0] === ':' || lower.startsWith('sec-') || lower.startsWith('proxy-')) return true;
  return /^x-(?:http-method|http-method-override|method-override)$/.test(lower) && /(?:^|,)\s*(?:connect|trace|track)\s*(?:,|$)/i.test(value);
}

/**
 * Parts the headers of a request.
 *
 * @param {Header[]} headers
 * @param {{ fromBrowser: boolean, byScript: boolean }} origin  whether the request was copied from a browser, and whether
 * fetch() or XMLHttpRequest made it
 * @returns {{ written: Header[], left: Header[] }}
 */
export function partHeaders(headers, { fromBrowser, byScript }) {
  /** @type {Header[]} */
  const written = [];
  /** @type {Header[]} */
  const left = [];
  for (const header of headers) {
    const lower = header.name.toLowerCase();
    const isBrowsers =
      isForbidden(lower, header.value) ||
      (lower === 'accept' && header.value.trim() === '*/*') ||
      (lower === 'user-agent' && /^(?:curl|Mozilla)\//.test(header.value)) ||
      (fromBrowser &&
        (added.has(lower) ||
          ((lower === 'cache-control' || lower === 'pragma') && reloading.test(header.value.trim())) ||
          (lower === 'accept' && !byScript) ||
          (lower === 'range' && !byScript)));
    (isBrowsers ? left : written).push(header);
  }
  return { written, left };
}
