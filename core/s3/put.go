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

// Answer is PutBucketCors' answer: that of Validate, or an earlier error: length of the body, digest present, digest
// right, bucket and owner (between digest and document by analogy with S3's other calls; no recording is known). The
// diagnostics are those of the document in any case.
func (p *Put) Answer() Validation {
	answer := Validate(source.ReadXML(p.Body))
	if status, refused := p.refuse(); refused != nil {
		answer.Accepted, answer.Status, answer.Error, answer.Path, answer.Assumptions = false, status, refused, core.WholeDocument, nil
		if refused.Code == "MaxMessageLengthExceeded" {
			answer.Assumptions = Assumptions[documentTooLarge : documentTooLarge+1]
		}
	}
	if p.IBM {
		answer.Assumptions = append(answer.Assumptions[:len(answer.Assumptions):len(answer.Assumptions)], Assumptions[ibmCOS])
	}
	return answer
}

// refuse is what S3 answers before it looks at the document; nil if it goes on to it.
func (p *Put) refuse() (status int, refused *ErrorResponse) {
	if len(p.Body) > MaxDocumentBytes {
		return 400, tooLarge()
	}
	if refused := p.refuseDigests(); refused != nil {
		return 400, refused
	}
	if p.Missing {
		return 404, noSuchBucket()
	}
	expected := p.header("x-amz-expected-bucket-owner")
	if expected != "" && p.Owner != "" && expected != p.Owner && !p.IBM {
		// AWS API reference, API_PutBucketCors; the IBM SDK's documentation says that IBM COS ignores the header.
		return 403, newError("AccessDenied", "Access Denied", "", "")
	}
	return 0, nil
}

// header is the value of a header, or "".
func (p *Put) header(name string) string {
	value, _ := p.Headers.Get(name)
	return trim(value)
}

const checksumPrefix = "x-amz-checksum-"

// digests are the digests that PutBucketCors takes and how many digits of base64 each has, padding not counted
// (AWS user guide, "Checking object integrity").
var digests = [...]struct {
	name   string
	digits int
}{{"CRC32", 6}, {"CRC32C", 6}, {"SHA1", 27}, {"SHA256", 43}, {"CRC64NVME", 11}, {"MD5", 22}}

// refuseDigests looks whether a digest was sent, has the form of one and is the body's. A Content-MD5 or
// one x-amz-checksum-* alone is enough (recorded: aws/aws-cli 229, amazonka 610; LS of 2025, whose client sends a CRC32
// and no MD5). The texts on checksums are those that S3 answers to PutObject (openstack/swift test/s3api, which runs
// against AWS too); for PutBucketCors the documentation says 400 and no text.
func (p *Put) refuseDigests() *ErrorResponse {
	sent := ""
	for _, field := range p.Headers {
		name := core.Upper(field.Name)
		if !core.HasPrefix(name, "X-AMZ-CHECKSUM-") || name == "X-AMZ-CHECKSUM-TYPE" || name == "X-AMZ-CHECKSUM-ALGORITHM" {
			continue
		}
		if sent != "" {
			return invalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.")
		}
		sent = name[len(checksumPrefix):]
	}
	if _, present := p.Headers.Get("Content-MD5"); present {
		switch value := p.header("Content-MD5"); {
		case !isDigest("MD5", value):
			return newError("InvalidDigest", "The Content-MD5 you specified was invalid.", "", "")
		case p.differs("content-md5", value):
			return newError("BadDigest", "The Content-MD5 you specified did not match what we received.", "", "")
		}
	} else if sent == "" && p.header("x-amz-sdk-checksum-algorithm") == "" {
		return invalidRequest("Missing required header for this request: Content-MD5")
	}
	if sent == "" {
		if p.header("x-amz-sdk-checksum-algorithm") != "" && p.header("x-amz-trailer") == "" {
			return invalidRequest("x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.")
		}
		return nil
	}
	// The algorithm that is named beside a single checksum is ignored (AWS API reference, API_PutBucketCors).
	name := checksumPrefix + core.Lower(sent)
	switch value := p.header(name); {
	case sent == "MD5" || !isDigest(sent, value):
		return invalidRequest("Value for " + name + " header is invalid.")
	case p.differs(name, value):
		return newError("BadDigest", "The "+sent+" you specified did not match the calculated checksum.", "", "")
	}
	return nil
}

func (p *Put) differs(name, value string) bool {
	computed, known := p.Digests.Get(name)
	return known && computed != value
}

// isDigest says whether a text is base64 of the length that an algorithm has, padding included (RFC 4648, section 4).
func isDigest(algorithm, text string) bool {
	for _, digest := range digests {
		if digest.name != algorithm {
			continue
		}
		digits := text[:min(digest.digits, len(text))]
		for i := range len(digits) {
			c := digits[i]
			if !(c-'0' < 10 || c|0x20-'a' < 26 || c == '+' || c == '/') {
				return false
			}
		}
		// The padding is what is left to a multiple of four.
		return len(text) == (digest.digits+3)/4*4 && core.Trim(text[len(digits):], "=") == ""
	}
	return false
}
