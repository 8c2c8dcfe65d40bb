package meaning_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"s3cors/core"
	"s3cors/core/meaning"
)

// siteRules has a rule for each of so many sites, with an age.
func siteRules(count int, age int64) *core.CORSConfiguration {
	configuration := &core.CORSConfiguration{}
	for i := range count {
		configuration.CORSRules = append(configuration.CORSRules, core.CORSRule{AllowedOrigins: []string{fmt.Sprintf("https://a%d.example", i)}, AllowedMethods: []string{"GET"}, MaxAgeSeconds: &age})
	}
	return configuration
}

func TestTwoHundredDifferencesOfEachKindAreTold(t *testing.T) {
	for _, count := range []int{199, 200, 201} {
		comparison := meaning.Compare(siteRules(count, 1), nil)
		assert.Len(t, comparison.Lost, min(count, 200))
		assert.Equal(t, meaning.Narrower, comparison.Relation)
		assert.Equal(t, count > 200, comparison.More)
		comparison = meaning.Compare(nil, siteRules(count, 1))
		assert.Len(t, comparison.Gained, min(count, 200))
		assert.Equal(t, count > 200, comparison.More)
		comparison = meaning.Compare(siteRules(count, 1), siteRules(count, 2))
		assert.Len(t, comparison.Changed, min(count, 200))
		assert.Equal(t, meaning.Same, comparison.Relation)
		assert.Equal(t, count > 200, comparison.More)
		assert.False(t, comparison.Inexact)
	}
}

func TestAWordThatIsAnAddressInHexadecimalIsNoWitness(t *testing.T) {
	comparison := meaning.Compare(nil, &core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://1.0xa"}, AllowedMethods: []string{"GET"}}}})
	assert.False(t, comparison.Gained[0].Browser, "browsers send https://1.0.0.10")
}
