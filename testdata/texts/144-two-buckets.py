"""Fabric tasks of the radio."""
from fabric import task
import boto3


@task
def setup_jingles(c, stage="dev"):
    s3 = boto3.client("s3")
    s3.put_bucket_cors(Bucket=f"jingles-{stage}", CORSConfiguration={
        "CORSRules": [{
            "AllowedMethods": ["GET"],
            "AllowedOrigins": ["https://onair.example.fm"],
        }],
    })


@task
def setup_recordings(c, stage="dev"):
    s3 = boto3.client("s3")
    s3.put_bucket_lifecycle_configuration(Bucket=f"recordings-{stage}", LifecycleConfiguration={
        "Rules": [{"ID": "old", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 90}}],
    })
    s3.put_bucket_cors(Bucket=f"recordings-{stage}", CORSConfiguration={
        "CORSRules": [{
            "AllowedMethods": ["PUT", "POST"],
            "AllowedOrigins": ["https://studio.example.fm"],
            "AllowedHeaders": ["*"],
            "MaxAgeSeconds": 7200,
        }],
    })
