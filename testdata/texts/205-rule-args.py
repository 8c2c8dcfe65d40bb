import pulumi_aws as aws

seeds = aws.s3.Bucket(
    "seeds",
    acl="private",
    cors_rules=[
        aws.s3.BucketCorsRuleArgs(
            allowed_headers=["*"],
            allowed_methods=["PUT", "POST"],
            allowed_origins=["https://garden.example.com"],
            expose_headers=["ETag"],
            max_age_seconds=3000,
        ),
        aws.s3.BucketCorsRuleArgs(allowed_methods=["GET"], allowed_origins=["*"]),
    ],
    versioning=aws.s3.BucketVersioningArgs(enabled=True),
)
