from aws_cdk import (
    Duration,
    RemovalPolicy,
    Stack,
    aws_s3 as s3,
    aws_sns as sns,
    aws_s3_notifications as s3n,
)
from constructs import Construct


class BucketStack(Stack):
    """The bucket of the questionnaire. See [docs](https://docs.example.com)."""

    def __init__(self, scope: Construct, construct_id: str, *, stage: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        topic = sns.Topic(self, "Answers")

        bucket = s3.Bucket(
            self,
            "Questionnaire",
            bucket_name=f"questionnaire-{stage}",
            encryption=s3.BucketEncryption.S3_MANAGED,
            removal_policy=RemovalPolicy.RETAIN,
            cors=[
                s3.CorsRule(
                    id="form",
                    allowed_methods=[s3.HttpMethods.POST, s3.HttpMethods.PUT],
                    allowed_origins=["https://survey.example.com"],
                    allowed_headers=["*"],
                    exposed_headers=["ETag"],
                    max_age=300,
                ),
                s3.CorsRule(
                    allowed_methods=[s3.HttpMethods.GET],
                    allowed_origins=["https://results.survey.example.com"],
                ),
            ],
            lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(365))],
        )
        bucket.add_event_notification(s3.EventType.OBJECT_CREATED, s3n.SnsDestination(topic))
