/**
 * The put as Python programs: boto3 for S3, ibm_boto3 for IBM COS.
 */

import { hexadecimal, literal, unprintable } from './literal.js';
import { placeholder } from './request.js';

/** @typedef {import('./arguments.js').PutOptions} PutOptions */
/** @typedef {import('../s3cors.js').CORSConfiguration} CORSConfiguration */

/** Stands where no endpoint is given: IBM COS has no common one. */
const ibmEndpoint = 'https://s3.REGION.cloud-object-storage.appdomain.cloud';

/**
 * @param {CORSConfiguration} configuration
 * @param {PutOptions} options
 */
export function boto3Program(configuration, options) {
  const { checksumAlgorithm: algorithm } = options;
  const endpoint = options.endpoint === '' ? '' : `, endpoint_url=${write(options.endpoint)}`;
  const remark = algorithm === 'CRC32C' || algorithm === 'CRC64NVME' ? `# ${algorithm} may need: pip install 'botocore[crt]'\n` : '';
  return `import boto3

${remark}s3 = boto3.client('s3'${endpoint})
s3.put_bucket_cors(
    Bucket=${write(options.bucket || placeholder)},
${keywords(configuration, options)})
`;
}

/**
 * The resource's form, with its keywords, is that of the reference of ibm_boto3, BucketCors.put; where the credentials come
 * from is in IBM's documentation, "Using Python".
 *
 * @param {CORSConfiguration} configuration
 * @param {PutOptions} options
 */
export function ibmBoto3Program(configuration, options) {
  const remark = options.expectedBucketOwner === '' ? '' : '    # IBM COS ignores ExpectedBucketOwner.\n';
  return `import ibm_boto3

# Credentials come from ~/.bluemix/cos_credentials. With an API key instead of HMAC keys the resource needs
# config=ibm_botocore.client.Config(signature_version='oauth') too.
cos = ibm_boto3.resource('s3', endpoint_url=${write(options.endpoint || ibmEndpoint)})
bucket_cors = cos.BucketCors(${write(options.bucket || placeholder)})
bucket_cors.put(
${keywords(configuration, options, remark)})
`;
}

/**
 * @param {CORSConfiguration} configuration
 * @param {PutOptions} options
 * @param {string} [remark] on the owner
 */
function keywords(configuration, { checksumAlgorithm, expectedBucketOwner }, remark = '') {
  let text = `    CORSConfiguration=${write(configuration, '    ')},\n`;
  if (checksumAlgorithm !== '') text += `    ChecksumAlgorithm=${write(checksumAlgorithm)},\n`;
  if (expectedBucketOwner !== '') text += `${remark}    ExpectedBucketOwner=${write(expectedBucketOwner)},\n`;
  return text;
}

/**
 * @param {unknown} value
 * @param {string} [indent] of the line that the literal begins on
 */
function write(value, indent) {
  return literal(value, { text: pythonText, indent: '    ', trailingComma: true }, indent);
}

/**
 * A text as a Python string (Python language reference, section 2.4.1).
 *
 * @param {string} text
 */
export function pythonText(text) {
  return `'${text.replace(/['\\]/g, '\\$&').replace(unprintable, escape)}'`;
}

/** @param {string} character */
function escape(character) {
  const code = /** @type {number} */ (character.codePointAt(0));
  if (character === '\n') return '\\n';
  if (code < 0x100) return `\\x${hexadecimal(code, 2)}`;
  return code < 0x10000 ? `\\u${hexadecimal(code, 4)}` : `\\U${hexadecimal(code, 8)}`;
}
