#!/usr/bin/env python3
"""Sets, shows or removes the CORS rules of one bucket.

    cors_tool.py set my-bucket
    cors_tool.py show my-bucket --profile live

Exit status: 0 done, 1 refused by S3, 2 wrong usage.
"""

import argparse
import json
import logging
import sys
from typing import Any, Dict, Optional

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, NoCredentialsError

logger = logging.getLogger("cors_tool")

RETRIES = {"max_attempts": 5, "mode": "standard"}

CORS_CONFIGURATION: Dict[str, Any] = {
    "CORSRules": [
        {
            "ID": "studio",
            "AllowedOrigins": ["https://studio.example.com", "https://beta.studio.example.com"],
            "AllowedMethods": ["GET", "PUT", "POST", "DELETE"],
            "AllowedHeaders": ["authorization", "content-type", "x-amz-*"],
            "ExposeHeaders": ["ETag", "x-amz-version-id"],
            "MaxAgeSeconds": 3600,
        },
        {
            "ID": "public",
            "AllowedOrigins": ["*"],
            "AllowedMethods": ["GET"],
            # no ExposeHeaders here: see https://docs.example.com/adr/12#public
        },
    ]
}


def parse_arguments(argv: Optional[list] = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["set", "show", "remove"])
    parser.add_argument("bucket")
    parser.add_argument("--profile", default=None, help="profile of ~/.aws/config [default: none]")
    parser.add_argument("--endpoint-url", help="for MinIO and the like, e.g. http://localhost:9000")
    parser.add_argument("-v", "--verbose", action="count", default=0)
    return parser.parse_args(argv)


def main() -> int:
    args = parse_arguments()
    logging.basicConfig(level=[logging.WARNING, logging.INFO, logging.DEBUG][min(args.verbose, 2)])
    session = boto3.Session(profile_name=args.profile)
    s3 = session.client("s3", endpoint_url=args.endpoint_url, config=Config(retries=RETRIES))

    try:
        if args.action == "set":
            s3.put_bucket_cors(Bucket=args.bucket, CORSConfiguration=CORS_CONFIGURATION)
            logger.info("set %d rules", len(CORS_CONFIGURATION["CORSRules"]))
        elif args.action == "show":
            answer = s3.get_bucket_cors(Bucket=args.bucket)
            json.dump({"CORSRules": answer["CORSRules"]}, sys.stdout, indent=2)
        else:
            s3.delete_bucket_cors(Bucket=args.bucket)
    except NoCredentialsError:
        print("no credentials found", file=sys.stderr)
        return 2
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "?")
        print(f"{args.bucket}: {code}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
