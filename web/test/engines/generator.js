/**
 * Random exchanges. The alphabets are small, so that what a call asks and what a server allows often meet, and often just
 * miss each other.
 */

import { mediaTypes } from './bodies.js';
import { randomFrom } from './random.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./server.js').Trial} Trial */
/** @typedef {import('../../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../../s3cors.js').Server} Server */
/** @typedef {import('../../s3cors.js').HTTPResponse} HTTPResponse */
/** @typedef {import('../../s3cors.js').Redirect} Redirect */
/** @typedef {[name: string, value: string][]} Headers */

/**
 * One exchange of an endless row; the same seed and index give the same.
 *
 * @param {number} seed
 * @param {number} index
 * @returns {Trial}
 */
export function generate(seed, index) {
  const random = randomFrom(seed, index);
  const call = generateCall(random);
  const journey = ['fetch', 'xhr', 'beacon'].includes(call.via ?? '') && random.chance(8);
  return { call, server: journey ? generateJourney(random, call) : generateServer(random, call) };
}

// ---- the call ----------------------------------------------------------------------------------------------

/** @param {Random} random */
function generateCall(random) {
  const via = random.weigh(/** @type {const} */ ([[60, 'fetch'], [16, 'xhr'], [4, 'img'], [4, 'script'], [3, 'stylesheet'], [3, 'font'], [3, 'media'], [5, 'beacon'], [2, 'form']]));
  const page = random.weigh([[65, 'http://{a}/page'], [15, 'http://{l}/page'], [20, 'null']]);
  const host = page === 'null' ? random.pick(['{a}', '{b}', '{c}']) : random.weigh([[55, '{b}'], [12, '{c}'], [15, '{m}'], [10, '{a}'], [8, '{l}']]);
  /** @type {FetchCall} */
  const call = { page, url: `http://${host}/{id}/0${random.chance(15) ? '?x-id=GetObject&a=b,c' : ''}`, via };
  switch (via) {
    case 'fetch':
    case 'xhr':
      addScript(random, call);
      break;
    case 'beacon':
      call.body = random.pick(['none', 'string', 'urlencoded', 'form-data', 'bytes', { type: 'text/plain' }, { type: 'application/json' }, { type: 'image/png' }, { type: '' }]);
      break;
    case 'form':
      if (random.chance(70)) Object.assign(call, { method: 'POST', body: random.pick(['urlencoded', 'form-data', 'string']) });
      break;
    default:
      if (random.chance(65)) call.crossorigin = random.pick(['', 'anonymous', 'use-credentials', 'USE-credentials', 'nonsense']);
      else if (via !== 'font' && random.chance(15)) call.url = call.url.replace('://', '://user@');
  }
  return call;
}

/**
 * What scripts can choose.
 *
 * @param {Random} random
 * @param {FetchCall} call
 */
function addScript(random, call) {
  const method = random.weigh([[30, undefined], [6, 'GET'], [6, 'HEAD'], [14, 'POST'], [16, 'PUT'], [6, 'DELETE'], [4, 'PATCH'], [3, 'patch'], [3, 'put'], [2, 'post'], [2, 'OPTIONS'], [1, 'TRACE'], [1, 'GET PUT'], [2, 'PROPFIND']]);
  if (method !== undefined) call.method = method;
  const bodyless = method === undefined || method === 'GET' || method === 'HEAD';
  if (random.chance(bodyless ? 2 : 65)) {
    call.body = random.pick(['string', 'urlencoded', 'form-data', 'bytes', 'stream', { type: 'text/plain' }, { type: 'image/png' }, { type: '' }, { type: 'Text/Plain; charset=x' }, { type: 'text/plaín' }]);
  }
  /** @type {Headers} */
  const headers = random.chance(40) ? [] : random.some(authorHeaders, 10).map(([name, values]) => [name, random.pick(values)]);
  // A header that is set a second time, in other letters. (Of empty values Firefox makes what nobody would ask for.)
  if (headers.length > 0 && random.chance(8)) {
    const [[name]] = headers;
    const [, values = []] = authorHeaders.find(([other]) => other === name) ?? [];
    headers.push([name.toLowerCase(), random.pick(values.filter(Boolean))]);
  }
  if (headers.length > 0) call.headers = headers;
  if (call.via === 'xhr') {
    if (random.chance(30)) call.credentials = 'include';
    if (random.chance(20)) call.uploadListener = true;
    return;
  }
  const credentials = random.weigh(/** @type {const} */ ([[55, undefined], [10, 'omit'], [8, 'same-origin'], [27, 'include']]));
  if (credentials) call.credentials = credentials;
  const mode = random.weigh(/** @type {const} */ ([[78, undefined], [4, 'cors'], [11, 'no-cors'], [6, 'same-origin'], [1, 'navigate']]));
  if (mode) call.mode = mode;
}

const long = 'a'.repeat(128);

