package s3_test

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"hash"
	"hash/crc32"
	"hash/crc64"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
)

// putCase is a case of testdata/put/answers.json.
type putCase struct {
	Name, Source string
	Headers      [][2]string
	Body         *string
	Bytes        int
	Facts        struct{ Bucket, BucketOwner, Service string }
	Expect       struct {
		Status      int
		Error       *struct{ Code, Message string }
		Assumptions []string
	}
}

func TestPutAnswer(t *testing.T) {
	var file struct {
		Document string
		Cases    []putCase
	}
	readPut(t, "answers.json", &file)
	require.NotEmpty(t, file.Cases)
	for _, c := range file.Cases {
		t.Run(c.Name, func(t *testing.T) {
			body := file.Document
			if c.Body != nil {
				body = *c.Body
			}
			body += strings.Repeat("\n", max(0, c.Bytes-len(body)))
			put := s3.Put{
				Headers: headerList(c.Headers), Body: body, Digests: digestsOf(body),
				Missing: c.Facts.Bucket == "missing", Owner: c.Facts.BucketOwner, IBM: c.Facts.Service == "ibm-cos",
			}
			answer := put.Answer()
			refused := answer.Error
			assert.Equal(t, c.Expect.Status, answer.Status, c.Source)
			if c.Expect.Error == nil {
				require.Nil(t, refused)
			} else {
				require.NotNil(t, refused)
				assert.Equal(t, c.Expect.Error.Code, refused.Code)
				assert.Equal(t, c.Expect.Error.Message, refused.Message)
			}
			assert.Equal(t, refused == nil, answer.Accepted)
			var codes []string
			for _, assumption := range answer.Assumptions {
				codes = append(codes, assumption.Code)
			}
			assert.Equal(t, c.Expect.Assumptions, codes)
		})
	}
}

// What clients send is accepted, and a single changed byte is not.
func TestPutTakesWhatClientsSend(t *testing.T) {
	var file struct {
		Cases []struct {
			Client, Version, Configuration string
			Request                        struct {
				Headers [][2]string
				Body    string
			}
		}
	}
	readPut(t, "wire.json", &file)
	require.NotEmpty(t, file.Cases)
	for _, c := range file.Cases {
		t.Run(c.Client+" "+c.Version+": "+c.Configuration, func(t *testing.T) {
			body := c.Request.Body
			put := s3.Put{Headers: headerList(c.Request.Headers), Body: body, Digests: digestsOf(body)}
			assert.True(t, put.Answer().Accepted)
			put.Body = strings.Replace(body, "GET", "PUT", 1)
			require.NotEqual(t, body, put.Body)
			put.Digests = digestsOf(put.Body)
			refused := put.Answer()
			require.NotNil(t, refused.Error)
			assert.Equal(t, "BadDigest", refused.Error.Code)
		})
	}
}

func TestADigestThatTheHostDoesNotKnowIsNotCompared(t *testing.T) {
	put := s3.Put{
		Headers: core.HeaderList{{Name: "Content-MD5", Value: "1B2M2Y8AsgTpgAmY7PhCfg=="}},
		Body:    "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>",
	}
	assert.True(t, put.Answer().Accepted)
}

// digestsOf computes all digests with Go's own functions.
func digestsOf(body string) core.HeaderList {
	nvme := crc64.MakeTable(0x9a6c9329ac4bc9b5)
	var digests core.HeaderList
	for _, digest := range []struct {
		header string
		hash   hash.Hash
	}{
		{"content-md5", md5.New()},
		{"x-amz-checksum-crc32", crc32.NewIEEE()},
		{"x-amz-checksum-crc32c", crc32.New(crc32.MakeTable(crc32.Castagnoli))},
		{"x-amz-checksum-sha1", sha1.New()},
		{"x-amz-checksum-sha256", sha256.New()},
		{"x-amz-checksum-crc64nvme", crc64.New(nvme)},
	} {
		digest.hash.Write([]byte(body))
		digests.Add(digest.header, base64.StdEncoding.EncodeToString(digest.hash.Sum(nil)))
	}
	return digests
}

func headerList(pairs [][2]string) (headers core.HeaderList) {
	for _, pair := range pairs {
		headers.Add(pair[0], pair[1])
	}
	return headers
}

func readPut(t *testing.T, name string, file any) {
	t.Helper()
	text, err := os.ReadFile("../../testdata/put/" + name)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, file))
}
