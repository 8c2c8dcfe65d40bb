aws lambda create-function-url-config --function-name f --auth-type NONE --cors '{"AllowOrigins":["*"],"AllowMethods":["GET"]}'
