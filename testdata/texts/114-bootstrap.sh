#!/bin/bash
# Creates everything that a new customer needs. Idempotent.
set -eu
: "${CUSTOMER:?}" "${REGION:=eu-west-1}"

BUCKET="docs-$CUSTOMER"

log() { printf '%s %s\n' "$(date -u +%FT%TZ)" "$*"; }

log "bucket $BUCKET in $REGION"
aws s3api create-bucket --bucket "$BUCKET" --region "$REGION" \
  --create-bucket-configuration LocationConstraint="$REGION" >/dev/null || true

aws s3api put-bucket-versioning --bucket "$BUCKET" --versioning-configuration Status=Enabled
aws s3api put-bucket-encryption --bucket "$BUCKET" \
  --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}'

log "cors"
aws s3api put-bucket-cors --bucket "$BUCKET" --cors-configuration '{"CORSRules":[{"ID":"portal","AllowedOrigins":["https://portal.example.com"],"AllowedMethods":["GET","PUT","HEAD"],"AllowedHeaders":["*"],"ExposeHeaders":["ETag","x-amz-version-id"],"MaxAgeSeconds":900}]}'

log "lifecycle"
aws s3api put-bucket-lifecycle-configuration --bucket "$BUCKET" --lifecycle-configuration '{
  "Rules": [
    {"ID": "tmp", "Prefix": "tmp/", "Status": "Enabled", "Expiration": {"Days": 3}}
  ]
}'

aws sqs create-queue --queue-name "ingest-$CUSTOMER" --attributes '{"VisibilityTimeout":"120","MessageRetentionPeriod":"1209600"}' \
  --query QueueUrl --output text
log done
