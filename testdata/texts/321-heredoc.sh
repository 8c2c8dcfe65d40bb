#!/bin/sh
aws s3api put-bucket-cors --bucket "$BUCKET" --cors-configuration "$(cat <<EOF
{
  "CORSRules": [
    {
      "AllowedOrigins": ${ORIGINS_JSON},
      "AllowedMethods": ["GET", "HEAD"],
      "AllowedHeaders": $(jq -c '.headers["cors"]' settings.json),
      "ExposeHeaders": ["ETag"],
      "MaxAgeSeconds": ${AGE:-300}
    }
  ]
}
EOF
)"
