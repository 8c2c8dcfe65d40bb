import os
import boto3

s3 = boto3.client("s3")

if os.environ.get("STAGE") == "prod":
    origins = ["https://shop.example.com"]
else:
    origins = ["*"]

s3.put_bucket_cors(
    Bucket="shop-images",
    CORSConfiguration={
        "CORSRules": [
            {"AllowedOrigins": origins, "AllowedMethods": ["GET"], "MaxAgeSeconds": 300},
        ]
    },
)
