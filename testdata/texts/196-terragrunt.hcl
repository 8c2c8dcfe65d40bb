include "root" {
  path = find_in_parent_folders()
}

terraform {
  source = "git::https://git.example.com/modules/s3-bucket.git//bucket?ref=v3.2.0"
}

dependency "dns" {
  config_path = "../dns"
  mock_outputs = {
    zone = "mock.example.com"
  }
}

inputs = {
  name = "handouts"
  cors_rule = [
    {
      allowed_methods = ["GET", "PUT", "POST"]
      allowed_origins = ["https://${dependency.dns.outputs.zone}", "https://handouts.example.com"]
      allowed_headers = ["*"]
      expose_headers  = ["ETag"]
      max_age_seconds = 3000
    }
  ]
  lifecycle_rule = [
    { id = "log", enabled = true, expiration = { days = 90 } }
  ]
}
