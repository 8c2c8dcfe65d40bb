/**
 * Measures the API in Node and the size of the module.
 *
 *     make bench
 *
 * Times are medians of the rounds after a warm-up, in microseconds for one call. They depend on the machine; the sizes
 * do not.
 */

import { load } from './s3cors.js';
import { measureSize } from './test/size.js';

const s3cors = await load();
const json = (/** @type {number} */ rules) => JSON.stringify(configuration(rules));

console.log('µs for one call (median)          3 rules   100 rules');
bench('validate', (rules) => {
  const text = json(rules);
  return () => s3cors.validate(text);
});
bench('validate, a text never seen', (rules) => {
  const text = json(rules);
  let round = 0;
  return () => s3cors.validate(`${text}${' '.repeat(round++ % 1000)}`);
});
bench('toXML', (rules) => {
  const text = json(rules);
  return () => s3cors.toXML(text);
});
bench('simulatePreflight, last rule', (rules) => {
  const [text, request] = [json(rules), preflight(rules - 1)];
  return () => s3cors.simulatePreflight(text, request);
});
bench('simulatePreflight, no rule', (rules) => {
  const [text, request] = [json(rules), { ...preflight(0), origin: 'https://nowhere.example' }];
  return () => s3cors.simulatePreflight(text, request);
});
bench('simulateMany, one request', (rules) => {
  const [text, requests] = [json(rules), [preflight(rules - 1)]];
  return () => s3cors.simulateMany(text, requests);
});
bench('simulateMany, each of 1000', (rules) => {
  const text = json(rules);
  const requests = Array.from({ length: 1000 }, (_, i) => preflight(i % rules));
  return () => s3cors.simulateMany(text, requests);
}, 1000);

const { module, empty, emptyAlike } = await measureSize();
console.log('\nbytes                        raw      gzip    brotli  times in brotli');
for (const [name, size] of /** @type {const} */ ([
  ['s3cors.wasm', module],
  ['empty program', empty],
  ['empty, built alike', emptyAlike],
])) {
  const columns = [size.raw, size.gzip, size.brotli].map((n) => String(n).padStart(10)).join('');
  console.log(`${name.padEnd(22)}${columns}${(module.brotli / size.brotli).toFixed(3).padStart(17)}`);
}

/**
 * @param {string} name
 * @param {(rules: number) => () => unknown} prepare
 * @param {number} [parts]  Into how many a call is divided in the result.
 */
function bench(name, prepare, parts = 1) {
  const times = [3, 100].map((rules) => median(prepare(rules)) / parts);
  console.log(`${name.padEnd(30)}${times.map((time) => time.toFixed(1).padStart(11)).join('')}`);
}

/**
 * Microseconds for one call, after a warm-up.
 *
 * @param {() => unknown} call
 */
function median(call) {
  const rounds = [];
  for (const end = performance.now() + 300; performance.now() < end; ) call();
  for (const end = performance.now() + 700; performance.now() < end || rounds.length < 5; ) {
    const start = performance.now();
    call();
    rounds.push((performance.now() - start) * 1000);
  }
  return rounds.sort((a, b) => a - b)[rounds.length >> 1];
}

/**
 * Rules of five origins, one of them with a wildcard, three methods and three headers.
 *
 * @param {number} rules
 * @returns {import('./s3cors.js').CORSConfiguration}
 */
function configuration(rules) {
  return {
    CORSRules: Array.from({ length: rules }, (_, rule) => ({
      ID: `rule-${rule}`,
      AllowedOrigins: [...Array.from({ length: 4 }, (_, i) => `https://app${i}.team${rule}.example.com`), `https://*.team${rule}.example.org`],
      AllowedMethods: ['GET', 'PUT', 'POST'],
      AllowedHeaders: ['content-type', 'authorization', 'x-amz-*'],
      ExposeHeaders: ['ETag'],
      MaxAgeSeconds: 3000,
    })),
  };
}

/**
 * A preflight that the rule takes by its last origin.
 *
 * @param {number} rule
 * @returns {import('./s3cors.js').PreflightRequest}
 */
function preflight(rule) {
  return { origin: `https://www.team${rule}.example.org`, method: 'PUT', headers: 'content-type,x-amz-date' };
}
