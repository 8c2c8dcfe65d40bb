/**
 * The arguments of convert.
 */

/** @typedef {import('./misuse.js').Argument} Argument */
/** @typedef {import('./payload.js').Payload} Payload */

const formats = [
  'xml', 'json', 'console', 'aws-cli', 'boto3', 'ibm-boto3', 'sdk-js', 'cloudformation-json', 'cloudformation-yaml', 'cdk', 'terraform',
  'pulumi', 'r2', 'gcs',
];

/**
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeFormat(payload, argument, value) {
  const format = argument.present('', value);
  if (!formats.includes(format)) throw argument.wrong('', formats.map((name) => `'${name}'`).join(', ').replace(/, ([^,]*)$/, ' or $1'), format);
  payload.string(format);
}

/**
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeOptions(payload, argument, value) {
  const options = argument.object('', value === undefined ? {} : value);
  for (const name of ['bucket', 'endpoint', 'expectedBucketOwner', 'checksumAlgorithm']) {
    payload.string(argument.stringOrNull(`.${name}`, options[name]) ?? '');
  }
}
