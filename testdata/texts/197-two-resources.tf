resource "aws_s3_bucket_cors_configuration" "images" {
  bucket = module.images.s3_bucket_id
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["https://zoo.example.org"]
  }
}

resource "aws_s3_bucket_cors_configuration" "tickets" {
  bucket = module.tickets.s3_bucket_id
  cors_rule {
    allowed_methods = ["PUT", "GET"]
    allowed_origins = ["https://tickets.zoo.example.org"]
    allowed_headers = ["*"]
    expose_headers  = ["ETag"]
    max_age_seconds = 900
  }
}

resource "aws_apigatewayv2_api" "tickets" {
  name          = "tickets"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["https://tickets.zoo.example.org"]
    allow_methods = ["GET", "POST"]
    allow_headers = ["content-type"]
    max_age       = 300
  }
}