/** Headers that scripts set, each with the values that decide otherwise than each other. @type {[name: string, values: string[]][]} */
const authorHeaders = [
  ['Content-Type', ['text/plain', 'application/json', 'image/png', 'TEXT/PLAIN;charset=utf-8', 'text/plain,text/plain', 'text/plain; a="b"', 'application/x-www-form-urlencoded', 'multipart/form-data']],
  ['x-amz-acl', ['private']],
  ['X-Amz-Meta-A', ['1', '']],
  ['Authorization', ['AWS4-HMAC-SHA256 Credential=x']],
  ['X-Custom', ['1']],
  ['Range', ['bytes=0-9', 'bytes=0-', 'bytes=-5', 'bytes=0-1,3-4', 'bytes=9-0', 'BYTES=0-1', 'bytes=0-9 ']],
  ['Accept', ['*/*', 'text/html', 'a:b', long, `${long}a`, '(x)']],
  ['accept-language', ['de, en;q=0.5', 'en_US', '*']],
  ['User-Agent', ['Agent/1']],
  ['Save-Data', ['on', 'off']],
  ['DPR', ['2', '1.5', 'x']],
  ['ECT', ['4g', '1']],
  ['Access-Control-Allow-Origin', ['*']],
  ['X-Requested-With', ['XMLHttpRequest']],
  ['Content-Language', ['de', 'a@b']],
  ['Cache-Control', ['no-cache']],
  ['If-None-Match', ['"x"']],
  ['Content-MD5', ['1B2M2Y8AsgTpgAmy7PhCfg==']],
  ['DNT', ['1']],
  ['Proxy-X', ['1']],
  ['X-HTTP-Method-Override', ['PUT', 'trace']],
  ['Origin', ['http://example.com']],
];

// ---- the server --------------------------------------------------------------------------------------------

/**
 * @param {Random} random
 * @param {FetchCall} call
 * @returns {Server}
 */
function generateServer(random, call) {
  const redirects = random.chance(14) ? generateRedirects(random, call) : undefined;
  const server = random.chance(55) ? generateBucket(random, call) : generateResponses(random, call);
  return redirects ? { ...server, redirects } : server;
}

/**
 * @param {Random} random
 * @param {FetchCall} call
 * @returns {Server}
 */
function generateBucket(random, call) {
  return {
    cors: random.chance(6) ? null : Array.from({ length: random.weigh([[60, 1], [30, 2], [10, 3]]) }, () => generateRule(random)),
    ...(random.chance(20) ? { status: random.pick(statusesOf(call)) } : {}),
    ...(random.chance(4) ? { bucket: /** @type {const} */ ('missing') } : {}),
    headers: objectHeaders(random, call),
  };
}

/**
 * Without Content-Range, a part is no part of a film.
 *
 * @param {FetchCall} call
 */
const statusesOf = ({ via }) => (via === 'media' ? [403, 404, 500] : [204, 206, 403, 404, 500]);

