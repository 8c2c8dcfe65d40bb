locals {
  cors_rules = [
    { allowed_methods = ["GET"], allowed_origins = ["https://a.example.com"] },
    { allowed_methods = ["PUT"], allowed_origins = ["https://b.example.com"] },
  ]
}

resource "aws_s3_bucket_cors_configuration" "media" {
  bucket = aws_s3_bucket.media.id

  cors_rule {
    allowed_methods = ["HEAD"]
    allowed_origins = ["*"]
  }

  dynamic "cors_rule" {
    for_each = local.cors_rules
    content {
      allowed_headers = ["*"]
      allowed_methods = cors_rule.value.allowed_methods
      allowed_origins = cors_rule.value.allowed_origins
      max_age_seconds = 3000
    }
  }
}
