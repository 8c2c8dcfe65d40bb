package s3

import "s3cors/core"

// Assumptions are the readings on which an answer of Answer rests, given what Validate says of the body: those on the
// document only where the document decided.
func (p *Put) Assumptions(refused *ErrorResponse, document *Validation) []Assumption {
	var list []Assumption
	decided := document.Error
	if refused == nil || decided != nil && refused.Code == decided.Code && refused.Message == decided.Message {
		list = append(list, document.Assumptions...)
		if core.TrimSpace(p.Body) == "" {
			list = append(list, Assumptions[emptyBody])
		}
	}
	if p.IBM {
		list = append(list, Assumptions[ibmCOS])
	}
	return list
}
