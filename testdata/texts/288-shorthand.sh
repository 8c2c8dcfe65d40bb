# the shorthand of the CLI, quoted once for the shell
aws s3api put-bucket-cors --bucket short-hand \
  --cors-configuration 'CORSRules=[{AllowedOrigins=["https://short.example.com"],AllowedMethods=["GET","PUT"],AllowedHeaders=["*"],MaxAgeSeconds=300}]'
