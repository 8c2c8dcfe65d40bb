package main

import "s3cors/core"

// configuration writes the member configuration: CORSConfiguration, or null.
//
//go:noinline
func (e *encoder) configuration(configuration *core.CORSConfiguration) {
	if configuration == nil {
		e.write(`"configuration":#`, "null")
		return
	}
	e.open(`"configuration":{"CORSRules":[`)
	rules := configuration.CORSRules
	for i := range rules {
		e.rule(&rules[i])
	}
	e.put("]}")
}

// rule writes CORSRule. An optional list without values is left out.
//
//go:noinline
func (e *encoder) rule(rule *core.CORSRule) {
	e.open("{")
	e.optional(`"ID":`, rule.ID)
	e.texts(`"AllowedOrigins":[`, &rule.AllowedOrigins, false)
	e.texts(`"AllowedMethods":[`, &rule.AllowedMethods, false)
	e.texts(`"AllowedHeaders":[`, &rule.AllowedHeaders, true)
	e.texts(`"ExposeHeaders":[`, &rule.ExposeHeaders, true)
	if rule.MaxAgeSeconds != nil {
		e.write(`"MaxAgeSeconds":#`, core.FormatInt(*rule.MaxAgeSeconds))
	}
	e.put("}")
}
