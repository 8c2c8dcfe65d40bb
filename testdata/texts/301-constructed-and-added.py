from aws_cdk import aws_s3 as s3

self.media = s3.Bucket(self, "Media", cors=[
    s3.CorsRule(allowed_methods=[s3.HttpMethods.GET], allowed_origins=["*"]),
])
self.media.add_cors_rule(allowed_methods=[s3.HttpMethods.PUT], allowed_origins=["https://studio.example"])
