# Written for provider 2; do not touch before the migration.
resource "aws_s3_bucket" "www" {
  bucket = "${var.site}-www"
  acl    = "public-read"
  region = "ap-southeast-2"

  policy = <<EOF
{
  "Version": "2008-10-17",
  "Statement": [{
    "Sid": "AllowPublicRead",
    "Effect": "Allow",
    "Principal": { "AWS": "*" },
    "Action": ["s3:GetObject"],
    "Resource": ["arn:aws:s3:::${var.site}-www/*"]
  }]
}
EOF

  website {
    index_document = "index.html"
    error_document = "404.html"

    routing_rules = <<EOF
[{
    "Condition": { "KeyPrefixEquals": "docs/" },
    "Redirect": { "ReplaceKeyPrefixWith": "documents/" }
}]
EOF
  }

  cors_rule {
    allowed_headers = ["*"]
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3000
  }

  cors_rule {
    allowed_methods = ["PUT", "POST"]
    allowed_origins = ["https://cms.example.com.au"]
  }

  logging {
    target_bucket = "${aws_s3_bucket.logs.id}"
    target_prefix = "www/"
  }

  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "${var.site}-logs"
  acl    = "log-delivery-write"
}
