package source

import "s3cors/core"

// cloudFormationTags are the short forms of CloudFormation's functions.
var cloudFormationTags = [...]string{"!Ref ", "!Sub ", "!GetAtt ", "!If ", "!Join ", "!ImportValue ", "!FindInMap ", "!Select ", "!Split "}

// saysYAML says whether a value stands in a text that is one in YAML alone: AWS::S3::Bucket or [https://...] without quotes, a tag, an
// anchor. YAML in brackets looks like JavaScript otherwise, where [GET, HEAD] are names.
func saysYAML(text string) bool {
	for l := (line{text: text, end: -1}); l.next(); {
		trimmed := l.trimmed()
		if core.HasPrefix(trimmed, "//") || core.HasPrefix(trimmed, "/*") || core.HasPrefix(trimmed, "*") {
			continue
		}
		// Markdown has its links like that.
		hasLink := core.IndexText(trimmed, "](") >= 0
		// before is the last byte that is not blank, quote that of the text around.
		before, quote, isApart := byte(0), byte(0), false
	words:
		for i := 0; i < len(trimmed); i++ {
			c := trimmed[i]
			switch {
			case quote != 0:
				if c == '\\' {
					i++
				} else if c == quote {
					quote = 0
				}
			case c == ' ' || c == '\t':
				isApart = true
				continue
			case c == '#', c == '/' && core.HasPrefix(trimmed[i:], "//") && before != ':':
				break words // A comment.
			case opensString(trimmed, i):
				quote = c
			case (core.Index("[,", before) >= 0 || before == ':' && isApart) && isYAMLValue(trimmed[i:], before) && (c != 'h' || !hasLink):
				return true
			}
			before, isApart = c, false
		}
	}
	return false
}

// isYAMLValue says whether a text begins with such a value, behind a sign.
func isYAMLValue(text string, before byte) bool {
	switch text[0] {
	case 'A':
		return core.HasPrefix(text, "AWS::")
	case 'h':
		isURL := core.HasPrefix(text, "https://") || core.HasPrefix(text, "http://")
		return before == '[' && isURL
	case '!':
		for i := range cloudFormationTags {
			if core.HasPrefix(text, cloudFormationTags[i]) {
				return true
			}
		}
	case '&':
		end := 1
		for end < len(text) && nameByte(text[end]) {
			end++
		}
		return before == ':' && end > 1 && (end == len(text) || text[end] == ' ')
	}
	return false
}
