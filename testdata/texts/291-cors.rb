require 'aws-sdk-s3'

client = Aws::S3::Client.new(region: 'eu-west-1')
client.put_bucket_cors(
  bucket: 'ruby-files',
  cors_configuration: {
    cors_rules: [
      {
        allowed_headers: ['*'],
        allowed_methods: %w[GET PUT],
        allowed_origins: ['https://ruby.example.com'],
        max_age_seconds: 3000
      }
    ]
  }
)
