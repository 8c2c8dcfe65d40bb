terraform {
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.0"
    }
  }
}

variable "account_id" { type = string }

resource "cloudflare_r2_bucket" "sounds" {
  account_id = var.account_id
  name       = "sounds"
  location   = "EEUR"
}

resource "cloudflare_r2_bucket_cors" "sounds" {
  account_id  = var.account_id
  bucket_name = cloudflare_r2_bucket.sounds.name

  rules = [
    {
      id = "player"
      allowed = {
        methods = ["GET", "HEAD"]
        origins = ["https://sounds.example.pl"]
        headers = ["range"]
      }
      expose_headers  = ["Content-Range"]
      max_age_seconds = 3600
    },
    {
      allowed = {
        methods = ["PUT"]
        origins = ["https://studio.sounds.example.pl", var.preview_origin]
      }
    },
  ]
}
