package main

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"slices"
	"strings"
)

// rewriting is the change of one file: edits of its text, which keep every statement there, so that variables and imports
// stay in use. What is cut stands behind `if false`, which the compiler leaves out.
type rewriting struct {
	*rules
	fset  *token.FileSet
	name  string // that of the function
	edits []edit
}

// edit puts a text in place of the bytes from start to stop.
type edit struct {
	start, stop int
	text        string
}

// rewrite gives the text of a file with the rules applied, and nil where none of them applies.
func (r *rules) rewrite(file source) ([]byte, error) {
	text, err := os.ReadFile(file.path)
	if err != nil {
		return nil, err
	}
	w := &rewriting{rules: r, fset: token.NewFileSet()}
	parsed, err := parser.ParseFile(w.fset, file.path, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, declaration := range parsed.Decls {
		if function, ok := declaration.(*ast.FuncDecl); ok && function.Body != nil {
			w.name = file.pkg + "." + w.nameOf(function)
			w.function(function)
		}
	}
	return w.apply(text), nil
}

func (w *rewriting) apply(text []byte) (edited []byte) {
	if len(w.edits) == 0 {
		return nil
	}
	slices.SortStableFunc(w.edits, func(a, b edit) int { return a.start - b.start })
	at := 0
	for _, e := range w.edits {
		edited = append(append(edited, text[at:e.start]...), e.text...)
		at = e.stop
	}
	return append(edited, text[at:]...)
}

// replace puts a text in place of what stands between two positions.
func (w *rewriting) replace(from, to token.Pos, text string) {
	w.edits = append(w.edits, edit{w.fset.Position(from).Offset, w.fset.Position(to).Offset, text})
}

// cut makes what stands between two positions unreachable, and puts a text behind it.
func (w *rewriting) cut(from, to token.Pos, text string) {
	w.replace(from, from, " if false { ")
	w.replace(to, to, " }"+text)
}

func (w *rewriting) textOf(node ast.Node) string {
	var text strings.Builder
	_ = printer.Fprint(&text, w.fset, node) // a strings.Builder takes everything
	return text.String()
}

// nameOf gives a function's name as the list has it.
func (w *rewriting) nameOf(function *ast.FuncDecl) string {
	if function.Recv == nil {
		return function.Name.Name
	}
	receiver := w.textOf(function.Recv.List[0].Type)
	if strings.HasPrefix(receiver, "*") {
		receiver = "(" + receiver + ")"
	}
	return receiver + "." + function.Name.Name
}

// trap ends a function. abort is an unreachable of WebAssembly's (asm_wasm.s), which ends the instance.
const trap = "; for { abort() } "

func (w *rewriting) function(function *ast.FuncDecl) {
	start, stop := function.Body.Lbrace+1, function.Body.Rbrace
	if b, ok := w.body(w.name); ok {
		switch b.kind {
		case never:
			w.cut(start, stop, trap)
		case nothing:
			w.cut(start, stop, "; return "+w.zeros(function.Type.Results)+" ")
		case instead:
			w.cut(start, stop, "; "+b.text+" ")
		}
		return
	}
	if !strings.HasPrefix(w.name, "runtime.") {
		return
	}
	if last, ok := w.ends[w.name]; ok {
		w.end(function.Body, last)
	}
	w.statements(function.Body)
}

// end cuts what follows the first statement that begins with a text.
func (w *rewriting) end(body *ast.BlockStmt, last string) {
	i := slices.IndexFunc(body.List, func(statement ast.Stmt) bool { return strings.HasPrefix(w.textOf(statement), last) })
	if i >= 0 && i+1 < len(body.List) {
		w.used[w.name] = true
		w.cut(body.List[i+1].Pos(), body.Rbrace, trap)
	}
}

// zeros gives zeros of the types of results.
func (w *rewriting) zeros(results *ast.FieldList) string {
	var zeros []string
	if results != nil {
		for _, result := range results.List {
			for range max(1, len(result.Names)) {
				zeros = append(zeros, "*new("+w.textOf(result.Type)+")")
			}
		}
	}
	return strings.Join(zeros, ", ")
}

// statements puts values in place of the expressions that have them, and cuts what only prints.
func (w *rewriting) statements(body *ast.BlockStmt) {
	changed := map[ast.Node]bool{}
	ast.Inspect(body, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.AssignStmt:
			for _, left := range node.Lhs {
				changed[left] = true
			}
		case *ast.IncDecStmt:
			return false
		case *ast.UnaryExpr:
			if node.Op == token.AND {
				return false
			}
		case *ast.ExprStmt:
			if w.prints(node.X) {
				w.cut(node.Pos(), node.End(), "")
				return false
			}
		}
		expression, ok := node.(ast.Expr)
		return !changed[node] && !(ok && w.value(expression))
	})
}

// prints reports whether an expression prints and is to be cut.
func (w *rewriting) prints(expression ast.Expr) bool {
	call, ok := expression.(*ast.CallExpr)
	if !ok {
		return false
	}
	name, ok := call.Fun.(*ast.Ident)
	if !ok || !slices.Contains([]string{"print", "println", "printlock", "printunlock"}, name.Name) {
		return false
	}
	if w.printing[w.name] {
		w.used[w.name] = true
		return false
	}
	return true
}

// value replaces an expression that has a value, and reports whether it has.
func (w *rewriting) value(expression ast.Expr) bool {
	key := w.textOf(expression)
	value, ok := w.values[key]
	if !ok {
		key = w.name + ": " + key
		if value, ok = w.values[key]; !ok {
			return false
		}
	}
	w.used[key] = true
	w.replace(expression.Pos(), expression.End(), value)
	return true
}
