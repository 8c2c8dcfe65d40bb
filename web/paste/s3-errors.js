/**
 * S3's error codes (Amazon S3 API reference, "Error responses") as people meet them with presigned URLs and CORS: what each
 * means, and whether it is CORS at all.
 */

/** @typedef {import('../s3cors.js').Explanation} Explanation */
/** @typedef {import('./reasons.js').Meaning} Meaning */

/** @typedef {Meaning & { reason?: string, status?: number, unseen?: boolean }} ErrorMeaning  unseen: S3 never adds CORS headers to it. */

const sameKey = 'See that the URL is used as it was made: same method, same headers, nothing added to the query.';
const clock = 'Compare the clock of the computer that signs with the true time.';
const region = 'Use the endpoint of the bucket’s region: BUCKET.s3.REGION.amazonaws.com.';
const validate = 'Validate the configuration here: it names the place and what to write instead.';

/**
 * @param {string} meaning
 * @param {string[]} next
 * @param {Partial<ErrorMeaning>} [more]
 * @returns {ErrorMeaning}
 */
function not(meaning, next, more = {}) {
  return { cors: 'no', meaning, next, related: ['rights-shown-as-cors'], ...more };
}

/**
 * @param {string} meaning
 * @param {string[]} next
 * @param {Partial<ErrorMeaning>} [more]
 * @returns {ErrorMeaning}
 */
function is(meaning, next, more = {}) {
  return { cors: 'yes', meaning, next, related: [], ...more };
}

