# -*- coding: utf-8 -*-
# Legt die CORS-Regeln für den Messdaten-Bucket an (IBM Cloud Object Storage).
import os

import ibm_boto3
from ibm_botocore.client import Config, ClientError

COS_ENDPOINT = "https://s3.eu-de.cloud-object-storage.appdomain.cloud"  # oder s3.private.eu-de...
COS_API_KEY_ID = os.environ["COS_API_KEY_ID"]
COS_INSTANCE_CRN = "crn:v1:bluemix:public:cloud-object-storage:global:a/0000:1111::"

cos = ibm_boto3.resource(
    "s3",
    ibm_api_key_id=COS_API_KEY_ID,
    ibm_service_instance_id=COS_INSTANCE_CRN,
    config=Config(signature_version="oauth"),
    endpoint_url=COS_ENDPOINT,
)


def log_error(msg):
    print("FEHLER: {0}\n".format(msg))


def create_bucket(name):
    try:
        cos.Bucket(name).create(CreateBucketConfiguration={"LocationConstraint": "eu-de-standard"})
    except ClientError as be:
        log_error(be)


def set_cors(name):
    bucket_cors = cos.BucketCors(name)
    bucket_cors.put(CORSConfiguration={
        'CORSRules': [
            {
                'ID': 'messgeräte',
                'AllowedHeaders': ['x-ibm-sse-kp-*', 'content-type'],   # Großschreibung egal
                'AllowedMethods': ['GET', 'PUT'],
                'AllowedOrigins': ['https://messen.example.de'],
                'ExposeHeaders': ['ETag'],
                'MaxAgeSeconds': 1_800,
            },
            {
                'AllowedHeaders': [],
                'AllowedMethods': ('GET', 'HEAD'),
                'AllowedOrigins': ['https://*.partner.example.de'],
                'MaxAgeSeconds': None,
            },
        ],
    })


if __name__ == "__main__":
    create_bucket("messdaten")
    set_cors("messdaten")
