// Package format writes a configuration in the forms in which it is handed on, each as a practitioner would write it, and says what
// a form cannot carry.
//
// [Convert] writes a whole file: xml, json, console, aws-cli, boto3, ibm-boto3, sdk-js, cloudformation-json,
// cloudformation-yaml, cdk, terraform, pulumi, r2 and gcs. [Edits] and [Draft] change a text that is there already, and leave comments
// and layout alone.
package format
