// What is often written in a rule, for completion: usual headers, and the origins that are in use here.

/** @import { Evaluation } from './types.js' */

/** Headers that calls of S3 carry (API_PutObject; what the SDKs and presigned uploads add). */
export const requestHeaders = [
  '*', 'authorization', 'content-type', 'content-md5', 'content-disposition', 'cache-control', 'range', 'if-match', 'if-none-match', 'x-amz-*', 'x-amz-acl', 'x-amz-meta-*',
  'x-amz-date', 'x-amz-content-sha256', 'x-amz-security-token', 'x-amz-user-agent', 'x-amz-checksum-crc32', 'x-amz-sdk-checksum-algorithm', 'x-amz-server-side-encryption', 'x-amz-tagging',
];

/** Response headers of S3 that script cannot read unless they are exposed. */
export const responseHeaders = [
  'ETag', 'Accept-Ranges', 'Content-Range', 'Content-Disposition', 'Content-Encoding', 'Date', 'Location', 'x-amz-request-id', 'x-amz-id-2', 'x-amz-version-id', 'x-amz-delete-marker',
  'x-amz-server-side-encryption', 'x-amz-checksum-crc32',
];

/**
 * The page's origin first, then those of the rules.
 *
 * @param {Evaluation | null} evaluation
 */
export function originsInUse(evaluation) {
  const ofRules = evaluation?.configuration?.CORSRules.flatMap((rule) => rule.AllowedOrigins) ?? [];
  return [...new Set([evaluation?.origin ?? '', ...ofRules])].filter((origin) => origin !== '');
}

/**
 * The headers that the call asks for first.
 *
 * @param {Evaluation | null} evaluation
 */
export function headersInUse(evaluation) {
  return [...new Set([...(evaluation?.headers ?? []), ...requestHeaders])];
}
