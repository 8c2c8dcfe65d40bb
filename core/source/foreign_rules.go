package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Rules of products that are none of S3's. They are read in no format, and told by the name of the product.

// foreignKeys belong to the rules of products that are none of S3's, in lower case without "_" and the plural's s.
var foreignKeys = [...]struct{ stem, dialect string }{
	{"corsrulename", "Backblaze B2's native rules"},
	{"allowedoperation", "Backblaze B2's native rules"},
	{"maxageinsecond", "Azure Storage's rules"},
	{"responsevary", "Alibaba OSS's rules"},
}

// gateways are words of documents whose CORS settings have allowOrigins and allowMethods; the last counts.
var gateways = [...]struct{ text, dialect string }{
	{"CorsConfiguration", apiGateway}, {"piGateway", apiGateway}, {"apigateway", apiGateway}, {"ttpApi", apiGateway}, {"erverless::Api", apiGateway},
	{"ambda::Url", lambdaURL}, {"unction_url", lambdaURL}, {"unctionUrl", lambdaURL},
}

const (
	apiGateway = "the CORS settings of API Gateway"
	lambdaURL  = "the CORS settings of a Lambda function URL"

	eitherGateway = lambdaURL + " or of API Gateway"
)

// foreignKey is the product that a key belongs to, or "".
//
//go:noinline
func foreignKey(name string) string {
	if first := name[0] | 0x20; first != 'c' && first != 'a' && first != 'm' && first != 'r' {
		return ""
	}
	var buffer [longestName]byte
	stem := nameStem(name, &buffer)
	for i := range foreignKeys {
		if stem == foreignKeys[i].stem {
			return foreignKeys[i].dialect
		}
	}
	return ""
}

// nameGateway names the other service of AWS whose settings an object is.
func (w *walk) nameGateway(node int, look *look) {
	least, most := min(look.origins, look.methods), max(look.origins, look.methods)
	if least == allowRule && most == allowRule && look.style == pascalCase && (look.credentials || w.isSetting(node)) {
		w.foreign = eitherGateway // Both have the same names.
	}
	if least >= allowRule {
		for i := range gateways {
			if core.IndexText(w.Text, gateways[i].text) >= 0 {
				w.foreign = gateways[i].dialect
			}
		}
	}
	// The Serverless Framework has its settings of a function URL in url: cors.
	if above := len(w.way) - 2; most >= allowRule && above > 0 && w.top().meant != noContainer && w.TextOf(w.way[above].key) == "url" {
		w.foreign = lambdaURL
	}
}

// foreignBeside names the other product that a key beside the rules belongs to: Alibaba's ResponseVary stands in the configuration.
func (f *find) foreignBeside() string {
	for i := range f.way {
		s := &f.way[i]
		if s.meant == noContainer || s.node < 0 || f.tree.Nodes[s.node].Kind != literal.Object {
			continue
		}
		for key := s.node + 1; key < f.tree.Behind(s.node); key = f.tree.Behind(key) {
			if name := f.tree.TextOf(key); f.tree.Nodes[key].Kind == literal.Key && name != "" && foreignKey(name) != "" {
				return foreignKey(name)
			}
		}
	}
	return ""
}

// isSetting says whether an object of JSON stands in no list, with its first name in double quotes. Neither gateway has a list of settings,
// and programs have AllowOrigins without quotes for those of many servers.
func (w *walk) isSetting(node int) bool {
	first, around := w.first(node), w.top().node
	return w.language == literal.JSON && first >= 0 && w.Text[w.Nodes[first].Start] == '"' && (around < 0 || w.kind(around) != literal.List)
}