/** @type {Record<string, ErrorMeaning>} */
export const s3Errors = {
  AccessForbidden: is('S3 refuses the preflight: no rule of the bucket covers the origin, the method and every header name that it asks for', ['Simulate the preflight: the trace names the check of each rule that fails.', 'Look at Origin, Access-Control-Request-Method and Access-Control-Request-Headers of the OPTIONS request in the network tab.'], { reason: 'acao-missing', related: ['presigned-put-headers', 'origin-differs', 'method-not-listed'] }),
  NoSuchCORSConfiguration: is('The bucket has no CORS configuration', ['Put one with PutBucketCors.'], { status: 404 }),

  SignatureDoesNotMatch: not('The signature does not fit the request: what was signed differs from what was sent', [sameKey, 'Send Content-Type, and each x-amz header, exactly as it was when the URL was signed, or leave it out of both.', 'Check the secret key and the region of the client that signs.']),
  AccessDenied: not('The credentials that signed the request do not have the right that it needs, or nothing was signed and the object is not public', ['Check the IAM policy of the signer and the policy of the bucket for this action and key.', 'Look for a KMS key, a bucket owner or a Block Public Access setting that forbids it.', 'Without s3:ListBucket a missing key is AccessDenied too: check the key.'], { status: 403 }),
  RequestTimeTooSkewed: not('The clock of the computer that signs differs by more than 15 minutes from that of S3', [clock]),
  ExpiredToken: not('The temporary credentials that signed the request have expired', ['Get new credentials, and sign again.', 'A presigned URL ends with the credentials that made it, however long its own time is.']),
  ExpiredTokenException: not('The temporary credentials have expired', ['Get new credentials, and sign again.']),
  TokenRefreshRequired: not('The security token has to be renewed', ['Get new credentials, and sign again.']),
  InvalidToken: not('The security token is malformed or belongs to other credentials', ['Pass access key, secret key and session token of the same credentials.', 'See that the token was not cut or decoded twice in the URL.']),
  InvalidAccessKeyId: not('The access key does not exist at this service', ['Check the access key, and that the endpoint is the service that made it.']),
  InvalidSecurity: not('The security information of the request is not right', ['Check the credentials of the signer.']),
  UnauthorizedAccess: not('The region needs credentials of its own', ['Check that the account has this region enabled.']),
  AuthorizationHeaderMalformed: not('The signature is for another region, or the Authorization header is malformed', [region, 'Set the region of the client to the one that the error names.'], { related: ['rights-shown-as-cors', 'redirect-to-region'] }),
  AuthorizationQueryParametersError: not('The query of the presigned URL is malformed, or the signature is for another region or for more than seven days', ['See that the URL was not encoded a second time.', region, 'Sign for 604800 seconds or less.'], { related: ['rights-shown-as-cors', 'redirect-to-region'] }),
  AccountProblem: not('There is a problem with the AWS account', ['Ask AWS support.']),
  AllAccessDisabled: not('All access to this resource has been disabled', ['Check the name of the bucket.', 'Ask AWS support.']),
  InvalidObjectState: not('The object is archived and cannot be read now', ['Restore it first.']),
  InvalidPayer: not('Access to the object is disabled', ['Ask the owner of the bucket.']),
  NotSignedUp: not('The account is not signed up for S3', ['Sign up for S3.']),
  CrossLocationLoggingProhibited: not('Logging across regions is not allowed', ['Log to a bucket in the same region.'], { related: [] }),

  NoSuchBucket: not('There is no bucket of that name at this endpoint', ['Check the name of the bucket and the endpoint.'], { unseen: true }),
  NoSuchKey: not('There is no object with that key', ['Check the key, its letter case, and that it is encoded once in the URL.']),
  NoSuchUpload: not('The multipart upload does not exist any more: it was completed or aborted', ['Begin a new upload.']),
  NoSuchVersion: not('There is no such version of the object', ['Check versionId.']),
  NoSuchLifecycleConfiguration: not('The bucket has no lifecycle configuration', ['Put one first.'], { related: [] }),
  NoSuchBucketPolicy: not('The bucket has no policy', ['Put one first.'], { related: [] }),
  InvalidBucketName: not('The name of the bucket is not one that S3 takes', ['Check the name: lower-case letters, digits, hyphens and dots, 3 to 63 of them.'], { unseen: true }),

  PermanentRedirect: not('The bucket is in another region than the endpoint', [region], { status: 301, related: ['redirect-to-region'] }),
  TemporaryRedirect: not('The bucket is new, and its name does not lead to its region yet', [region, 'Wait until DNS has the new name.'], { status: 307, related: ['redirect-to-region'] }),
  Redirect: not('S3 redirects to another endpoint', [region], { status: 307, related: ['redirect-to-region'] }),
  IllegalLocationConstraintException: not('The endpoint is of another region than the bucket', [region], { related: ['redirect-to-region'] }),

  MethodNotAllowed: not('S3 does not know this method for this resource', ['Check method and URL: POST, for one, is for forms and multipart uploads.']),
  MissingContentLength: not('The upload has no Content-Length', ['Send a Blob or a File, not a stream.']),
  EntityTooLarge: not('The upload is larger than allowed', ['Upload in parts, or widen content-length-range in the POST policy.']),
  EntityTooSmall: not('The upload, or a part that is not the last, is smaller than allowed', ['Make parts of 5 MB or more.']),
  IncompleteBody: not('Fewer bytes came than Content-Length says', ['Look whether the upload was interrupted.']),
  RequestTimeout: not('The upload stopped before its end', ['Look at the network connection, and try again.']),
  InvalidPart: not('A part of the upload was not found, or its ETag is another', ['Read ETag from the answer to each part: list ETag in ExposeHeaders.'], { related: ['etag-not-exposed'] }),
  InvalidPartOrder: not('The parts are not in ascending order', ['Sort the parts by number.'], { related: [] }),
  BadDigest: not('The checksum that was sent is not that of the body', ['Compute Content-MD5 or x-amz-checksum-* over the bytes that are sent.'], { related: [] }),
  InvalidDigest: not('Content-MD5 is not the base64 of 16 bytes', ['Write the digest in base64, not in hexadecimal.'], { related: [] }),
  XAmzContentSHA256Mismatch: not('x-amz-content-sha256 is not the digest of the body', ['Compute it over the bytes that are sent, or send UNSIGNED-PAYLOAD.'], { related: [] }),
  XAmzContentChecksumMismatch: not('The checksum that was sent is not that of the body', ['See that the SDK that signs adds no checksum of an empty body to a presigned URL.'], { related: ['sdk-checksum-headers'] }),
  PreconditionFailed: not('A condition of the request, such as If-Match, does not hold', ['Look at the If-* headers, and at the conditions of the POST form.']),
  NotModified: not('The object has not changed', ['Use the copy that is there.'], { related: [] }),
  InvalidRange: not('The range lies beyond the end of the object', ['Look at the Range header.']),
  InvalidPolicyDocument: not('The POST policy cannot be read', ['Check its JSON and base64.']),
  MalformedPOSTRequest: not('The form is not well-formed multipart/form-data', ['Let the browser write Content-Type: do not set it for FormData.']),
  IncorrectNumberOfFilesInPostRequest: not('A POST form carries one file', ['Send one file in each form, as its last field.']),
  MaxPostPreDataLengthExceededError: not('The fields before the file are too large', ['Put the file field last.']),
  AccessControlListNotSupported: not('The bucket takes no ACLs', ['Do not send x-amz-acl.']),
  MissingSecurityHeader: not('A header that the request needs is missing', ['Look which header the message names.']),
  CredentialsNotSupported: not('This request takes no credentials', ['Leave them out.']),
  NotImplemented: not('The service does not know something that the request asks for', ['Look which header the message names: Transfer-Encoding, for one, comes with a stream as body.', 'MinIO’s community server has no CORS configuration for buckets.']),
  SlowDown: not('There are too many requests to this prefix', ['Try again, with growing pauses.']),
  ServiceUnavailable: not('S3 asks to come back later', ['Try again, with growing pauses.']),
  InternalError: not('S3 failed', ['Try again, with growing pauses.']),
  OperationAborted: not('Another change to the bucket is under way', ['Try again.'], { related: [] }),
  KeyTooLongError: not('The key has more than 1024 bytes', ['Shorten the key.']),
  InvalidURI: not('The URL cannot be read', ['Encode the key in the URL once.']),
  InvalidArgument: not('An argument of the request is not one that S3 takes', ['Look which one the message names.']),

  MalformedXML: { cors: 'no', meaning: 'S3 cannot read the XML document, or it is not what the call wants; for a CORS configuration nothing has been stored', next: [validate, 'Give each rule an AllowedOrigin and an AllowedMethod.'], related: ['misspelled-member', 'wrong-container'], status: 400 },
  RequestHeaderSectionTooLarge: not('The headers of the request, or its query, are longer than S3 takes: 8 KB', ['Send fewer or shorter headers: user metadata (x-amz-meta-), for one, may have 2 KB.', 'For a preflight, look at the length of Access-Control-Request-Headers.'], { status: 400 }),
  MaxMessageLengthExceeded: { cors: 'no', meaning: 'The document is larger than S3 takes; a CORS configuration may have 64 KB', next: ['Join rules, or use one wildcard for many origins.'], related: [], status: 400 },
  MissingRequestBodyError: { cors: 'no', meaning: 'The request has no body', next: ['Send the XML document as the body.'], related: [] },
  InvalidRequest: not('S3 does not take the request', ['Look at what the message names.']),
  BadRequest: not('S3 cannot make sense of the request', ['Look at what the message names.']),
};

