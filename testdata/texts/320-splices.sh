#!/usr/bin/env bash
set -euo pipefail
BUCKET=$1
DOMAIN=$2
AGE=${3:-600}

aws s3api put-bucket-cors \
  --bucket "$BUCKET" \
  --cors-configuration '{
    "CORSRules": [
      {
        "ID": "'"$DOMAIN"'-web",
        "AllowedOrigins": ["https://'"$DOMAIN"'", "https://www.'"${DOMAIN}"'", "'$EXTRA_ORIGIN'"],
        "AllowedMethods": ["GET", "PUT"],
        "AllowedHeaders": ["*"],
        "MaxAgeSeconds": '"$AGE"'
      }
    ]
  }'
