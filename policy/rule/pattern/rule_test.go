package pattern

import (
	"strings"
	"testing"

	"rostrum/policy/rule/ruletest"
	"rostrum/text"
)

func TestPatterns(t *testing.T) {
	for _, c := range []struct{ keys, text, want string }{
		{`patterns: ['inv-\d{6}']`, "Pay INV-123456 today", "INV-123456"},
		{`patterns: ['inv-\d{6}']`, "Pay INV-12345", ""},
		{`patterns: ['sutart\w+ nr\. ?\d+']`, "Sutarties Nr. 15 tekstas", "Sutarties Nr. 15"},
		{`patterns: ['sąskait\w+']`, "prie sąskaitą", "sąskaitą"},
		{`patterns: ['sąskait\w+']`, "prie saskaitos", "saskaitos"},
		{`patterns: ['[ąč]b']`, "Ąb", "Ąb"},
		{`patterns: ['[ąč]b']`, "cb", "cb"},
		{`patterns: ['(?i)Alpha|beta|gamma']`, "the BETA", "BETA"},
		{`patterns: ['x{3,}']`, "axxxb", "xxx"},
		{`{patterns: ['[A-Z]{2}-\d+'], exact: true}`, "ab-12 and AB-12", "AB-12"},
		{`{patterns: ['Ąžuol\w*'], exact: true}`, "ąžuolas", ""},
		{`patterns: ['\bo{2}\b']`, "Žąsys oo", "oo"},
	} {
		got := ruletest.New(t, New, ruletest.Given{Keys: c.keys}).Find(c.text)
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s on %q: found %q", c.keys, c.text, c.text[got[0].Start:got[0].End])
		case c.want != "" && (len(got) != 1 || c.text[got[0].Start:got[0].End] != c.want):
			t.Errorf("%s on %q: got %+v, want %q", c.keys, c.text, got, c.want)
		}
	}
}

func TestFaults(t *testing.T) {
	for keys, want := range map[string]string{
		"":                              "patterns",
		`patterns: ['a*']`:              "empty text",
		`patterns: ['(a']`:              "cannot be read",
		`patterns: ['(?=a)b']`:          "look-around",
		`patterns: ['(a{1000}){1000}']`: "cannot be read",
		`patterns: ['\1']`:              "cannot be read",
		`pattern: x`:                    "pattern",
		"patterns: ['" + strings.Repeat("a", maxPattern+1) + "']": "at most",
	} {
		ruletest.Refuses(t, New, ruletest.Given{Keys: keys}, want)
	}
}

// TestBacktracking holds a pattern that takes others exponential time against the text that makes it so.
func TestBacktracking(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{Keys: `patterns: ['(a+)+b']`})
	if got := b.Find(strings.Repeat("a", 100_000)); len(got) != 0 {
		t.Errorf("found %+v", got)
	}
}

// FuzzNeeds holds the shortcut against its slow twin: what an expression matches, its needs must admit.
func FuzzNeeds(f *testing.F) {
	for _, s := range []string{`inv-\d{6}`, `(foo|ba[rz])+x?`, `ab{2,3}c`, `(abc)?def`, `[0-9]{3}-\d+|abc`, `(?i)ŽĄSIS`, `[1-3]x|99`} {
		f.Add(s, "INV-123456 foo bazx abbc žąsis 123-4 2x 99")
	}
	f.Fuzz(func(t *testing.T, source, s string) {
		g, err := compile(source, false)
		if err != nil {
			return
		}
		d := text.NewReader().Read(s, text.English)
		if g.expression.Match(d.Folded) && !g.needs.met(d) {
			t.Errorf("%q matches %q, but needs %q and %d digits", source, d.Folded, g.needs.strings, g.needs.digits)
		}
	})
}
