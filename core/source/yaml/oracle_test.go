package yaml

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	oracle "go.yaml.in/yaml/v3"

	"s3cors/core/source/literal"
)

// What go.yaml.in/yaml makes of a text is written down as lines, and so is what this package makes of it.

// outline writes down a tree: a line for each node with its kind, text and place.
type outline struct {
	lines []string
	text  string
	// starts are the beginnings of the lines of the text.
	starts []int
	// keys are the keys with anchors.
	keys map[*oracle.Node]bool
	// merges is the number of merge keys around it.
	merges int
	// outside says what in the text lies outside of the subset.
	outside string
}

func (o *outline) line(depth int, kind, text string, place string) {
	o.lines = append(o.lines, strings.Repeat("  ", depth)+strings.TrimSpace(fmt.Sprintf("%s %q %s", kind, text, place)))
}

func (o *outline) String() string { return strings.Join(o.lines, "\n") }

// place is the line and the column, from 1, of a place in the text.
func (o *outline) place(at int) string {
	line := 1
	start := 0
	for i := 0; i < at; i++ {
		if o.text[i] == '\n' || o.text[i] == '\r' && !(i+1 < len(o.text) && o.text[i+1] == '\n') {
			line++
			start = i + 1
		}
	}
	return fmt.Sprintf("%d:%d", line, utf8.RuneCountInString(strings.TrimPrefix(o.text[start:at], "\uFEFF"))+1)
}

// ours writes down a tree of this package.
func (o *outline) ours(tree *literal.Tree, index, depth int) {
	node := &tree.Nodes[index]
	text := tree.TextOf(index)
	switch node.Kind {
	case literal.Object, literal.List, literal.Call:
		if node.Kind != literal.Call {
			text = ""
		}
		o.line(depth, kindName(node.Kind), text, "")
		for i := index + 1; i < tree.Behind(index); i = tree.Behind(i) {
			if tree.Nodes[i].Kind == literal.Key {
				if tree.TextOf(i) == "<<" && tree.Nodes[i].Start == int32(tree.Nodes[i].Inner().Start) && tree.Nodes[i+1].Kind == literal.Missing {
					continue // What it brought in follows.
				}
				o.line(depth+1, "key", tree.TextOf(i), o.place(int(tree.Nodes[i].Start)))
				o.ours(tree, i+1, depth+2)
			} else {
				o.ours(tree, i, depth+1)
			}
		}
	case literal.Missing:
		o.line(depth, "null", "", "")
	default:
		place := o.place(int(node.Start))
		if node.Start == node.End {
			place = ""
		}
		o.line(depth, kindName(node.Kind), text, place)
	}
}

func kindName(kind literal.Kind) string {
	switch kind {
	case literal.Object:
		return "object"
	case literal.List:
		return "list"
	case literal.Call:
		return "call"
	case literal.String:
		return "string"
	case literal.Number:
		return "number"
	case literal.Word:
		return "word"
	case literal.True:
		return "true"
	case literal.False:
		return "false"
	case literal.Null:
		return "null"
	}
	return "?"
}

var number = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)

// theirs writes down a node of the oracle.
func (o *outline) theirs(node *oracle.Node, depth int, placed bool) {
	if depth > 100 || len(o.lines) > 10000 {
		o.outside = "an alias inside of what it stands for"
	}
	if o.outside != "" {
		return
	}
	if node.Kind == oracle.AliasNode {
		o.theirs(node.Alias, depth, true)
		if o.outside != "" {
			return
		}
		if last := o.lines[len(o.lines)-1]; o.keys[node.Alias] && !strings.Contains(last, "word") {
			o.outside = "an alias for a key, which is a word here whatever it looks like"
		}
		return
	}
	tagged := node.Style&oracle.TaggedStyle != 0
	isCall := tagged && !strings.HasPrefix(node.Tag, "!!") && node.Tag != "!"
	if isCall {
		o.line(depth, "call", node.Tag, "")
		depth++
	}
	switch node.Kind {
	case oracle.SequenceNode:
		o.line(depth, "list", "", "")
		for _, item := range node.Content {
			o.theirs(item, depth+1, true)
		}
	case oracle.MappingNode:
		o.line(depth, "object", "", "")
		written := map[string]bool{}
		for i := 0; i < len(node.Content); i += 2 {
			if key := o.key(node.Content[i]); key != nil && key.Tag != "!!merge" {
				written[key.Value] = true
			}
		}
		var merged []*oracle.Node
		for i := 0; i < len(node.Content); i += 2 {
			key, value := o.key(node.Content[i]), node.Content[i+1]
			if key == nil {
				return
			}
			if key.Tag == "!!merge" {
				merged = append(merged, value)
				continue
			}
			o.member(key, node.Content[i], value, depth+1)
		}
		for _, value := range merged {
			o.merge(value, written, depth+1, 0)
		}
	case oracle.ScalarNode:
		kind, place := "word", o.at(node)
		plain := node.Style&(oracle.DoubleQuotedStyle|oracle.SingleQuotedStyle|oracle.LiteralStyle|oracle.FoldedStyle) == 0
		switch {
		case !plain:
			kind = "string"
		case node.Value == "":
			kind, place = "null", ""
		case tagged && !isCall && (node.Tag == "!!str" || node.Tag == "!"):
		case number.MatchString(node.Value):
			kind = "number"
		case slices.Contains([]string{"null", "Null", "NULL", "~"}, node.Value):
			kind = "null"
		case slices.Contains([]string{"true", "True", "TRUE"}, node.Value):
			kind = "true"
		case slices.Contains([]string{"false", "False", "FALSE"}, node.Value):
			kind = "false"
		}
		o.line(depth, kind, node.Value, place)
	default:
		o.outside = "a node of another kind"
	}
}

