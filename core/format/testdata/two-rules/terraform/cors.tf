resource "aws_s3_bucket_cors_configuration" "this" {
  bucket = "BUCKET"

  cors_rule {
    id              = "app-uploads"
    allowed_headers = ["content-type", "x-amz-*"]
    allowed_methods = ["PUT", "POST"]
    allowed_origins = ["https://app.example.com", "http://localhost:5173"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3600
  }

  cors_rule {
    id              = "public-read"
    allowed_headers = ["range"]
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = ["*"]
    expose_headers  = ["Content-Range"]
    max_age_seconds = 7200
  }
}
