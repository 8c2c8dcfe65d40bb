package literal

import (
	"math/big"
	"sort"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/stretchr/testify/require"
	"github.com/zclconf/go-cty/cty"
)

// FuzzHCLAgainstHashicorp holds that what the parser of Terraform reads, this one reads equal: the same blocks with the same types and
// labels, the same attributes, the same literals, and code where there is code. The differences, by rule:
//   - words for values of other languages (True, None, undefined) are values here;
//   - heredocs are code here, and so are numbers with a sign in their exponent;
//   - the word that ends a heredoc does so here within an interpolation of several lines too, and not beside Unicode's white space;
//   - a carriage return alone ends a line here;
//   - beyond MaxDepth brackets stand for nothing here.
func FuzzHCLAgainstHashicorp(f *testing.F) {
	for _, c := range programCases {
		if c.language == HCL {
			f.Add(c.text)
		}
	}
	f.Add("a = [\n  \"b\", // c\n  1.50, -2e3, true, null, (\"d\"), {}, [],\n]\nb { c = { \"d\" = 1, (e) : 2\n f = [] } }\n")
	f.Add("a = \"\\n\\u00e9\\U0001F600\\\\ $${b} %%{c}\"\nd \"e\" f {}\n")
	f.Add("a = \"$${\"\nb = \"%%{ $$${c}\"")
	f.Add("a = \"$$ %% $%%{ %$${ \\\"$${}\\U0010ffff\\uffff\"\nb \"$${c}\" {\n  \"d$\" = { \"$${e}\" = \"${f}$${g}\" }\n}\n")
	f.Add("a = x ? { b = 1 } : {}\nc = d[\"e\"][0].f + 0E-00\nm = 1e-3\nn = 00._0\ng = !h && i >= 2\nj = k(l, [1]...)\n")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") || strings.Contains(text, "<<") &&
			(strings.Contains(text, "${") || strings.Contains(text, "%{") || strings.ContainsFunc(text, func(r rune) bool { return r > 0x7F && unicode.IsSpace(r) })) {
			return // one of the differences
		}
		file, problems := hclsyntax.ParseConfig([]byte(text), "", hcl.InitialPos)
		if problems.HasErrors() || strings.Count(text, "[")+strings.Count(text, "{")+strings.Count(text, "(") >= MaxDepth || !utf8.ValidString(text) {
			return
		}
		h := &hclComparison{t, ParseProgram(text, HCL)}
		h.body(file.Body.(*hclsyntax.Body), 0)
		require.Empty(t, h.Problems)
	})
}

type hclComparison struct {
	*testing.T
	*Tree
}

// body compares what stands in the braces of a block, or in the text.
func (h *hclComparison) body(body *hclsyntax.Body, node int) {
	type part struct {
		start     int
		attribute *hclsyntax.Attribute
		block     *hclsyntax.Block
	}
	var parts []part
	for _, attribute := range body.Attributes {
		parts = append(parts, part{attribute.NameRange.Start.Byte, attribute, nil})
	}
	for _, block := range body.Blocks {
		parts = append(parts, part{block.TypeRange.Start.Byte, nil, block})
	}
	sort.Slice(parts, func(i, j int) bool { return parts[i].start < parts[j].start })
	items := items(h.Tree, node)
	require.Len(h, items, len(parts), outline(h.Tree, 0))
	for i, part := range parts {
		item := items[i]
		if part.block == nil {
			require.Equal(h, Key, h.Nodes[item].Kind)
			require.Equal(h, part.attribute.Name, h.TextOf(item))
			h.value(part.attribute.Expr, item+1)
			continue
		}
		require.Equal(h, Call, h.Nodes[item].Kind)
		require.Equal(h, part.block.Type, h.TextOf(item))
		inside := itemsOf(h.Tree, item)
		require.Len(h, inside, len(part.block.Labels)+1)
		for i, label := range part.block.Labels {
			require.Equal(h, String, h.Nodes[inside[i]].Kind)
			require.Equal(h, label, h.TextOf(inside[i]))
		}
		last := inside[len(inside)-1]
		require.Equal(h, Object, h.Nodes[last].Kind)
		h.body(part.block.Body, last)
	}
}

func itemsOf(tree *Tree, node int) []int { return items(tree, node) }

// value compares a value.
func (h *hclComparison) value(expression hclsyntax.Expression, node int) {
	kind := h.Nodes[node].Kind
	switch e := expression.(type) {
	case *hclsyntax.ParenthesesExpr:
		h.value(e.Expression, node)
	case *hclsyntax.TemplateExpr:
		text, isLiteral := "", true
		for _, part := range e.Parts {
			literal, ok := part.(*hclsyntax.LiteralValueExpr)
			isLiteral = isLiteral && ok && literal.Val.Type() == cty.String
			if isLiteral {
				text += literal.Val.AsString()
			}
		}
		if isLiteral && !strings.HasPrefix(h.written(node), "<<") {
			require.Equal(h, String, kind)
			require.Equal(h, text, cty.StringVal(h.TextOf(node)).AsString()) // It normalizes.
		} else {
			require.Equal(h, Expression, kind)
		}
	case *hclsyntax.LiteralValueExpr:
		h.literal(e.Val, node)
	case *hclsyntax.TupleConsExpr:
		require.Equal(h, List, kind)
		items := items(h.Tree, node)
		require.Len(h, items, len(e.Exprs))
		for i := range e.Exprs {
			h.value(e.Exprs[i], items[i])
		}
	case *hclsyntax.ObjectConsExpr:
		require.Equal(h, Object, kind)
		items := items(h.Tree, node)
		require.Len(h, items, len(e.Items))
		for i, item := range e.Items {
			require.Equal(h, Key, h.Nodes[items[i]].Kind)
			if key, problems := item.KeyExpr.Value(nil); !problems.HasErrors() && key.Type() == cty.String {
				require.Equal(h, key.AsString(), cty.StringVal(h.TextOf(items[i])).AsString())
			}
			h.value(item.ValueExpr, items[i]+1)
		}
	case *hclsyntax.FunctionCallExpr:
		require.Equal(h, Call, kind)
		require.Equal(h, e.Name, h.TextOf(node))
		items := items(h.Tree, node)
		require.Len(h, items, len(e.Args))
		for i := range e.Args {
			if !e.ExpandFinal || i < len(e.Args)-1 {
				h.value(e.Args[i], items[i])
			}
		}
	case *hclsyntax.UnaryOpExpr:
		if value, problems := e.Value(nil); kind == Number && !problems.HasErrors() {
			h.literal(value, node)
			return
		}
		require.Equal(h, Expression, kind)
	default:
		for _, word := range words {
			if word.text == h.TextOf(node) {
				return // one of the differences
			}
		}
		require.Equal(h, Expression, kind, "%T", expression)
	}
}

// written is the text of a node.
func (h *hclComparison) written(node int) string {
	return h.Text[h.Nodes[node].Start:h.Nodes[node].End]
}

func (h *hclComparison) literal(value cty.Value, node int) {
	kind := h.Nodes[node].Kind
	switch {
	case value.IsNull():
		require.Equal(h, Null, kind)
	case value.Type() == cty.Bool:
		require.Equal(h, map[bool]Kind{true: True, false: False}[value.True()], kind)
	case kind == Expression && strings.ContainsAny(h.written(node), "-+"):
		// one of the differences: 1e-3
	default:
		require.Equal(h, Number, kind)
		number, _, err := big.ParseFloat(h.TextOf(node), 10, 512, big.ToNearestEven)
		require.NoError(h, err)
		require.Zero(h, number.Cmp(value.AsBigFloat()))
	}
}
