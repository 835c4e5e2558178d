package policy

import (
	"strings"
	"testing"
)

func TestBrokenYAMLIsExplained(t *testing.T) {
	const fit = "this line does not fit the lines above it"
	for _, c := range []struct{ name, yaml, want string }{
		{"colon in a text", "x: 1\na: b: c\n", "2:5: a colon and a space inside a text without quotation marks"},
		{"colon in a text on the first line", "a: b: c\n", "1:5: a colon and a space inside a text without quotation marks"},
		{"tab before a key", "x: 1\n\ty: 2\n", "2:1: a tab where spaces are expected"},
		{"tab before a list", "x:\n  \t- y\n", "2:3: a tab where spaces are expected"},
		{"indented too little", "x:\n  y: 1\n z: 2\nq: 3\n", "3:2: " + fit},
		{"indented too far", "x: 1\n  y: 2\n", "2:3: " + fit},
		{"list out of line", "a:\n  - b\n - c\n", "3:2: " + fit},
		{"list beside keys", "a: 1\n- b\n", "2:1: " + fit},
		{"keys beside a list", "- a\n# why\nb: 1\n", "3:1: " + fit},
		{"open bracket", "x: 1\na: [1, 2\nb: 3\nc: 4\n", "2:4: this bracket is not closed, or a comma is missing after it"},
		{"open brace", "a: {b: 1\nc: 2\n", "1:4: this bracket is not closed, or a comma is missing after it"},
		{"open bracket inside", "a: {b: [1, \"]\", {c: d}}\n# ]\n", "1:8: this bracket is not closed, or a comma is missing after it"},
		{"open quotation", "x: 'a'\na: \"abc\nb: 1\nc: 2\n", "2:4: this quotation mark is not closed"},
		{"at sign", "x: 1\na: @rasa\nb: 2\n", "2:4: a text may not begin with this character"},
		{"at sign in a list", "x: [a, @rasa]\n", "1:8: a text may not begin with this character"},
		{"backquote", "- `x`\n", "1:3: a text may not begin with this character"},
		{"key without a value", "x: 1\nabc\nd: 1\n", "2:1: a key without a value"},
		{"alias", "x: 1\na: *foo\n", "2:4: YAML aliases are not used in a policy"},
		{"defined alias", "x: &foo 1\na: *foo\n", "1:4: YAML anchors (&foo) are not used in a policy"},
		{"merge", "a: &x {b: 1}\n<<: *x\n", "1:4: YAML anchors (&x) are not used in a policy"},
		{"tag", "a: !!binary x\n", "1:4: YAML tags (!!binary) are not used in a policy"},
		{"backslash", "x: 1\na: \"c:\\quit\"\n", `2:7: a backslash in double quotes that means nothing`},
		{"apostrophe", "x: 'it's'\ny: 2\n", "1:8: there is text after the closing quotation mark"},
		{"text after a quotation", "x: 1\na: \"b\" c\nd: 1\n", "2:8: there is text after the closing quotation mark"},
		{"control character", "a: 1\nb\x01: 3\n", "2:2: a control character"},
		{"two documents", "a: 1\n---\nb: 2\n", "2:1: a second document begins here"},
		{"deep brackets", strings.Repeat("[", 40) + strings.Repeat("]", 40), "1:31: the nesting is too deep"},
		{"very deep brackets", strings.Repeat("[", 100_000), "1:1: the nesting is too deep"},
		{"deep keys", deepKeys(40), "30:30: the nesting is too deep"},
		{"a list as a key", "[a, b]: c\n", "1:1: a key must be a word, and this is a list"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := small()
			files["policy.yaml"] = c.yaml
			got := problemsOf(t, files)
			if !strings.Contains(got.Error(), "policy.yaml:"+c.want+". ") {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func deepKeys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
