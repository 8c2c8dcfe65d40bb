package format_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core/format"
	"s3cors/core/source"
)

func TestXMLIsWrittenOfWhatCouldBeRead(t *testing.T) {
	written := format.XML(source.Read(`[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "get"], "Comment": "x"}]`))
	require.NotNil(t, written.Text)
	assert.Equal(t, `<?xml version="1.0" encoding="UTF-8"?>
<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <CORSRule>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedMethod>get</AllowedMethod>
    <AllowedOrigin>*</AllowedOrigin>
  </CORSRule>
</CORSConfiguration>
`, *written.Text)
	assert.Equal(t, []string{"cors.xml", "application/xml"}, []string{written.Filename, written.MediaType})
	require.Len(t, written.Diagnostics, 2, "errors and losses alone, no warning about the key")
	assert.Equal(t, []string{"unsupported-method", "comment-lost"}, []string{written.Diagnostics[0].Code, written.Diagnostics[1].Code})
}

func TestNothingIsWrittenOfATextWithoutAConfiguration(t *testing.T) {
	written := format.XML(source.Read("dear all"))
	assert.Nil(t, written.Text)
	assert.Equal(t, "unknown-format", written.Diagnostics[0].Code)
}
