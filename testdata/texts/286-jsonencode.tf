module "attachments" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 3.15"

  bucket                  = "attachments-${var.env}"
  block_public_acls       = true
  restrict_public_buckets = true

  cors_rule = jsonencode([
    {
      allowed_methods = ["GET", "PUT"]
      allowed_origins = ["https://mail.example.com"]
      allowed_headers = ["*"]
      expose_headers  = ["ETag"]
      max_age_seconds = 3000
    }
  ])
}
