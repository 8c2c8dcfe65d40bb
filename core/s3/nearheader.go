package s3

import "s3cors/core"

// nearestHeader explains why no AllowedHeader takes a name, by the one that comes nearest. The patterns
// are those written, in lower case.
func (c *Check) nearestHeader(written []string, patterns []core.Pattern, asked *question) {
	name := c.Value
	if len(written) == 0 {
		c.fail(&noAllowedHeaders, name)
		return
	}
	best, distance := -1, len(name)/2+1
	for i := range patterns {
		if !asked.compares() {
			break
		}
		if d := headerDistance(name, &patterns[i]); d < distance {
			best, distance = i, d
		}
	}
	if best < 0 {
		c.fail(&headerNotListed, name, enumerate(written))
		return
	}
	c.nearest(c.Path, best, written)
	pattern, why := &patterns[best], &tooShort
	switch {
	case !pattern.Wildcard:
		why = &headerNearest
	case !core.HasPrefix(name, pattern.Prefix):
		why = &otherBeginning
	case !core.HasSuffix(name, pattern.Suffix):
		why = &otherEnd
	}
	c.fail(why, name, written[best])
}

// headerDistance counts the characters that keep a name from a pattern: the edits between the two, or for a
// wildcard those at its two ends.
func headerDistance(name string, pattern *core.Pattern) int {
	if !pattern.Wildcard {
		return core.EditDistance(name, pattern.Prefix)
	}
	head := name[:min(len(name), len(pattern.Prefix))]
	tail := name[len(name)-min(len(name), len(pattern.Suffix)):]
	return core.EditDistance(head, pattern.Prefix) + core.EditDistance(tail, pattern.Suffix)
}
