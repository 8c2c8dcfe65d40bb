package format

import "s3cors/core/source"

// WritesZeroAge names the tool that a text is for if that tool writes a max age of 0 where the text has none; otherwise it is "". So do
// CloudFormation with what the CDK makes for it, Terraform and Pulumi.
//
// Authority: hashicorp/terraform-provider-aws, bucket_cors_configuration.go; aws-cloudformation/cloudformation-coverage-roadmap 1942.
func WritesZeroAge(format source.Format) string {
	if target := targetOf(string(format)); target.loses&zero != 0 {
		return target.product
	}
	return ""
}
