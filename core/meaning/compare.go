package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// Relation says which requests a configuration allows, measured against another.
type Relation string

// The relations. Same is a proof: no request is allowed by one alone.
const (
	Same      Relation = "same"
	Narrower  Relation = "narrower"
	Wider     Relation = "wider"
	Different Relation = "different"
)

// Comparison is what a configuration allows that another did not, and the reverse.
type Comparison struct {
	Relation Relation
	// Gained and Lost are told by rule and origin; Changed are requests that both allow, and answer with
	// other CORS headers, by pair of rules.
	Gained, Lost, Changed []Difference
	// Inexact: a difference was found for which no request could be made (package comment). It is not told.
	Inexact bool
	// More: there are more differences than are told.
	More bool
}

// Difference is told with a request that shows it.
type Difference struct {
	// Rule is the index of the rule that allows it: of after in Gained and Changed, of before in Lost.
	Rule int
	// Witness was simulated with both configurations.
	Witness core.PreflightRequest
	// Browser: a browser could send it, since its Origin is one that browsers serialise.
	Browser bool
	Message string
}

// mostDifferences bounds each of the lists.
const mostDifferences = 200

// Compare says what the configuration after allows that before did not, and the reverse. A nil configuration allows
// nothing.
func Compare(before, after *core.CORSConfiguration) Comparison {
	c := comparer{before: compile(before), after: compile(after)}
	var kinds classes
	kinds.sort(c.before)
	kinds.sort(c.after)
	c.answers[0], c.answers[1] = s3.Compile(before), s3.Compile(after)
	c.beyond(&c.Gained, c.after, c.before, 1, gained)
	c.beyond(&c.Lost, c.before, c.after, 0, lost)
	c.changes()
	c.Relation = relations[nonEmpty(c.Lost)+2*nonEmpty(c.Gained)]
	return c.Comparison
}

var relations = [...]Relation{Same, Narrower, Wider, Different}

//go:noinline
func nonEmpty(list []Difference) int { return min(len(list), 1) }

type comparer struct {
	Comparison
	before, after []rule
	// answers are those of before and after.
	answers [2]*s3.Rules
}

const (
	gained = "rule {rule#} now allows {methods} from {pattern}{example}"
	lost   = "what rule {rule#} allowed is refused now: {methods} from {pattern}{example}"
)

// beyond tells what each of some rules takes that neither the rules before it nor any of the others take.
func (c *comparer) beyond(list *[]Difference, rules, others []rule, owner int, template string) {
	r := region{likely: -1}
	for i := range rules {
		rule := &rules[i]
		r.likely++
		r.methods, r.headers = rule.methods, rule.headers
		r.without[0], r.without[1] = others, rules[:i]
		for j := range rule.origins {
			r.origin = &rule.origins[j]
			if left := r.left(); left != 0 && !c.tell(list, &r, left, i, owner, template) {
				return
			}
		}
	}
}

// tell adds a difference, if a request shows it. It is false if there are more than are told.
func (c *comparer) tell(list *[]Difference, r *region, left uint8, rule, owner int, template string) bool {
	if len(*list) == mostDifferences {
		c.More = true
		return false
	}
	witness := r.witness(left)
	if witness != nil {
		of, other := c.answers[owner].Verdict(*witness, s3.Target{}), c.answers[1-owner].Verdict(*witness, s3.Target{})
		if of.Rule == rule && !other.Allowed {
			addDifference(list, witness, r, left, rule, template)
			return true
		}
	}
	c.Inexact = true
	return true
}

// addDifference tells a difference in words: the methods that are left in the region and its origins, and
// what the witness shows of them.
//
//go:noinline
func addDifference(list *[]Difference, witness *core.PreflightRequest, r *region, left uint8, rule int, template string) {
	example := ""
	if r.origin.Wildcard {
		example = *witness.Origin
	}
	if witness.Headers != nil {
		example += " with " + *witness.Headers
	}
	if r.origin.Wildcard {
		example = ", such as " + example
	}
	message, _, _ := core.Fill(template, "", []string{core.Itoa(rule + 1), methodNames(left), patternText(r.origin), example})
	*list = append(*list, Difference{Rule: rule, Witness: *witness, Browser: isSent(*witness.Origin), Message: message})
}

func patternText(p *core.Pattern) string {
	if p.Wildcard {
		return p.Prefix + "*" + p.Suffix
	}
	return p.Prefix
}

// methodNames lists methods in a sentence: "GET, PUT".
func methodNames(methods uint8) string {
	names := ""
	for bit := range s3.SupportedMethods {
		if methods>>bit&1 != 0 {
			if names != "" {
				names += ", "
			}
			names += s3.SupportedMethods[bit]
		}
	}
	return names
}
