// Command minio drives minio-go against the endpoint that is its argument.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"os"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/cors"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"s3cors/web/test/clients/go/lines"
)

func main() {
	client, err := minio.New(strings.TrimPrefix(os.Args[1], "http://"), &minio.Options{
		Creds: credentials.NewStaticV4("AKIAIOSFODNN7EXAMPLE", "secret", ""),
	})
	if err != nil {
		log.Fatal(err)
	}
	lines.Serve(func(call lines.Call) (any, error) {
		result, err := perform(context.Background(), client, &call)
		var refused minio.ErrorResponse
		if errors.As(err, &refused) {
			err = &lines.Error{Code: refused.Code, Message: refused.Message}
		}
		return result, err
	})
}

func perform(ctx context.Context, client *minio.Client, call *lines.Call) (any, error) {
	switch call.Call {
	case "put":
		return nil, client.SetBucketCors(ctx, call.Bucket, write(call.Configuration))
	case "get":
		configuration, err := client.GetBucketCors(ctx, call.Bucket)
		if err != nil || configuration == nil {
			return nil, err
		}
		return read(configuration), nil
	case "delete":
		return nil, client.SetBucketCors(ctx, call.Bucket, nil)
	case "putObject":
		_, err := client.PutObject(ctx, call.Bucket, call.Key, strings.NewReader(call.Text), int64(len(call.Text)), minio.PutObjectOptions{})
		return nil, err
	case "getObject":
		object, err := client.GetObject(ctx, call.Bucket, call.Key, minio.GetObjectOptions{})
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(object)
		return string(text), err
	}
	return nil, errors.New("there is no call " + call.Call)
}

func write(configuration *lines.Configuration) *cors.Config {
	var rules []cors.Rule
	for _, rule := range configuration.CORSRules {
		written := cors.Rule{
			AllowedOrigin: rule.AllowedOrigins,
			AllowedMethod: rule.AllowedMethods,
			AllowedHeader: rule.AllowedHeaders,
			ExposeHeader:  rule.ExposeHeaders,
		}
		if rule.ID != nil {
			written.ID = *rule.ID
		}
		if rule.MaxAgeSeconds != nil {
			written.MaxAgeSeconds = int(*rule.MaxAgeSeconds)
		}
		rules = append(rules, written)
	}
	return cors.NewConfig(rules)
}

func read(configuration *cors.Config) lines.Configuration {
	var result lines.Configuration
	for _, rule := range configuration.CORSRules {
		read := lines.Rule{
			AllowedOrigins: rule.AllowedOrigin,
			AllowedMethods: rule.AllowedMethod,
			AllowedHeaders: rule.AllowedHeader,
			ExposeHeaders:  rule.ExposeHeader,
		}
		if rule.ID != "" {
			read.ID = &rule.ID
		}
		if rule.MaxAgeSeconds != 0 {
			seconds := int32(rule.MaxAgeSeconds)
			read.MaxAgeSeconds = &seconds
		}
		result.CORSRules = append(result.CORSRules, read)
	}
	return result
}
