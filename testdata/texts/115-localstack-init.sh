#!/bin/sh
# /etc/localstack/init/ready.d/10-buckets.sh
echo "########### buckets ###########"
awslocal s3 mb s3://avatars
awslocal s3 mb s3://exports

cat <<EOF > /tmp/avatars-cors.json
{
  "CORSRules": [
    {
      "AllowedOrigins": ["http://localhost:3000", "http://localhost:6006"],
      "AllowedMethods": ["GET", "PUT"],
      "AllowedHeaders": ["*"]
    }
  ]
}
EOF

cat <<EOF > /tmp/exports-cors.json
{
  "CORSRules": [
    {
      "AllowedOrigins": ["http://localhost:3000"],
      "AllowedMethods": ["GET"],
      "ExposeHeaders": ["Content-Disposition"],
      "MaxAgeSeconds": 1
    }
  ]
}
EOF

awslocal s3api put-bucket-cors --bucket avatars --cors-configuration file:///tmp/avatars-cors.json
awslocal s3api put-bucket-cors --bucket exports --cors-configuration file:///tmp/exports-cors.json
awslocal sns create-topic --name exports-done
echo "########### ready ###########"
