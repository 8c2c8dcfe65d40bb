resource "aws_apigatewayv2_api" "http" {
  name          = "http"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins  = ["https://app.example.com"]
    allow_methods  = ["GET", "POST"]
    allow_headers  = ["authorization"]
    expose_headers = ["etag"]
    max_age        = 300
  }
}

resource "aws_lambda_function_url" "fn" {
  function_name      = aws_lambda_function.fn.function_name
  authorization_type = "NONE"

  cors {
    allow_origins = ["*"]
    allow_methods = ["GET"]
    max_age       = 86400
  }
}

resource "aws_s3_bucket" "fn" {
  bucket = "fn-code"
}
