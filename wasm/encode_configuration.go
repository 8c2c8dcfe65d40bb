package main

import "s3cors/core"

// configuration writes CORSConfiguration, or null.
func (e *encoder) configuration(name string, configuration *core.CORSConfiguration) {
	if configuration == nil {
		e.null(name)
		return
	}
	e.open(name, "{")
	e.open("CORSRules", "[")
	for i := range configuration.CORSRules {
		e.rule(&configuration.CORSRules[i])
	}
	e.close("]")
	e.close("}")
}

// rule writes CORSRule. An optional list without values is left out.
func (e *encoder) rule(rule *core.CORSRule) {
	e.open("", "{")
	e.optional("ID", rule.ID)
	e.texts("AllowedOrigins", rule.AllowedOrigins)
	e.texts("AllowedMethods", rule.AllowedMethods)
	if len(rule.AllowedHeaders) > 0 {
		e.texts("AllowedHeaders", rule.AllowedHeaders)
	}
	if len(rule.ExposeHeaders) > 0 {
		e.texts("ExposeHeaders", rule.ExposeHeaders)
	}
	if rule.MaxAgeSeconds != nil {
		e.number("MaxAgeSeconds", *rule.MaxAgeSeconds)
	}
	e.close("}")
}