/** Codes that are words of the language, and count only where something marks them as a code. */
export const commonWords = new Set(['Redirect', 'NotModified', 'NotImplemented', 'ServiceUnavailable', 'InternalError', 'BadRequest', 'InvalidRequest', 'InvalidArgument', 'MethodNotAllowed', 'RequestTimeout', 'SlowDown']);

/**
 * A message of S3's that says more than its code. In what it says, {1} is a value: up to the words behind it or, where none are,
 * up to the end of the message. goesOn is the rest of it, a full stop where nothing is given, without which it is known too.
 *
 * @typedef {object} KnownMessage
 * @property {string} code
 * @property {string[]} says
 * @property {string} [goesOn]
 * @property {Partial<ErrorMeaning> & { assumption?: string }} means
 */

/**
 * S3's answers as recorded; Amazon S3 user guide, "Troubleshooting CORS", which has a blank in CORS Response.
 *
 * @type {KnownMessage[]}
 */
export const s3Messages = [
  { code: 'AccessForbidden', says: ['CORSResponse: Bucket not found', 'CORS Response: Bucket not found'], means: { meaning: 'S3 refuses the preflight, since there is no bucket of that name at this endpoint', next: ['Check the name of the bucket and the endpoint.'], related: [] } },
  { code: 'AccessForbidden', says: ['CORSResponse: CORS is not enabled for this bucket', 'CORS Response: CORS is not enabled for this bucket'], means: { meaning: 'S3 refuses the preflight, since the bucket has no CORS configuration', next: ['Put a CORS configuration on the bucket.', 'See that it was put on this very bucket, and wait some seconds.'], related: [] } },
  { code: 'AccessForbidden', says: ['CORSResponse: This CORS request is not allowed', 'CORS Response: This CORS request is not allowed'], goesOn: ". This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.", means: {} },
  // Cloudflare R2's own words, as its users have recorded them; the same for a bucket without rules and for a request that none covers.
  { code: 'Unauthorized', says: ['CORS not configured for this bucket'], means: { cors: 'yes', meaning: 'Cloudflare R2 refuses the preflight: the bucket has no CORS policy, or no rule of it covers the origin, the method and every header name', next: ['Put a CORS policy on the bucket, in the form of R2.', 'Simulate the preflight: the trace names the check of each rule that fails.', 'See that the endpoint is that of the bucket’s jurisdiction: EU buckets have one of their own.'], related: ['presigned-put-headers', 'origin-differs', 'method-not-listed'], reason: 'acao-missing' } },
  { code: 'BadRequest', says: ['Insufficient information. Origin request header needed'], means: { cors: 'yes', meaning: 'An OPTIONS request came without an Origin header, which browsers always send with a preflight', next: ['Add -H "Origin: https://your.page" to the command that sent it.', 'If a browser sent it, look for a CDN that drops Origin.'], related: ['headers-missing', 'cdn-without-origin'] } },
  { code: 'BadRequest', says: ['Invalid Access-Control-Request-Method: {1}'], means: { cors: 'yes', meaning: 'The preflight asks for the method {1}, and S3 knows GET, PUT, HEAD, POST and DELETE in capitals', next: ['Use one of these methods in the script, in capitals.'], related: ['unsupported-method'], reason: 'acao-missing', assumption: 'acrm-invalid' } },
  { code: 'BadRequest', says: ['Access-Control-Request-Headers "{1}" contains invalid character'], means: { cors: 'yes', meaning: 'The preflight asks for "{1}", which is no header name', next: ['Look at Access-Control-Request-Headers of the OPTIONS request.'], related: [], reason: 'acao-missing', assumption: 'acrh-invalid-character' } },
  { code: 'AccessDenied', says: ['Request has expired', 'request has expired'], means: { meaning: 'The presigned URL has expired', next: ['Make a new URL shortly before it is used.', clock] } },
  { code: 'AccessDenied', says: ['There were headers present in the request which were not signed', 'headers present in the request which were not signed', 'Headers present in the request which were not signed'], means: { meaning: 'The request carries x-amz headers that were not signed', next: ['Sign with the headers that are sent, or do not send them.'] } },
  { code: 'AccessDenied', says: ['Invalid according to Policy'], means: { meaning: 'A field of the form does not fit the POST policy', next: ['Compare each field, key and Content-Type above all, with the conditions of the policy.'] } },
  { code: 'InvalidRequest', says: ['Found unsupported HTTP method in CORS config. Unsupported method is {1}'], means: { meaning: 'S3 does not take the configuration: AllowedMethod "{1}" is not one of GET, PUT, HEAD, POST and DELETE', next: ['Write one of the five, in capitals; OPTIONS is answered without being listed.', validate], related: ['unsupported-method'] } },
  { code: 'InvalidRequest', says: ['AllowedOrigin "{1}" can not have more than one wildcard'], means: { meaning: 'S3 does not take the configuration: AllowedOrigin "{1}" has more than one *', next: ['Keep one *, or write one origin each.', validate], related: ['wildcard'] } },
  { code: 'InvalidRequest', says: ['AllowedHeader "{1}" can not have more than one wildcard'], means: { meaning: 'S3 does not take the configuration: AllowedHeader "{1}" has more than one *', next: ['Keep one *.', validate], related: ['wildcard'] } },
  { code: 'InvalidRequest', says: ['ExposeHeader "{1}" contains wildcard'], goesOn: '. We currently do not support wildcard for ExposeHeader.', means: { meaning: 'S3 does not take the configuration: ExposeHeader "{1}" has a *, and takes names only', next: ['List the names, ETag among them.', validate], related: ['response-header-hidden'] } },
  { code: 'InvalidRequest', says: ['AllowedHeader "{1}" contains invalid character'], means: { meaning: 'S3 does not take the configuration: "{1}" holds a character that no header name has; S3 says AllowedHeader of an ExposeHeader too', next: ['Write one name in each AllowedHeader and ExposeHeader.', validate], related: [], assumption: 'allowed-header-character' } },
  { code: 'InvalidRequest', says: ['The number of CORS rules should not exceed allowed limit of 100', 'number of CORS rules should not exceed allowed limit of 100'], goesOn: ' rules.', means: { meaning: 'S3 does not take the configuration: it has more than 100 rules', next: ['Join rules that differ in their origins only.'], related: [] } },
  { code: 'InvalidRequest', says: ['ID length should not exceed allowed limit of 255'], means: { meaning: 'S3 does not take the configuration: an ID has more than 255 characters', next: ['Shorten the ID.'], related: [], assumption: 'id-too-long' } },
  { code: 'InvalidRequest', says: ['Missing required header for this request: Content-MD5'], means: { meaning: 'PutBucketCors wants a Content-MD5 or an x-amz-checksum header', next: ['Send the digest: preparePut gives the whole request.'], related: [] } },
];
