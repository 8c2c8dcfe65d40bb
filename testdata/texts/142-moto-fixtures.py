import boto3
import pytest
from moto import mock_aws

from gallery.storage import Storage, presign

BUCKET = "gallery-test"


@pytest.fixture
def aws_credentials(monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")


@pytest.fixture
def bucket(aws_credentials):
    with mock_aws():
        client = boto3.client("s3")
        client.create_bucket(Bucket=BUCKET)
        client.put_bucket_cors(
            Bucket=BUCKET,
            CORSConfiguration=dict(
                CORSRules=[
                    dict(
                        AllowedOrigins=["https://gallery.example.com"],
                        AllowedMethods=["GET", "PUT"],
                        AllowedHeaders=["*"],
                        MaxAgeSeconds=60,
                    ),
                ],
            ),
        )
        yield client


@pytest.mark.parametrize("method, status", [("GET", 200), ("PUT", 200), ("PATCH", 403)])
def test_presigned(bucket, method, status):
    answer = presign(Storage(bucket, BUCKET), {"method": method, "origin": "https://gallery.example.com"})
    assert answer.status == status, answer.headers


def test_headers(bucket):
    headers = {"Origin": "https://gallery.example.com", "Access-Control-Request-Method": "PUT"}
    assert Storage(bucket, BUCKET).probe(headers)["allowed"] == ["GET", "PUT"]
