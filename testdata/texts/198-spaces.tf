resource "digitalocean_spaces_bucket" "tunes" {
  name   = "tunes"
  region = "fra1"
}

resource "digitalocean_spaces_bucket_cors_configuration" "tunes" {
  bucket = digitalocean_spaces_bucket.tunes.id
  region = "fra1"

  cors_rule {
    allowed_headers = ["*"]
    allowed_methods = ["PUT", "POST"]
    allowed_origins = ["https://tunes.example.com"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3000
  }
}
