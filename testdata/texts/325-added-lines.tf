+resource "aws_s3_bucket_cors_configuration" "x" {
+  bucket = aws_s3_bucket.x.id
+
+  cors_rule {
+    allowed_origins = ["https://a.example"]
+    allowed_methods = ["GET"]
+  }
+}
