import boto3

rule = {
    "AllowedOrigins": ["https://desk.example.com"],
    "AllowedMethods": ["GET"],
    "AllowedHeaders": ["*"],
}
if uploads:
    rule["AllowedMethods"] = ["GET", "PUT"]

boto3.client("s3").put_bucket_cors(Bucket="desk", CORSConfiguration={"CORSRules": [rule]})
