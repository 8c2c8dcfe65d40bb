from contextlib import asynccontextmanager

import boto3
from fastapi import Depends, FastAPI, HTTPException
from fastapi.middleware.cors import CORSMiddleware
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    bucket: str = "plans"
    allowed_origins: list[str] = ["https://plans.example.com"]
    allowed_methods: list[str] = ["GET", "POST"]


settings = Settings()
s3 = boto3.client("s3")


@asynccontextmanager
async def lifespan(app: FastAPI):
    s3.head_bucket(Bucket=settings.bucket)
    yield


app = FastAPI(lifespan=lifespan)
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://plans.example.com", "http://localhost:5173"],
    allow_methods=["GET", "POST"],
    allow_headers=["*"],
    expose_headers=["ETag"],
    max_age=600,
)


@app.get("/plans/{key}")
def plan(key: str):
    try:
        return s3.generate_presigned_url("get_object", Params={"Bucket": settings.bucket, "Key": key})
    except s3.exceptions.NoSuchKey:
        raise HTTPException(404, {"key": key})
