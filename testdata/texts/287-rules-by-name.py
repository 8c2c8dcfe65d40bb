rule = {"AllowedOrigins": ["https://one.example.com"], "AllowedMethods": ["GET"]}
other = {"AllowedOrigins": ["https://two.example.com"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["*"]}

client.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": [rule, other]})
