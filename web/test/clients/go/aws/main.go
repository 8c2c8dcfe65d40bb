// Command aws drives the AWS SDK for Go v2 against the endpoint that is its argument.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"

	"s3cors/web/test/clients/go/lines"
)

func main() {
	client := s3.New(s3.Options{
		BaseEndpoint: &os.Args[1],
		Region:       "us-east-1",
		Credentials:  credentials.NewStaticCredentialsProvider("AKIAIOSFODNN7EXAMPLE", "secret", ""),
		UsePathStyle: true,
	})
	lines.Serve(func(call lines.Call) (any, error) {
		result, err := perform(context.Background(), client, &call)
		var refused smithy.APIError
		if errors.As(err, &refused) {
			err = &lines.Error{Code: refused.ErrorCode(), Message: refused.ErrorMessage()}
		}
		return result, err
	})
}

func perform(ctx context.Context, client *s3.Client, call *lines.Call) (any, error) {
	switch call.Call {
	case "put":
		_, err := client.PutBucketCors(ctx, putInput(call))
		return nil, err
	case "get":
		output, err := client.GetBucketCors(ctx, &s3.GetBucketCorsInput{Bucket: &call.Bucket})
		if err != nil {
			return nil, err
		}
		return read(output.CORSRules), nil
	case "delete":
		_, err := client.DeleteBucketCors(ctx, &s3.DeleteBucketCorsInput{Bucket: &call.Bucket})
		return nil, err
	case "putObject":
		_, err := client.PutObject(ctx, &s3.PutObjectInput{Bucket: &call.Bucket, Key: &call.Key, Body: strings.NewReader(call.Text)})
		return nil, err
	case "getObject":
		output, err := client.GetObject(ctx, &s3.GetObjectInput{Bucket: &call.Bucket, Key: &call.Key})
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(output.Body)
		return string(text), err
	}
	return nil, errors.New("there is no call " + call.Call)
}

func putInput(call *lines.Call) *s3.PutBucketCorsInput {
	input := &s3.PutBucketCorsInput{
		Bucket:            &call.Bucket,
		CORSConfiguration: &types.CORSConfiguration{},
		ChecksumAlgorithm: types.ChecksumAlgorithm(call.ChecksumAlgorithm),
	}
	if call.ContentMD5 != "" {
		input.ContentMD5 = &call.ContentMD5
	}
	for _, rule := range call.Configuration.CORSRules {
		input.CORSConfiguration.CORSRules = append(input.CORSConfiguration.CORSRules, types.CORSRule{
			ID:             rule.ID,
			AllowedOrigins: rule.AllowedOrigins,
			AllowedMethods: rule.AllowedMethods,
			AllowedHeaders: rule.AllowedHeaders,
			ExposeHeaders:  rule.ExposeHeaders,
			MaxAgeSeconds:  rule.MaxAgeSeconds,
		})
	}
	return input
}

func read(rules []types.CORSRule) lines.Configuration {
	var configuration lines.Configuration
	for _, rule := range rules {
		configuration.CORSRules = append(configuration.CORSRules, lines.Rule{
			ID:             rule.ID,
			AllowedOrigins: rule.AllowedOrigins,
			AllowedMethods: rule.AllowedMethods,
			AllowedHeaders: rule.AllowedHeaders,
			ExposeHeaders:  rule.ExposeHeaders,
			MaxAgeSeconds:  rule.MaxAgeSeconds,
		})
	}
	return configuration
}