// at is the place of a scalar. That of one with a tag or an anchor is theirs.
func (o *outline) at(node *oracle.Node) string {
	if node.Style&oracle.TaggedStyle != 0 || node.Anchor != "" {
		return "?"
	}
	return fmt.Sprintf("%d:%d", node.Line, node.Column)
}

// key is the scalar that is a key, or nil for one that lies outside of the subset.
func (o *outline) key(key *oracle.Node) *oracle.Node {
	if key.Kind == oracle.AliasNode {
		key = key.Alias
	}
	if key.Kind != oracle.ScalarNode {
		o.outside = "a key that is no scalar"
		return nil
	}
	return key
}

func (o *outline) member(key, written, value *oracle.Node, depth int) {
	place := fmt.Sprintf("%d:%d", written.Line, written.Column)
	if written.Kind != oracle.AliasNode {
		place = o.at(key)
		if key.Value == "" && key.Style == 0 {
			place = "?"
		}
	}
	o.line(depth, "key", key.Value, place)
	if o.keys == nil {
		o.keys = map[*oracle.Node]bool{}
	}
	o.keys[written] = true
	o.theirs(value, depth+1, true)
}

// merge writes down the members that a merge key brings in.
func (o *outline) merge(value *oracle.Node, written map[string]bool, depth, within int) {
	if value.Kind == oracle.AliasNode {
		value = value.Alias
	}
	switch {
	case within > 10 || o.outside != "":
		o.outside = "an alias inside of what it stands for"
	case value.Kind == oracle.SequenceNode && value.Style&oracle.TaggedStyle == 0:
		for _, item := range value.Content {
			o.merge(item, written, depth, within+1)
		}
	case value.Kind == oracle.MappingNode && value.Style&oracle.TaggedStyle == 0:
		// What it merges itself counts after what it has.
		o.outside = o.outside + o.mergeMembers(value, written, depth)
	default:
		o.outside = "a merge key with something else"
	}
}

func (o *outline) mergeMembers(value *oracle.Node, written map[string]bool, depth int) string {
	inner := &outline{text: o.text, merges: o.merges + 1}
	if o.merges > 10 {
		return "an alias inside of what it stands for"
	}
	inner.theirs(value, depth-1, true)
	if inner.outside != "" {
		return inner.outside
	}
	// The members are the lines one step deeper than the object's own.
	keep := false
	prefix := strings.Repeat("  ", depth) + "key "
	for _, line := range inner.lines[1:] {
		if strings.HasPrefix(line, prefix) {
			var name string
			_, err := fmt.Sscanf(line[len(prefix):], "%q", &name)
			if err != nil {
				return "a key that cannot be compared"
			}
			keep = !written[name]
			written[name] = true
		}
		if keep {
			o.lines = append(o.lines, line)
		}
	}
	return ""
}

// same compares two outlines. A place "?" is that of anything.
func same(ours, theirs []string) bool {
	if len(ours) != len(theirs) {
		return false
	}
	for i, line := range theirs {
		if unplaced, is := strings.CutSuffix(line, " ?"); is {
			if !strings.HasPrefix(ours[i], unplaced) {
				return false
			}
		} else if ours[i] != line {
			return false
		}
	}
	return true
}

// read has the oracle read a text. Documents without anything in them are left out.
func read(text string) (documents []*oracle.Node, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%v", broken)
		}
	}()
	decoder := oracle.NewDecoder(bytes.NewReader([]byte(text)))
	for {
		var document oracle.Node
		if err := decoder.Decode(&document); err == io.EOF {
			return documents, nil
		} else if err != nil {
			return nil, err
		}
		root := document.Content[0]
		if root.Kind == oracle.ScalarNode && root.Value == "" && root.Style == 0 && root.Anchor == "" {
			continue
		}
		documents = append(documents, root)
	}
}

