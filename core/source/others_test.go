package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheConfigurationsThatAreNotChosenAreReadInTheirOrder(t *testing.T) {
	xml := "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>\n"
	text := xml + "and\n" + strings.Replace(xml, "GET", "PUT", 1) + "and\n" + strings.Replace(xml, "GET", "HEAD", 1)
	for chosen, want := range [][]string{{"PUT", "HEAD"}, {"GET", "HEAD"}, {"GET", "PUT"}} {
		others, ok := ReadChoice(text, &Choice{Candidate: chosen}).ReadOthers()
		require.True(t, ok)
		require.Len(t, others, len(want))
		for i := range want {
			assert.Equal(t, want[i:i+1], others[i].CORSRules[0].AllowedMethods)
		}
	}
	others, ok := Read(twoBuckets).ReadOthers()
	require.True(t, ok)
	assert.Equal(t, []string{"https://west.example.com"}, others[0].CORSRules[0].AllowedOrigins)
	_, ok = Read(text + strings.Repeat(" ", mostRead/3)).ReadOthers()
	assert.False(t, ok, "there is a bound")
}
