package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"s3cors/core"
)

func TestMeantMember(t *testing.T) {
	for member, names := range map[core.Member][]string{
		core.ID: {"Id", "id", "iD"},
		core.AllowedOrigins: {"AllowedOrigin", "allowedOrigins", "allowed_origins", "allowed-origins", "ALLOWED_ORIGINS", "AllowOrigins",
			"AllowedOrgins", "AllowedOrigns", "AllowedOrgiins", "Allowed Origins", "origins", "origin"},
		core.AllowedMethods: {"AllowedMethod", "AllowMethods", "allowed_methods", "AllowedMehtods", "methods", "method"},
		core.AllowedHeaders: {"AllowedHeader", "allowedheader", "AllowHeaders", "AlowedHeaders", "headers"},
		core.ExposeHeaders:  {"ExposeHeader", "ExposedHeaders", "exposedHeaders", "ExposedHeader", "expose_headers", "expose-headers", "ExposHeaders"},
		core.MaxAgeSeconds:  {"MaxAge", "maxAge", "max_age", "max_age_seconds", "MaxAgeSecond", "MaxAgeSecs", "MaxAgeSecnds"},
		core.NoMember: {"", "s", "-", "i", "Comment", "name", "ResponseHeaders", "allowedOperations", "corsRuleName", "AllowCredentials", "Mod", "orgin",
			"AllowedOriginsAndThenSomethingElse", "AllowedXXXins", "ÄllowedÖrigins", strings.Repeat("AllowedOrigins", 1000), strings.Repeat("-", 1000)},
	} {
		for _, name := range names {
			meant, exact := meantMember(name)
			assert.Equal(t, member, meant, "%q", name)
			assert.False(t, exact, "%q", name)
		}
	}
	for _, member := range core.Members {
		meant, exact := meantMember(member.String())
		assert.Equal(t, member, meant)
		assert.True(t, exact)
	}
}

func TestMeantContainer(t *testing.T) {
	for want, names := range map[container][]string{
		rulesContainer:         {"CORSRule", "CorsRules", "corsRules", "cors_rule", "cors_rules", "CORSRles", "CORSRulez", "rules", "Rules", "cors"},
		configurationContainer: {"CorsConfiguration", "CORSConfig", "cors_configuration", "CORSConfigurations", "CORSConfigration"},
		noContainer:            {"", "Resources", "role", "core", "corset", "CORSRulsez", "configuration"},
	} {
		for _, name := range names {
			meant, exact := meantContainer(name)
			assert.Equal(t, want, meant, "%q", name)
			assert.False(t, exact, "%q", name)
		}
	}
	for _, want := range []container{rulesContainer, configurationContainer} {
		meant, exact := meantContainer(want.String())
		assert.Equal(t, want, meant)
		assert.True(t, exact)
	}
}
