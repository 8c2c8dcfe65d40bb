aws s3api put-bucket-cors \
  --bucket BUCKET \
  --cors-configuration '{
  "CORSRules": [
    {
      "ID": "app-uploads",
      "AllowedHeaders": ["content-type", "x-amz-*"],
      "AllowedMethods": ["PUT", "POST"],
      "AllowedOrigins": ["https://app.example.com", "http://localhost:5173"],
      "ExposeHeaders": ["ETag"],
      "MaxAgeSeconds": 3600
    },
    {
      "ID": "public-read",
      "AllowedHeaders": ["range"],
      "AllowedMethods": ["GET", "HEAD"],
      "AllowedOrigins": ["*"],
      "ExposeHeaders": ["Content-Range"],
      "MaxAgeSeconds": 7200
    }
  ]
}'
