bucket = s3.Bucket(self, "Minutes", versioned=True)
bucket.add_cors_rule(
    allowed_methods=[s3.HttpMethods.GET],
    allowed_origins=["https://minutes.example.org"],
    allowed_headers=["*"],
)
bucket.add_cors_rule(allowed_methods=[s3.HttpMethods.PUT], allowed_origins=["https://clerk.minutes.example.org"], max_age=5)
