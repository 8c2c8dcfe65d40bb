package main

import "s3cors/core/s3"

// target reads the Target that may be the argument at an index. It may be left out, but is not null.
func (a *arguments) target(index int) (target s3.Target) {
	if index >= len(a.list) {
		return target
	}
	members := a.object("target", a.at(index))
	for key, value, ok := members.nextMember(); ok; key, value, ok = members.nextMember() {
		switch key {
		case "bucket":
			target.Missing = a.isMissing(value)
		case "resource":
			target.Resource = a.resource(value)
		case "status":
			// The status of a final response (RFC 9110, section 15).
			target.Status = a.wholeNumber("target", ".status", value, 200, 599)
		case "headers":
			target.Headers = a.headerList("target", value)
		}
	}
	return target
}

func (a *arguments) isMissing(bucket string) bool {
	switch stringOf(bucket) {
	case "exists":
		return false
	case "missing":
		return true
	}
	a.fail("target", ".bucket", "'exists' or 'missing'", bucket)
	return false
}

func (a *arguments) resource(value string) s3.Resource {
	switch resource := s3.Resource(stringOf(value)); resource {
	case s3.Object, s3.BucketItem, s3.ServiceRoot:
		return resource
	}
	a.fail("target", ".resource", "'object', 'bucket' or 'service'", value)
	return s3.Object
}
