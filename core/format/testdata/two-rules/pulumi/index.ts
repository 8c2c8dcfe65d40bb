import * as aws from "@pulumi/aws";

new aws.s3.BucketCorsConfiguration("cors", {
  bucket: "BUCKET",
  corsRules: [
    {
      id: "app-uploads",
      allowedHeaders: ["content-type", "x-amz-*"],
      allowedMethods: ["PUT", "POST"],
      allowedOrigins: ["https://app.example.com", "http://localhost:5173"],
      exposeHeaders: ["ETag"],
      maxAgeSeconds: 3600,
    },
    {
      id: "public-read",
      allowedHeaders: ["range"],
      allowedMethods: ["GET", "HEAD"],
      allowedOrigins: ["*"],
      exposeHeaders: ["Content-Range"],
      maxAgeSeconds: 7200,
    },
  ],
});
