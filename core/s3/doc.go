// Package s3 is what Amazon S3 does with a bucket's CORS configuration: whether
// PutBucketCors takes it, and what S3 answers to any request, preflight or actual.
//
// S3's behaviour is fact, not opinion: each rule names its authority in one line beside the
// code. "Recorded" means an answer recorded on AWS, with the public test suite that holds it; where nobody has
// recorded S3, the reading is an entry of the table of assumptions, and an answer
// that rests on one says so.
//
// The recordings by their short names:
//   - LS: localstack/localstack, tests/aws/services/s3/test_s3_cors.snapshot.json (2023 to 2025)
//   - MG: minio/minio-go, functional_tests.go testCors
//   - SC: scality/cloudserver, functional tests in their AWS mode, and its pull requests 497 and 518
//   - ST: ceph/s3-tests, test_cors_*
//   - VR: versity/versitygw, tests/test_rest_cors.sh and the issues that quote S3
package s3
