from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
INSTALLED_APPS = ["corsheaders", "storages", "django.contrib.staticfiles"]
MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", "django.middleware.common.CommonMiddleware"]

CORS_ALLOWED_ORIGINS = ["https://app.example.com", "http://localhost:3000"]
CORS_ALLOW_METHODS = ("GET", "PUT", "POST")
CORS_ALLOW_HEADERS = ["content-type", "x-csrftoken"]
CORS_EXPOSE_HEADERS = ["ETag"]
CORS_PREFLIGHT_MAX_AGE = 86400

AWS_STORAGE_BUCKET_NAME = "app-media"
AWS_S3_OBJECT_PARAMETERS = {"CacheControl": "max-age=86400"}
