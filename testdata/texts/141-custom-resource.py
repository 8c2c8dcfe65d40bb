import os
import json
import urllib.request
import boto3

s3 = boto3.client('s3')

ALLOWED = {'Create', 'Update'}


def respond(event, context, status, reason=''):
    body = json.dumps({
        'Status': status,
        'Reason': reason or f'See the log stream {context.log_stream_name}',
        'PhysicalResourceId': event.get('PhysicalResourceId', context.log_stream_name),
        'StackId': event['StackId'],
        'RequestId': event['RequestId'],
        'LogicalResourceId': event['LogicalResourceId'],
    }).encode()
    request = urllib.request.Request(event['ResponseURL'], data=body, method='PUT', headers={'content-type': ''})
    urllib.request.urlopen(request)


def handler(event, context):
    print(json.dumps(event))
    properties = event['ResourceProperties']
    bucket = properties['Bucket']
    try:
        if event['RequestType'] in ALLOWED:
            s3.put_bucket_cors(
                Bucket=bucket,
                CORSConfiguration={
                    'CORSRules': [
                        {
                            'AllowedHeaders': ['*'],
                            'AllowedMethods': ['PUT', 'HEAD'],
                            'AllowedOrigins': [
                                os.environ['SITE_ORIGIN'],
                                f"https://{properties['Domain']}",
                                'http://localhost:3000',
                            ],
                            'ExposeHeaders': ['ETag'],
                            'MaxAgeSeconds': int(properties.get('MaxAge', 3000)),
                        }
                    ]
                },
            )
        else:
            s3.delete_bucket_cors(Bucket=bucket)
        respond(event, context, 'SUCCESS')
    except Exception as error:  # the stack must not hang
        respond(event, context, 'FAILED', str(error))
