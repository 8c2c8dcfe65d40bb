        cors=[
            s3.CorsRule(
                allowed_methods=[s3.HttpMethods.GET, s3.HttpMethods.HEAD],
                allowed_origins=["https://piece.example.com"],
                exposed_headers=["ETag"],
                max_age=3000,
            ),
        ],
