/**
 * The put as a command for a POSIX shell.
 */

import { bucketURL } from './request.js';

/** @typedef {import('./arguments.js').PutOptions} PutOptions */

const continuation = ' \\\n  ';

/**
 * A text as one word of the shell (POSIX, Shell Command Language, section 2.2.2: single quotes keep all but themselves).
 *
 * @param {string} text
 */
export function quote(text) {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * The request by curl, signed with the credentials in the environment. Host and Content-Length are curl's to write; the
 * digest that the signature is made with is not, before curl 8.
 *
 * @param {[name: string, value: string][]} headers
 * @param {string} body
 * @param {string} sha256 of the body, in hexadecimal
 * @param {PutOptions} options
 */
export function curlCommand(headers, body, sha256, options) {
  const written = headers.filter(([name]) => name !== 'Host' && name !== 'Content-Length');
  written.push(['x-amz-content-sha256', sha256]);
  return [
    // curl before 8.5 signs ?cors wrongly and ?cors= rightly (curl/curl 10129); to S3 both are the same.
    `curl --fail-with-body --request PUT ${quote(`${bucketURL(options)}?cors=`)}`,
    '--aws-sigv4 "aws:amz:${AWS_REGION:-us-east-1}:s3"',
    '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
    '${AWS_SESSION_TOKEN:+"-Hx-amz-security-token: $AWS_SESSION_TOKEN"}',
    ...written.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    dataOption(body),
  ].join(continuation);
}

/**
 * The option that sends a body byte for byte, and the body. A here-document ends in a line feed, so only a body that does
 * can be one.
 *
 * @param {string} body
 */
function dataOption(body) {
  if (!body.endsWith('\n')) return `--data-binary ${quote(body)}\n`;
  const lines = body.split('\n');
  let delimiter = 'XML';
  while (lines.includes(delimiter)) delimiter += '_';
  return `--data-binary @- <<'${delimiter}'\n${body}${delimiter}\n`;
}
