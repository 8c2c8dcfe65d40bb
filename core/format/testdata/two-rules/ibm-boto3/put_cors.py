import ibm_boto3

# Credentials come from ~/.bluemix/cos_credentials. With an API key instead of HMAC keys the resource needs
# config=ibm_botocore.client.Config(signature_version='oauth') too.
cos = ibm_boto3.resource('s3', endpoint_url='https://s3.REGION.cloud-object-storage.appdomain.cloud')
bucket_cors = cos.BucketCors('BUCKET')
bucket_cors.put(
    CORSConfiguration={
        'CORSRules': [
            {
                'ID': 'app-uploads',
                'AllowedHeaders': ['content-type', 'x-amz-*'],
                'AllowedMethods': ['PUT', 'POST'],
                'AllowedOrigins': ['https://app.example.com', 'http://localhost:5173'],
                'ExposeHeaders': ['ETag'],
                'MaxAgeSeconds': 3600,
            },
            {
                'ID': 'public-read',
                'AllowedHeaders': ['range'],
                'AllowedMethods': ['GET', 'HEAD'],
                'AllowedOrigins': ['*'],
                'ExposeHeaders': ['Content-Range'],
                'MaxAgeSeconds': 7200,
            },
        ],
    },
)
