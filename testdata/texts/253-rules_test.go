package ship

import "testing"

type rule struct {
	origin  []string
	method  []string
	allowed bool
}

func TestRules(t *testing.T) {
	for _, r := range []rule{
		{origin: []string{"Genoa"}, method: []string{"sea"}, allowed: true},
		{origin: []string{"Turin"}, method: []string{"sea"}, allowed: false},
	} {
		if got := permitted(r.origin, r.method); got != r.allowed {
			t.Errorf("%v by %v: %t", r.origin, r.method, got)
		}
	}
}
