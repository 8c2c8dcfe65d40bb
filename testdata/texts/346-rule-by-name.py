cors_rule = aws_s3.CorsRule(
    allowed_methods=[aws_s3.HttpMethods.GET],
    allowed_origins=["https://atlas.example.com"],
    max_age=3000,
)
aws_s3_bucket = aws_s3.Bucket(self, "Atlas", cors=[cors_rule])
