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

/**
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeFormat(payload, argument, value) {
  payload.string(argument.oneOf('', formats, argument.present('', value)));
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
  payload.string(algorithm && argument.oneOf('.checksumAlgorithm', algorithms, algorithm));
}
