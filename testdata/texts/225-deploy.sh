#!/usr/bin/env bash
set -euo pipefail

PROJECT="${1:?project}"
BUCKET="gs://${PROJECT}-uploads"

gcloud config set project "$PROJECT"
gcloud storage buckets create "$BUCKET" --location=europe-west3 --uniform-bucket-level-access || true

echo '[{"origin": ["https://up.example.com"], "method": ["PUT", "GET"], "responseHeader": ["Content-Type"], "maxAgeSeconds": 120}]' > /tmp/cors.json
gcloud storage buckets update "$BUCKET" --cors-file=/tmp/cors.json

gcloud run deploy signer --image "registry.example.com/${PROJECT}/signer" \
  --set-env-vars "BUCKET=${BUCKET},ALLOWED_ORIGINS=https://up.example.com" --region europe-west3
