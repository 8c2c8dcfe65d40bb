/**
 * The arguments of convert.
 */

/** @typedef {import('./misuse.js').Argument} Argument */
/** @typedef {import('./payload.js').Payload} Payload */

const formats = [
  'xml', 'json', 'console', 'aws-cli', 'boto3', 'ibm-boto3', 'sdk-js', 'cloudformation-json', 'cloudformation-yaml', 'cdk', 'terraform',
  'pulumi', 'r2', 'gcs',
];

const algorithms = ['CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'];

/** @param {string[]} words */
function oneOf(words) {
  return words.map((word) => `'${word}'`).join(', ').replace(/, ([^,]*)$/, ' or $1');
}

/**
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeFormat(payload, argument, value) {
  const format = argument.present('', value);
  if (!formats.includes(format)) throw argument.wrong('', oneOf(formats), format);
  payload.string(format);
}

/**
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeOptions(payload, argument, value) {
  const options = argument.object('', value === undefined ? {} : value);
  for (const name of ['bucket', 'endpoint', 'expectedBucketOwner']) payload.string(argument.stringOrNull(`.${name}`, options[name]) ?? '');
  const algorithm = argument.stringOrNull('.checksumAlgorithm', options.checksumAlgorithm) ?? '';
  if (algorithm !== '' && !algorithms.includes(algorithm)) throw argument.wrong('.checksumAlgorithm', oneOf(algorithms), algorithm);
  payload.string(algorithm);
}
