#!/bin/bash
set -e
gsutil cors set /dev/stdin gs://mirror-eu <<< '[{"origin":["https://mirror.example.com"],"method":["GET"],"responseHeader":["ETag"],"maxAgeSeconds":60}]'

aws s3api put-bucket-cors --bucket mirror-us --cors-configuration "$(cat <<'JSON'
{"CORSRules":[{"AllowedOrigins":["https://mirror.example.com"],"AllowedMethods":["GET"],"ExposeHeaders":["ETag"],"MaxAgeSeconds":60}]}
JSON
)"
