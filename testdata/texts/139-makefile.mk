BUCKET ?= lunch-menu
AWS := aws --region eu-south-1

define CORS
[{"AllowedOrigins":["https://menu.example.it"],"AllowedMethods":["GET","HEAD"],"MaxAgeSeconds":600}]
endef

.PHONY: cors
cors:
	$(AWS) s3api put-bucket-cors --bucket $(BUCKET) \
		--cors-configuration '{"CORSRules": [{"AllowedOrigins": ["https://menu.example.it"], "AllowedMethods": ["GET", "HEAD"], "MaxAgeSeconds": 600}]}'

.PHONY: sync
sync: ; $(AWS) s3 sync public/ s3://$(BUCKET)/ --exclude "*.map"
