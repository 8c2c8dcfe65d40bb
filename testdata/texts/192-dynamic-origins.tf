locals {
  teams = {
    north = { origin = "https://north.example.com", methods = ["GET"] }
    south = { origin = "https://south.example.com", methods = ["GET", "PUT"] }
  }
}

resource "aws_s3_bucket" "team" {
  for_each = local.teams
  bucket   = "reports-${each.key}"
}

resource "aws_s3_bucket_cors_configuration" "team" {
  for_each = aws_s3_bucket.team
  bucket   = each.value.id

  cors_rule {
    allowed_headers = ["*"]
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = [local.teams[each.key].origin, "https://reports.example.com"]
    max_age_seconds = 300
  }

  dynamic "cors_rule" {
    for_each = each.key == "south" ? [1] : []
    content {
      allowed_methods = ["PUT"]
      allowed_origins = ["https://south-desk.example.com"]
      allowed_headers = ["content-type"]
    }
  }
}
