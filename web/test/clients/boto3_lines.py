"""Drives boto3: a call in JSON on each line of the standard input, its outcome on a line of the output."""

import json
import sys

import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3", endpoint_url=sys.argv[1])


def put(call):
    options = {}
    if "checksumAlgorithm" in call:
        options["ChecksumAlgorithm"] = call["checksumAlgorithm"]
    if "contentMD5" in call:
        options["ContentMD5"] = call["contentMD5"]
    s3.put_bucket_cors(Bucket=call["bucket"], CORSConfiguration=call["configuration"], **options)


def get(call):
    return {"CORSRules": s3.get_bucket_cors(Bucket=call["bucket"])["CORSRules"]}


def delete(call):
    s3.delete_bucket_cors(Bucket=call["bucket"])


def put_object(call):
    s3.put_object(Bucket=call["bucket"], Key=call["key"], Body=call["text"].encode())


def get_object(call):
    return s3.get_object(Bucket=call["bucket"], Key=call["key"])["Body"].read().decode()


calls = {"put": put, "get": get, "delete": delete, "putObject": put_object, "getObject": get_object}

for line in sys.stdin:
    call = json.loads(line)
    try:
        outcome = {"result": calls[call["call"]](call)}
    except ClientError as error:
        outcome = {"error": {"code": error.response["Error"]["Code"], "message": error.response["Error"]["Message"]}}
    print(json.dumps(outcome), flush=True)
