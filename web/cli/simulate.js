/** s3cors simulate: what S3 answers, which rule did, and why each other rule did not; or a whole exchange. */

import { sourceOptions } from './arguments.js';
import { readCallOf, simulateCall } from './simulate-call.js';
import { simulatePreflight } from './simulate-preflight.js';
import { readSource } from './source.js';
import { UsageError } from './usage.js';

/** @import { Command } from './types.js' */

/** @type {Command} */
export const simulate = {
  name: 'simulate',
  summary: 'Say what S3 answers to a preflight or what comes of a whole call, and why',
  operands: 'FILE --origin ORIGIN --method METHOD [--headers NAMES] | FILE --page URL --url URL [--method METHOD] | FILE --call FILE [--page URL]',
  least: 1,
  most: 1,
  operandHelp: 'a file',
  options: [
    { name: 'origin', value: 'ORIGIN', help: 'For a preflight: the Origin, such as https://app.example.com' },
    { name: 'method', value: 'METHOD', help: 'The method of the call; for a preflight, Access-Control-Request-Method' },
    { name: 'headers', value: 'NAMES', help: 'For a preflight: Access-Control-Request-Headers, names with commas' },
    { name: 'page', value: 'URL', help: 'For a whole call: the page that makes it' },
    { name: 'url', value: 'URL', help: 'For a whole call: what it asks for' },
    { name: 'header', value: 'NAME:VALUE', many: true, help: 'For a whole call: a header that script sets; give it again for the next' },
    { name: 'body', value: 'KIND', help: 'For a whole call: string, urlencoded, form-data, bytes, stream, or the type of a Blob such as image/png' },
    { name: 'credentials', value: 'MODE', choices: ['omit', 'same-origin', 'include'], help: 'For a whole call: the credentials mode', byDefault: 'same-origin' },
    { name: 'via', value: 'API', choices: ['fetch', 'xhr', 'img', 'script', 'stylesheet', 'font', 'media', 'form', 'beacon'], help: 'For a whole call: how it is made', byDefault: 'fetch' },
    { name: 'call', value: 'FILE', help: 'A whole call as it was copied: a curl command, a fetch(), the head of a request' },
    { name: 'resource', value: 'KIND', choices: ['object', 'bucket', 'service'], help: 'What the URL names', byDefault: 'object' },
    { name: 'status', value: 'STATUS', help: 'For a whole call: how S3 answers apart from CORS', byDefault: '200' },
    ...sourceOptions,
  ],
  exits: 'S3 refuses the preflight, or script cannot read the response',
  examples: [
    { command: 's3cors simulate cors.xml --origin https://app.example.com --method PUT --headers content-type', means: 'a preflight' },
    { command: 's3cors simulate cors.xml --page https://app.example.com/ --url https://my-bucket.s3.amazonaws.com/cat.jpg --method PUT --body image/png', means: 'a whole call, with what the browser sends and prints' },
    { command: 's3cors simulate cors.xml --call request.txt --page https://app.example.com/', means: 'a request that was copied as curl from the developer tools' },
  ],
  async run(work) {
    const { given } = work;
    if (given.text('call') === '-' && given.operands[0] === '-') throw new UsageError('standard input can be read once only', 'Write - in one place, and a file in the other.');
    const isPreflight = ['origin', 'headers'].some((name) => given.flag(name));
    const isCall = ['page', 'url', 'header', 'body', 'credentials', 'via', 'call', 'status'].find((name) => given.flag(name));
    if (isPreflight && isCall) throw new UsageError(`--${isCall} is of a whole call, and ${given.flag('origin') ? '--origin' : '--headers'} of a preflight`, 'Write --page in place of --origin, and --header in place of --headers; or leave the others out.');
    if (!isPreflight && !isCall) throw new UsageError('simulate needs a request', 'Write --origin ORIGIN --method METHOD for a preflight, or --page URL --url URL for a whole call.');
    const call = isCall ? await readCallOf(work) : undefined;
    const named = await readSource(given.operands[0], work);
    return call ? simulateCall(named, call, work) : simulatePreflight(named, work);
  },
};
