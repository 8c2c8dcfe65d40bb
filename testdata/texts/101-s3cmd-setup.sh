#!/usr/bin/env bash
#
# Prepares the bucket of the map tiles. Runs once for each environment:
#   ./setup-bucket.sh staging
set -euo pipefail

stage="${1:?usage: $0 STAGE}"
bucket="s3://tiles-${stage}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

if ! command -v s3cmd >/dev/null; then
  echo "s3cmd is missing; see <https://s3tools.example.org/install>" >&2
  exit 69
fi

if ! s3cmd info "$bucket" >/dev/null 2>&1; then
  s3cmd mb "$bucket"
fi

s3cmd setacl "$bucket" --acl-private
s3cmd expire "$bucket" --expiry-days=400 --expiry-prefix=cache/

cors_file="$(mktemp)"
trap 'rm -f "$cors_file"' EXIT

cat > "$cors_file" <<'XML'
<CORSConfiguration>
    <CORSRule>
        <AllowedOrigin>https://maps.example.org</AllowedOrigin>
        <AllowedOrigin>https://*.maps.example.org</AllowedOrigin>
        <AllowedMethod>GET</AllowedMethod>
        <AllowedMethod>HEAD</AllowedMethod>
        <AllowedHeader>range</AllowedHeader>
        <AllowedHeader>if-match</AllowedHeader>
        <ExposeHeader>ETag</ExposeHeader>
        <ExposeHeader>Content-Range</ExposeHeader>
        <MaxAgeSeconds>3000</MaxAgeSeconds>
    </CORSRule>
</CORSConfiguration>
XML

s3cmd setcors "$cors_file" "$bucket"
s3cmd info "$bucket" | sed -n 's/^ *CORS: *//p'

for style in "$here"/styles/*.json; do
  s3cmd put --mime-type=application/json --add-header='Cache-Control: max-age=300' "$style" "$bucket/styles/"
done
echo "done: $bucket"