// unlike are texts that the oracle, which follows YAML 1.1, reads unlike YAML 1.2, or that are read here as they are meant.
var unlike = []struct {
	what    string
	pattern *regexp.Regexp
}{
	{"line ends of YAML 1.1", regexp.MustCompile("[\u0085\u2028\u2029]")},
	{"a byte order mark inside", regexp.MustCompile("(?s)..*\uFEFF")},
	{"no-break spaces before the first word of a line", regexp.MustCompile("(?m)^[ \t]*\u00A0")},
	{"an empty value right before a comma or a bracket", regexp.MustCompile(`:[,\[\]{}]`)},
	{"a question mark, which YAML 1.1 takes for an indicator between brackets", regexp.MustCompile(`[\[{](.|\n)*\?`)},
	{"an entry between brackets that stands below what is around them", regexp.MustCompile(`[\[{][^\]}]*\n\s*-\s`)},
	{"a block scalar whose indicator begins a line, at whatever column", regexp.MustCompile(`\n\s*([&!]\S*\s+)*[|>]`)},
	{"an empty key with a tag or an anchor", regexp.MustCompile(`[&!]\S*\s+:`)},
	{"a name with signs in it", regexp.MustCompile(`(^|[\s\[{,])[&*][\w-]*[^\w\-\s,\]}]`)},
	{"a question mark before a key", regexp.MustCompile(`(?m)(^|[ -])\?(\s|$)`)},
	{"an escape that only the oracle knows", regexp.MustCompile(`\\'`)},
	{"a tag without a name", regexp.MustCompile(`(?m)!(\s|$)`)},
	{"a tag with signs in it", regexp.MustCompile(`!(<|\S*[%,:\[\]{}])`)},
	{"a tag's handle", regexp.MustCompile(`%TAG`)},
	{"a block scalar whose first lines are blank and longer", regexp.MustCompile(`(?m)[|>][-+0-9]*[ \t]*(#.*)?\s*[\n\r] +\r?$`)},
	{"a line like a directive in a document that has not ended", regexp.MustCompile(`(?m)^[ \t]*[^%#\s.][^\n]*\n(\s*\n|#[^\n]*\n)*%`)},
	{"a lone carriage return", regexp.MustCompile(`\r([^\n]|$)`)},
}

// hasKeyBelowBracket says whether a line between brackets begins with a key that is indented no further than the line of the
// bracket. YAML 1.2 has no such texts (7.4, flow nodes are indented further than what is around them); the oracle lets them pass, and
// here the bracket counts as one that was forgotten to be closed.
func hasKeyBelowBracket(text string) bool {
	var opened []int
	for line := range strings.SplitSeq(text, "\n") {
		indentation := len(line) - len(strings.TrimLeft(line, " "))
		if len(opened) > 0 && indentation <= opened[len(opened)-1] && key.MatchString(line) {
			return true
		}
		for _, c := range line {
			switch c {
			case '[', '{':
				opened = append(opened, indentation)
			case ']', '}':
				opened = opened[:max(0, len(opened)-1)]
			}
		}
	}
	return false
}

// key is a line that begins with one that has no quotes.
var key = regexp.MustCompile(`^[\s-]*[^\s\]},"'][^\s\]},]*:(\s|$)`)

// compare says how what is read differs from what the oracle reads: "" for equal trees. ok is false where it
// refuses the text, or the text lies outside of the subset.
func compare(text string) (difference string, ok bool) {
	// The oracle takes UTF-16 too; a text that is read here is UTF-8.
	if !utf8.ValidString(text) {
		return "", false
	}
	for _, u := range unlike {
		if u.pattern.MatchString(text) {
			return "", false
		}
	}
	if hasKeyBelowBracket(text) {
		return "", false
	}
	documents, err := read(text)
	if err != nil {
		return "", false
	}
	theirs := &outline{text: text}
	depth := 0
	if len(documents) > 1 {
		theirs.line(0, "list", "", "")
		depth = 1
	}
	for _, document := range documents {
		theirs.theirs(document, depth, true)
	}
	if theirs.outside != "" {
		return "", false
	}
	if len(documents) == 0 {
		theirs.line(0, "null", "", "")
	}
	tree := Parse(text)
	ours := &outline{text: text}
	ours.ours(tree, tree.Root, 0)
	for _, problem := range tree.Problems {
		if problem.Code == literal.TypographicQuotes {
			return "", false // To YAML they are letters; they are meant as quotes.
		}
		ours.lines = append(ours.lines, fmt.Sprintf("problem %d at %s", problem.Code, ours.place(int(problem.Start))))
	}
	if same(ours.lines, theirs.lines) {
		return "", true
	}
	return fmt.Sprintf("ours:\n%s\ntheirs:\n%s", ours, theirs), true
}
