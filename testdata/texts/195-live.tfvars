environment = "live"
bucket_name = "campaign-assets"

tags = {
  team = "campaigns"
}

cors_rules = [
  {
    allowed_headers = ["*"]
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = ["https://vote.example.com", "https://www.vote.example.com"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3600
  },
  {
    allowed_headers = ["content-type"]
    allowed_methods = ["PUT"]
    allowed_origins = ["https://office.vote.example.com"]
    expose_headers  = []
    max_age_seconds = 0
  },
]

lifecycle_rules = [{ id = "drafts", prefix = "drafts/", days = 7 }]