/** @param {Random} random */
function generateRule(random) {
  const methods = random.some(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'], 55);
  const headers = random.weigh([[25, undefined], [40, ['*']], [10, ['content-type']], [10, ['x-amz-*', 'Content-Type']], [8, ['Authorization', 'x-*']], [7, ['*-*', 'Range']]]);
  const exposed = random.weigh([[45, undefined], [30, ['ETag']], [25, ['x-amz-meta-a', 'ETag', 'x-amz-request-id']]]);
  return {
    AllowedOrigins: random.weigh([[30, ['http://{a}']], [25, ['*']], [10, ['http://{a}', 'http://{l}']], [8, ['http://127.0.0.1:*']], [8, ['http://*', 'null']], [5, ['null']], [5, ['http://localhost:*']], [5, ['https://{a}']], [4, ['http://{b}']]]),
    AllowedMethods: methods.length > 0 ? methods : ['GET'],
    ...(headers && { AllowedHeaders: headers }),
    ...(exposed && { ExposeHeaders: exposed }),
    ...(random.chance(40) ? { MaxAgeSeconds: random.pick([0, 5, 3000]) } : {}),
  };
}

/**
 * Headers of the object, for elements of a type that they can show.
 *
 * @param {Random} random
 * @param {FetchCall} call
 * @returns {Headers}
 */
function objectHeaders(random, call) {
  const type = call.via !== undefined && call.via in mediaTypes ? mediaTypes[/** @type {keyof typeof mediaTypes} */ (call.via)] : 'text/plain';
  return [['Content-Type', type], ...random.some(/** @type {Headers} */ ([['ETag', '"x"'], ['x-amz-meta-a', '1'], ['Content-Disposition', 'inline'], ['Cache-Control', 'max-age=9'], ['Content-Language', 'de'], ['Set-Cookie', 'a=b']]), 30)];
}

/**
 * @param {Random} random
 * @param {FetchCall} call
 * @returns {Server}
 */
function generateResponses(random, call) {
  return {
    preflight: generatePreflight(random, call),
    response: {
      status: random.chance(75) ? 200 : random.pick(statusesOf(call)),
      headers: [...objectHeaders(random, call), ...originHeaders(random, call), ...optional('Access-Control-Expose-Headers', random.weigh(exposures))],
    },
  };
}

/** @type {[number, string | null][]} */
const exposures = [[40, null], [20, 'ETag'], [15, '*'], [10, 'etag, X-Amz-Meta-A,'], [5, ''], [5, 'ETag x-amz-meta-a'], [5, 'Set-Cookie, etag']];

/**
 * @param {Random} random
 * @param {FetchCall} call
 * @returns {HTTPResponse}
 */
function generatePreflight(random, call) {
  const [status, location] = random.weigh(/** @type {[number, [number, string | null]][]} */ ([[55, [200, null]], [25, [204, null]], [6, [403, null]], [3, [500, null]], [2, [301, null]], [5, [307, 'http://{c}/{id}/9']], [2, [304, null]], [2, [299, null]]]));
  const method = call.method ?? 'GET';
  return {
    status,
    headers: [
      ...optional('Location', location),
      ...originHeaders(random, call),
      ...optional('Access-Control-Allow-Methods', random.weigh([[45, method], [12, null], [12, 'GET, PUT, POST, PATCH'], [10, '*'], [4, method.toLowerCase()], [4, `,${method},,`], [4, 'PUT DELETE'], [3, ''], [3, 'GET, P@T']])),
      ...optional('Access-Control-Allow-Headers', random.weigh([[40, allHeaders], [15, null], [14, '*'], [8, 'content-type'], [8, `*, Authorization`], [4, ',X-Custom'], [4, 'x-custom content-type'], [3, ''], [4, 'x-amz-acl, (x)']])),
      ...optional('Access-Control-Max-Age', random.weigh([[70, null], [20, '60'], [5, '0'], [5, 'abc']])),
    ],
  };
}

const allHeaders = authorHeaders.map(([name]) => name).join(', ');

/**
 * Access-Control-Allow-Origin and -Credentials.
 *
 * @param {Random} random
 * @param {FetchCall} call
 * @returns {Headers}
 */
function originHeaders(random, call) {
  const origin = call.page === 'null' ? 'null' : call.page.replace(/\/page$/, '');
  /** @type {string[]} */
  const values = random.weigh([
    [48, [origin]], [22, ['*']], [7, []], [4, ['null']], [3, [`${origin}/`]], [3, ['http://{c}']], [2, [`${origin}, ${origin}`]], [2, [origin, origin]], [2, ['*', '*']],
    [2, [`${origin}, *`]], [1, ['']], [1, ['nonsense']], [1, [origin.replace('http', 'HTTP')]], [1, [`${origin} http://{c}`]], [1, ['https://{a}']],
  ]);
  const credentials = random.weigh([[45, null], [45, 'true'], [3, 'TRUE'], [3, 'false'], [2, 'true, true'], [2, '']]);
  return [...values.map((value) => /** @type {[string, string]} */ (['Access-Control-Allow-Origin', value])), ...optional('Access-Control-Allow-Credentials', credentials)];
}

/** @type {[number, string][]} */
const userLocations = [[8, 'http://user:secret@{c}/'], [3, 'http://user@{b}/']];

/**
 * @param {Random} random
 * @param {FetchCall} call
 * @returns {Redirect[]}
 */
function generateRedirects(random, call) {
  return Array.from({ length: random.weigh([[75, 1], [25, 2]]) }, (_, hop) => ({
    status: random.pick([301, 302, 303, 307, 308]),
    // Chrome loads no frame from a URL with a user name, which is not about CORS.
    location: random.weigh([[35, 'http://{c}/'], [20, 'http://{b}/'], [12, 'http://{a}/'], [8, 'http://{m}/'], [10, '/'], ...(call.via === 'form' ? [] : userLocations)]) + `{id}/${hop + 1}`,
    headers: originHeaders(random, call),
    ...(random.chance(75) ? { preflight: generatePreflight(random, call) } : {}),
  }));
}

/**
 * Servers that allow all that they are asked, so that a call comes to the end of its redirects; but for a beacon whose origin has become null.
 *
 * @param {Random} random
 * @param {FetchCall} call
 * @returns {Server}
 */
function generateJourney(random, call) {
  if (call.credentials === 'include') delete call.credentials;
  /** @type {Headers} */
  const origin = call.via === 'beacon' ? [['Access-Control-Allow-Origin', call.page.replace(/\/page$/, '')], ['Access-Control-Allow-Credentials', 'true']] : [['Access-Control-Allow-Origin', '*']];
  const preflight = { status: 200, headers: [...origin, ...optional('Access-Control-Allow-Methods', `${call.method ?? 'GET'}, ${(call.method ?? 'GET').toUpperCase()}, GET, POST`), ...optional('Access-Control-Allow-Headers', allHeaders)] };
  const redirects = Array.from({ length: random.pick([1, 2, 3, 4]) }, (_, hop) => ({
    status: random.pick([301, 302, 303, 307, 308]),
    location: `${random.pick(['http://{a}/', 'http://{b}/', 'http://{c}/', '/'])}{id}/${hop + 1}`,
    headers: origin,
    preflight,
  }));
  return { preflight, response: { status: 200, headers: origin }, redirects };
}

/**
 * @param {string} name
 * @param {string | null} value
 * @returns {Headers}
 */
function optional(name, value) {
  return value === null ? [] : [[name, value]];
}
