"""A Pulumi program with plain dictionaries."""
import json
import pulumi
from pulumi_aws import s3, iam

cfg = pulumi.Config()
scores = s3.Bucket("scores", force_destroy=True)

s3.BucketCorsConfiguration(
    "scores-cors",
    bucket=scores.id,
    cors_rules=[
        {
            "allowed_headers": ["*"],
            "allowed_methods": ["GET", "PUT"],
            "allowed_origins": ["https://music.example.com", cfg.require("preview")],
            "expose_headers": ["ETag"],
            "max_age_seconds": 1800,
        }
    ],
)

iam.Policy("write-scores", policy=scores.arn.apply(lambda arn: json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:PutObject"], "Resource": [f"{arn}/*"]}],
})))
pulumi.export("bucket", scores.bucket)
