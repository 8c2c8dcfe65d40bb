package source_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

// Each case is the text around the values, what is told of it, and the text after the fix, which reads as the same configuration
// and tells it no more.
func TestFixesOfWhatStandsBesideTheValues(t *testing.T) {
	const rule = "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>"
	const s3 = `"http://s3.amazonaws.com/doc/2006-03-01/"`
	for _, c := range []struct{ name, text, code, title, after string }{
		{"an attribute goes, with the blank before it", `<CORSConfiguration a="1">` + rule + "</CORSRule></CORSConfiguration>", "unexpected-attribute", "Remove it", "<CORSConfiguration>" + rule + "</CORSRule></CORSConfiguration>"},
		{"another namespace becomes S3's", `<CORSConfiguration xmlns='https://e.example/ns'>` + rule + "</CORSRule></CORSConfiguration>", "wrong-namespace", "Write http://s3.amazonaws.com/doc/2006-03-01/", "<CORSConfiguration xmlns='http://s3.amazonaws.com/doc/2006-03-01/'>" + rule + "</CORSRule></CORSConfiguration>"},
		{"a namespace is mended where its prefix is declared", `<CORSConfiguration xmlns:o="https://e.example/ns">` + rule + "<o:ID>a</o:ID></CORSRule></CORSConfiguration>", "wrong-namespace", "Write http://s3.amazonaws.com/doc/2006-03-01/", "<CORSConfiguration xmlns:o=" + s3 + ">" + rule + "<o:ID>a</o:ID></CORSRule></CORSConfiguration>"},
		{"another attribute with the same value stays", `<CORSConfiguration a="urn:x" xmlns="urn:x">` + rule + "</CORSRule></CORSConfiguration>", "wrong-namespace", "Write http://s3.amazonaws.com/doc/2006-03-01/", `<CORSConfiguration a="urn:x" xmlns=` + s3 + ">" + rule + "</CORSRule></CORSConfiguration>"},
		{"a comment that quotes the namespace stays", `<!-- xmlns="urn:x" --><CORSConfiguration xmlns="urn:x">` + rule + "</CORSRule></CORSConfiguration>", "wrong-namespace", "Write http://s3.amazonaws.com/doc/2006-03-01/", `<!-- xmlns="urn:x" --><CORSConfiguration xmlns=` + s3 + ">" + rule + "</CORSRule></CORSConfiguration>"},
		{"a DOCTYPE goes", "<!DOCTYPE x>\n<CORSConfiguration>" + rule + "</CORSRule></CORSConfiguration>", "doctype", "Remove the DOCTYPE", "\n<CORSConfiguration>" + rule + "</CORSRule></CORSConfiguration>"},
		{"the encoding is declared as it is", `<?xml version="1.0" encoding="ISO-8859-1"?><CORSConfiguration>` + rule + "</CORSRule></CORSConfiguration>", "wrong-encoding", "Declare UTF-8", `<?xml version="1.0" encoding="UTF-8"?><CORSConfiguration>` + rule + "</CORSRule></CORSConfiguration>"},
		{"the first of two IDs stays", "<CORSConfiguration>" + rule + "<ID>a</ID>\n  <ID>b</ID></CORSRule></CORSConfiguration>", "repeated-element", "Keep the first", "<CORSConfiguration>" + rule + "<ID>a</ID></CORSRule></CORSConfiguration>"},
		{"a near miss is renamed in both tags", "<CORSConfiguration>" + rule + "<ExposedHeader>ETag</ExposedHeader ></CORSRule></CORSConfiguration>", "unknown-element", "Rename it to ExposeHeader", "<CORSConfiguration>" + rule + "<ExposeHeader>ETag</ExposeHeader ></CORSRule></CORSConfiguration>"},
		{"a near miss keeps its prefix", "<CORSConfiguration xmlns:s=" + s3 + ">" + rule + "<s:ExposedHeader>ETag</s:ExposedHeader></CORSRule></CORSConfiguration>", "unknown-element", "Rename it to ExposeHeader", "<CORSConfiguration xmlns:s=" + s3 + ">" + rule + "<s:ExposeHeader>ETag</s:ExposeHeader></CORSRule></CORSConfiguration>"},
		{"the root is renamed", "<CORSConfig>" + rule + "</CORSRule></CORSConfig>", "unknown-element", "Rename it to CORSConfiguration", "<CORSConfiguration>" + rule + "</CORSRule></CORSConfiguration>"},
		{"an element that nobody knows goes", "<CORSConfiguration>" + rule + "\n<Comment>x</Comment></CORSRule></CORSConfiguration>", "unknown-element", "Remove it", "<CORSConfiguration>" + rule + "</CORSRule></CORSConfiguration>"},
		{"stray text goes", "<CORSConfiguration>" + rule + "</CORSRule> ,</CORSConfiguration>", "unknown-element", "Remove it", "<CORSConfiguration>" + rule + "</CORSRule></CORSConfiguration>"},
		{"an end tag closes what is open", "<CORSConfiguration>" + rule + "<ID>a</Id></CORSRule></CORSConfiguration>", "syntax", "Write </ID>", "<CORSConfiguration>" + rule + "<ID>a</ID></CORSRule></CORSConfiguration>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.text)
			told := find(t, doc.Diagnostics, c.code)
			require.Len(t, told.Fixes, 1)
			fix := told.Fixes[0]
			require.Equal(t, c.title, fix.Title)
			require.Equal(t, c.after, format.Apply(c.text, fix.Edits))
			after := source.Read(c.after)
			require.Equal(t, doc.Configuration, after.Configuration)
			require.Equal(t, *after.Configuration, fix.Configuration)
			for i := range after.Diagnostics {
				require.NotEqual(t, c.code, after.Diagnostics[i].Code)
			}
		})
	}
}

func find(t *testing.T, diagnostics core.Diagnostics, code string) *core.Diagnostic {
	for i := range diagnostics {
		if diagnostics[i].Code == code {
			return &diagnostics[i]
		}
	}
	require.Fail(t, "it does not tell "+code)
	return nil
}
