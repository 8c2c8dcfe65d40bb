import os
import boto3

hosts = os.getenv("HOSTS", "").split(",")
methods = ["GET"] + (["PUT"] if os.getenv("WRITABLE") else [])

config = {}
config["CORSRules"] = [
    {
        "AllowedOrigins": [f"https://{host}" for host in hosts],
        "AllowedMethods": ["GET", "HEAD"] if not os.getenv("WRITABLE") else ["GET", "HEAD", "PUT"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
        "MaxAgeSeconds": int(os.getenv("AGE", "30")),
    },
    {"AllowedOrigins": ["https://static.example.com"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 60 * 60},
]

boto3.client("s3").put_bucket_cors(Bucket="reports", CORSConfiguration=config)
