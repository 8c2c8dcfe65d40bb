from google.cloud import storage


def cors_configuration(bucket_name):
    """Set a bucket's CORS policies."""
    # bucket_name = "your-bucket-name"

    client = storage.Client()
    bucket = client.get_bucket(bucket_name)
    bucket.cors = [
        {
            "origin": ["https://slides.example.com"],
            "responseHeader": [
                "Content-Type",
                "x-goog-resumable"],
            "method": ["PUT", "POST"],
            "maxAgeSeconds": 3600,
        }
    ]
    bucket.patch()

    print(f"Set CORS policies for bucket {bucket.name} is {bucket.cors}")
    return bucket


if __name__ == "__main__":
    cors_configuration("slides")
