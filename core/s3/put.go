package s3

import (
	"s3cors/core"
	"s3cors/core/source"
)

// Put is a PutBucketCors request as it arrives, with what S3 knows about the bucket.
type Put struct {
	Headers core.HeaderList
	Body    string
	// Digests are the digests of Body in base64 under the name of the header that carries each
	// ("content-md5", "x-amz-checksum-crc32"). The host computes them, since no hash function is linked in here; a
	// digest that was sent and is not among them is not compared.
	Digests core.HeaderList
	// Missing: there is no such bucket.
	Missing bool
	// Owner is the account ID of the bucket's owner; "" where it is not known.
	Owner string
	// IBM: the service is IBM COS, whose answers are taken to be S3's (assumption "ibm-cos").
	IBM bool
}

// Answer is PutBucketCors' answer: 200 and nil, or the first error in S3's order: length of the body,
// digest present, digest right, bucket and owner, and then the document itself.
func (p *Put) Answer() (status int, refused *ErrorResponse) {
	switch {
	case len(p.Body) > MaxDocumentBytes:
		return 400, tooLarge()
	case !p.hasDigest():
		return 400, invalidRequest("Missing required header for this request: Content-MD5") // recorded: aws/aws-cli 229, amazonka 610
	}
	if refused := p.refuseMD5(); refused != nil {
		return 400, refused
	}
	if refused := p.refuseChecksum(); refused != nil {
		return 400, refused
	}
	if p.Missing {
		return 404, noSuchBucket()
	}
	if expected, _ := p.Headers.Get("x-amz-expected-bucket-owner"); expected != "" && p.Owner != "" && expected != p.Owner && !p.IBM {
		// AWS API reference, API_PutBucketCors; the IBM SDK's documentation says that IBM COS ignores the header.
		return 403, &ErrorResponse{Code: "AccessDenied", Message: "Access Denied"}
	}
	validation := Validate(source.ReadXML(p.Body))
	return validation.Status, validation.Error
}

const checksumPrefix = "x-amz-checksum-"

// checksumLengths are the lengths in base64 of the checksums that S3 takes, by their algorithm
// (AWS user guide, "Checking object integrity").
var checksumLengths = [...]struct {
	algorithm string
	length    int
}{{"CRC32", 8}, {"CRC32C", 8}, {"SHA1", 28}, {"SHA256", 44}, {"CRC64NVME", 12}}

// hasDigest: a Content-MD5, or one x-amz-checksum-* alone (recorded: LS of 2025, whose client sends
// a CRC32 and no MD5). An algorithm that is named without its checksum has an error of its own.
func (p *Put) hasDigest() bool {
	if _, present := p.Headers.Get("Content-MD5"); present {
		return true
	}
	if _, named := p.Headers.Get("x-amz-sdk-checksum-algorithm"); named {
		return true
	}
	return len(p.checksums()) > 0
}

// checksums are the x-amz-checksum-* headers that carry a value of an algorithm, not x-amz-checksum-type
// or x-amz-checksum-algorithm.
func (p *Put) checksums() core.HeaderList {
	var found core.HeaderList
	for _, field := range p.Headers {
		name := core.Lower(field.Name)
		if !core.HasPrefix(name, checksumPrefix) {
			continue
		}
		if algorithm := name[len(checksumPrefix):]; algorithm != "type" && algorithm != "algorithm" && algorithm != "mode" {
			found = append(found, core.HeaderField{Name: core.Upper(algorithm), Value: trim(field.Value)})
		}
	}
	return found
}

// refuseMD5 looks at the form of Content-MD5, and whether it is the body's (AWS, "Error responses").
func (p *Put) refuseMD5() *ErrorResponse {
	sent, present := p.Headers.Get("Content-MD5")
	if !present {
		return nil
	}
	if !isBase64(trim(sent), 24) || !core.HasSuffix(trim(sent), "==") {
		return &ErrorResponse{Code: "InvalidDigest", Message: "The Content-MD5 you specified was invalid."}
	}
	if computed, known := p.Digests.Get("content-md5"); known && computed != trim(sent) {
		return &ErrorResponse{Code: "BadDigest", Message: "The Content-MD5 you specified did not match what we received."}
	}
	return nil
}

// refuseChecksum looks at x-amz-checksum-* and at the algorithm that is named with it. The texts are those that
// S3 answers to PutObject (openstack/swift test/s3api, which runs against AWS too); for PutBucketCors
// the documentation says 400 and no text.
func (p *Put) refuseChecksum() *ErrorResponse {
	checksums := p.checksums()
	_, isNamed := p.Headers.Get("x-amz-sdk-checksum-algorithm")
	_, trailer := p.Headers.Get("x-amz-trailer")
	switch {
	case len(checksums) > 1:
		return invalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.")
	case len(checksums) == 0 && isNamed && !trailer:
		return invalidRequest("x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.")
	case len(checksums) == 0:
		return nil
	}
	// The algorithm that is named beside a single checksum is ignored (AWS API reference, API_PutBucketCors).
	sent := checksums[0]
	length := 0
	for _, known := range checksumLengths {
		if known.algorithm == sent.Name {
			length = known.length
		}
	}
	header := checksumPrefix + core.Lower(sent.Name)
	if length == 0 || !isBase64(sent.Value, length) {
		return invalidRequest("Value for " + header + " header is invalid.")
	}
	if computed, known := p.Digests.Get(header); known && computed != sent.Value {
		return &ErrorResponse{Code: "BadDigest", Message: "The " + sent.Name + " you specified did not match the calculated checksum."}
	}
	return nil
}

// isBase64 says whether a text is base64 of that many characters, padding included (RFC 4648, section 4).
func isBase64(text string, length int) bool {
	digits := core.Trim(text, "=")
	if len(text) != length || len(text)-len(digits) > 2 {
		return false
	}
	for i := range len(digits) {
		c := digits[i]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '+' || c == '/') {
			return false
		}
	}
	return true
}
