// What can be chosen of a call and of the server, each with its words.

export const vias = { fetch: 'fetch()', xhr: 'XMLHttpRequest', img: '<img>', script: '<script>', stylesheet: 'stylesheet', font: 'font', media: '<video>, <audio>', form: '<form>', beacon: 'sendBeacon()' };
export const credentials = { omit: 'omit', 'same-origin': 'same-origin', include: 'include' };
export const modes = { cors: 'cors', 'no-cors': 'no-cors', 'same-origin': 'same-origin' };
export const bodies = { none: 'none', string: 'a string', urlencoded: 'URLSearchParams', 'form-data': 'FormData', bytes: 'bytes', stream: 'a stream', type: 'a Blob or File' };

export const kinds = { configured: 'has this configuration', unconfigured: 'has no CORS configuration', missing: 'does not exist', pasted: 'the answer as pasted' };
export const resources = { '': 'as it says itself', object: 'an object', bucket: 'the bucket itself', service: 'the list of buckets' };
export const stands = { both: 'to preflight and call', response: 'to the call', preflight: 'to the preflight' };
export const caches = { none: 'no cache before it', browser: 'kept in the browser’s cache', cdn: 'behind CloudFront', 'cdn-forward': 'behind CloudFront that passes Origin on', 'cdn-origin': 'behind CloudFront with Origin in its key' };
