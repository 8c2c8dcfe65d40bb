terraform {
  required_version = ">= 1.6"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.40"
    }
  }
  backend "s3" {
    bucket = "state"
    key    = "ledger/terraform.tfstate"
  }
}

provider "aws" {
  region = var.region
  default_tags { tags = local.tags }
}

variable "region" {
  type        = string
  description = "Where everything lives, e.g. [\"eu-west-1\"]"
  default     = "eu-west-1"
}

variable "domain" {
  type = string
  validation {
    condition     = can(regex("^[a-z.-]+$", var.domain))
    error_message = "A host name is wanted: no scheme, no \"*\"."
  }
}

locals {
  name = "ledger-${terraform.workspace}"
  tags = {
    app   = "ledger"
    owner = "finance"
  }
}

data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "ledger" {
  bucket        = "${local.name}-${data.aws_caller_identity.current.account_id}"
  force_destroy = terraform.workspace != "live"
}

resource "aws_s3_bucket_policy" "ledger" {
  bucket = aws_s3_bucket.ledger.id
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "TLS",
          "Effect": "Deny",
          "Principal": "*",
          "Action": "s3:*",
          "Resource": ["${aws_s3_bucket.ledger.arn}", "${aws_s3_bucket.ledger.arn}/*"],
          "Condition": { "Bool": { "aws:SecureTransport": "false" } }
        }
      ]
    }
  POLICY
}

resource "aws_s3_bucket_versioning" "ledger" {
  bucket = aws_s3_bucket.ledger.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_cors_configuration" "ledger" {
  bucket                = aws_s3_bucket.ledger.id
  expected_bucket_owner = data.aws_caller_identity.current.account_id

  cors_rule {
    id              = "clerks"
    allowed_headers = ["content-type", "x-amz-*"]
    allowed_methods = ["PUT", "POST", "DELETE"]
    allowed_origins = [
      "https://ledger.${var.domain}",
      "https://clerk.example.com", # until June
    ]
    expose_headers  = ["ETag"]
    max_age_seconds = 3600
  }

  cors_rule {
    id              = "auditors"
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = ["https://audit.example.com"]
    allowed_headers = []
  }
}

output "bucket" {
  value = aws_s3_bucket.ledger.bucket
}
