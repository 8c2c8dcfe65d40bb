package source

import "s3cors/core"

// marking is what puts the marks before the lines of a text.
type marking uint8

const (
	noMarks marking = iota
	quotation
	// prompts are those of Python: >>> and, before what goes on, three points.
	prompts
	// plan is what Terraform shows before it changes anything: its marks stand behind blanks.
	plan
	patch
	// additions are the lines that a patch adds, without what is around them.
	additions
)

// unmarked is a text without the marks that patches, quotations, prompts and plans put before each line; blanks stand in their
// place, so that all else stays where it is. Lines that a patch or a plan takes out are blank, and so are a patch's own. It is ""
// where there are no marks.
func unmarked(text string) string {
	kind := markingOf(text)
	if kind == noMarks {
		return ""
	}
	cleared := []byte(text)
	taken := 0
	for l := (line{text: text, end: -1}); l.next(); {
		start, end := l.start, l.start
		switch rest := text[l.start:l.end]; {
		case rest == "":
		case kind == plan:
			start, end, taken = planMark(&l, taken)
			clearOld(cleared, &l)
		case kind == patch:
			end = patchMark(&l)
		case kind == additions:
			if plus := plusIn(&l); plus >= 0 {
				start, end = plus, plus+1
			}
		case kind == prompts && (core.HasPrefix(rest, "... ") || core.TrimSpace(rest) == "..."):
			end += len("...")
		default:
			for end < l.end && (text[end] == '>' || end > l.start && text[end] == ' ') {
				end++
			}
		}
		for i := start; i < end; i++ {
			cleared[i] = ' '
		}
	}
	return string(cleared)
}

// markingOf says what puts the marks before the lines of a text.
func markingOf(text string) marking {
	kind, marks := noMarks, 0
	if !mayBeMarked(text) {
		return kind
	}
	added := addedLines{}
	for l := (line{text: text, end: -1}); l.next(); {
		added.take(&l)
		switch rest := text[l.start:l.end]; {
		case core.HasPrefix(rest, "@@ -"):
			return patch
		case core.HasPrefix(rest, ">>> "):
			kind = max(kind, prompts)
		case rest != "" && rest[0] == '>':
			marks++
		case isPlanned(l.trimmed()):
			kind = plan
		}
	}
	switch {
	case kind != noMarks:
	case marks > 1:
		kind = quotation
	case added.areAlone():
		kind = additions
	}
	return kind
}

// mayBeMarked says whether a line begins with what one of the marks begins with, which is rare.
func mayBeMarked(text string) bool {
	begins := true
	for i := range len(text) {
		switch b := text[i]; {
		case b == '\n':
			begins = true
		case begins && b > ' ':
			begins = false
			if b == '>' || b == '@' || b == '+' || b == '~' || b >= 0x80 {
				return true
			}
		}
	}
	return false
}

// addedLines counts the lines that begin with a plus, and the others, from one fence of Markdown to the next. Where both stand
// together, a plus may be that of a program.
type addedLines struct {
	all, added, others int
	mixed              bool
}

func (a *addedLines) take(l *line) {
	trimmed := l.trimmed()
	switch {
	case core.HasPrefix(trimmed, "```"), core.HasPrefix(trimmed, "~~~"):
		a.added, a.others = 0, 0
	case plusIn(l) >= 0:
		a.all++
		a.added++
	case trimmed != "" && !isProse(trimmed):
		a.others++
	}
	a.mixed = a.mixed || a.added > 0 && a.others > 0
}

func (a *addedLines) areAlone() bool { return a.all > 1 && !a.mixed }

// plusIn is the place of the plus that a line begins with, or -1.
func plusIn(l *line) int {
	text, at := l.text[:l.end], l.start
	if core.HasPrefix(text[at:], byteOrderMark) {
		at += len(byteOrderMark)
	}
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	if at < len(text) && text[at] == '+' {
		return at
	}
	return -1
}

// isPlanned says whether a line is one of Terraform's plan that holds rules.
func isPlanned(line string) bool {
	return line != "" && (line[0] == '+' || line[0] == '~') && core.HasPrefix(line[1:], " cors_rule {")
}

// patchMark is the end of what a patch has at the beginning of a line: its mark, or all of what it takes out.
func patchMark(l *line) int {
	switch rest := l.text[l.start:l.end]; {
	case rest[0] == '+' && !core.HasPrefix(rest, "+++ "):
		return l.start + 1
	case rest[0] != ' ':
		return l.end
	}
	return l.start
}

// planMark is where the mark of a plan stands in a line, or all of the line if it is taken out: taken counts the brackets around it that
// are, since those that close have no marks.
func planMark(l *line, taken int) (start, end, depth int) {
	trimmed := core.TrimSpace(l.text[l.start:l.end])
	if trimmed == "" {
		return l.start, l.start, taken
	}
	isReplaced := core.HasPrefix(trimmed, "-/+ ") || core.HasPrefix(trimmed, "+/- ")
	if taken > 0 || !isReplaced && core.HasPrefix(trimmed, "- ") {
		switch {
		case core.Index("]})", trimmed[0]) >= 0:
			taken--
		case core.Index("[{(", trimmed[len(trimmed)-1]) >= 0:
			taken++
		}
		return l.start, l.end, taken
	}
	start = l.start
	for l.text[start] == ' ' || l.text[start] == '\t' {
		start++
	}
	switch {
	case isReplaced:
		return start, start + len("-/+"), 0
	case core.HasPrefix(trimmed, "+ "), core.HasPrefix(trimmed, "~ "):
		return start, start + 1, 0
	}
	return start, start, 0
}

// clearOld takes out what a value was before, as in max_age_seconds = 60 -> 600.
func clearOld(cleared []byte, l *line) {
	text := l.text[l.start:l.end]
	from, to := core.IndexText(text, " = "), core.IndexText(text, " -> ")
	if from < 0 || to < from {
		return
	}
	for i := l.start + from + len(" = "); i < l.start+to+len(" ->"); i++ {
		cleared[i] = ' '
	}
}
