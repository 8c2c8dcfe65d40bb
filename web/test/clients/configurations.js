/**
 * The configurations that every client puts.
 */

/** @typedef {import('../../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../../s3cors.js').CORSRule} CORSRule */

/** Ten rules that use every field, and what is surprising and all the same accepted. @type {CORSConfiguration} */
export const tenRules = {
  CORSRules: [
    {
      ID: 'everything',
      AllowedOrigins: ['https://www.example.com', 'https://*.example.org', 'http://localhost:*'],
      AllowedMethods: ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'],
      AllowedHeaders: ['Content-Type', 'x-amz-*', '*'],
      ExposeHeaders: ['ETag', 'x-amz-request-id', 'x-amz-meta-note'],
      MaxAgeSeconds: 3000,
    },
    { ID: 'never cached', AllowedOrigins: ['https://fresh.example'], AllowedMethods: ['PUT'], MaxAgeSeconds: 0 },
    { ID: 'cached for long', AllowedOrigins: ['https://old.example'], AllowedMethods: ['GET'], MaxAgeSeconds: 2147483647 },
    { ID: 'a&b<c>"d\'é', AllowedOrigins: ['https://a.example/?a=1&b=2'], AllowedMethods: ['GET'] },
    { ID: 'i'.repeat(255), AllowedOrigins: ['https://*'], AllowedMethods: ['DELETE'], AllowedHeaders: ['*-id'] },
    { AllowedOrigins: ['', 'start*end', 'https', 'https://slash.example/'], AllowedMethods: ['POST', 'GET'], MaxAgeSeconds: -200 },
    { ID: 'repeated', AllowedOrigins: ['https://r.example', 'https://r.example'], AllowedMethods: ['PUT', 'PUT'], ExposeHeaders: ['ETag', 'ETag'] },
    { ID: 'repeated', AllowedOrigins: ['null'], AllowedMethods: ['HEAD'], AllowedHeaders: ['AUTHORIZATION', 'authorization'] },
    { ID: ' blanks ', AllowedOrigins: ['https://é.example'], AllowedMethods: ['GET'], ExposeHeaders: ['GET'], MaxAgeSeconds: 1 },
    { ID: '', AllowedOrigins: ['*'], AllowedMethods: ['GET', 'HEAD'], AllowedHeaders: [''], ExposeHeaders: ['ETag', ''] },
  ],
};

/** @type {CORSRule} */
const plain = { AllowedOrigins: ['https://a.example'], AllowedMethods: ['GET'] };

/**
 * Configurations that S3 refuses, with its code and message.
 *
 * @type {{ name: string, configuration: CORSConfiguration, code: string, message: string }[]}
 */
export const refused = [
  {
    name: 'an unsupported method',
    configuration: { CORSRules: [plain, { ...plain, AllowedMethods: ['GET', 'PATCH'] }] },
    code: 'InvalidRequest',
    message: 'Found unsupported HTTP method in CORS config. Unsupported method is PATCH',
  },
  {
    name: 'an origin with two wildcards',
    configuration: { CORSRules: [{ ...plain, AllowedOrigins: ['https://*.example.*'] }] },
    code: 'InvalidRequest',
    message: 'AllowedOrigin "https://*.example.*" can not have more than one wildcard.',
  },
  {
    name: 'a wildcard in an exposed header',
    configuration: { CORSRules: [{ ...plain, ExposeHeaders: ['x-amz-meta-*'] }] },
    code: 'InvalidRequest',
    message: 'ExposeHeader "x-amz-meta-*" contains wildcard. We currently do not support wildcard for ExposeHeader.',
  },
  {
    name: 'a rule more than a hundred',
    configuration: { CORSRules: Array(101).fill(plain) },
    code: 'InvalidRequest',
    message: 'The number of CORS rules should not exceed allowed limit of 100 rules.',
  },
];

/**
 * A configuration without members that say nothing, as which clients give back what was never put.
 *
 * @param {CORSConfiguration} configuration
 */
export function withoutEmpty({ CORSRules }) {
  const says = (/** @type {unknown} */ value) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  return { CORSRules: CORSRules.map((rule) => Object.fromEntries(Object.entries(rule).filter(([, value]) => says(value)))) };
}

/**
 * A configuration as a client puts it that leaves out all that is 0 or an empty text.
 *
 * @param {CORSConfiguration} configuration
 * @returns {CORSConfiguration}
 */
export function withoutZero({ CORSRules }) {
  const isZero = (/** @type {unknown} */ value) => value === 0 || value === '';
  return {
    CORSRules: CORSRules.map((rule) => /** @type {CORSRule} */ (Object.fromEntries(Object.entries(rule)
      .filter(([, value]) => !isZero(value))
      .map(([name, value]) => [name, Array.isArray(value) ? value.filter((item) => !isZero(item)) : value])))),
  };
}
