import boto3

ORIGINS = ["https://lab.example.edu", "https://lab2.example.edu"]
METHODS = ["GET", "HEAD"]
DAY = 86400

cors_rule = {
    "AllowedOrigins": ORIGINS,
    "AllowedMethods": METHODS,
    "AllowedHeaders": ["Authorization"],
    "ExposeHeaders": ["x-amz-meta-" + "sample", "ETag"],
    "MaxAgeSeconds": DAY,
}


def apply(bucket):
    client = boto3.client("s3")
    client.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": [cors_rule]})


for name in ("raw-samples", "clean-samples"):
    apply(name)
