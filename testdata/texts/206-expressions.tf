variable "stage" {}
variable "more_origins" {
  type    = list(string)
  default = ["https://more.example.com"]
}

resource "aws_s3_bucket_cors_configuration" "x" {
  bucket = aws_s3_bucket.x.id

  cors_rule {
    id              = "web-${var.stage}"
    allowed_methods = toset(["GET", "PUT"])
    allowed_origins = concat(["https://base.example.com"], var.more_origins)
    allowed_headers = ["*"]
    max_age_seconds = var.stage == "live" ? 3600 : 0
  }

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = [for h in ["a", "b"] : "https://${h}.example.com"]
    max_age_seconds = "60"
  }
}
