package main

import (
	"bufio"
	"fmt"
	"strings"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/text"
)

// textFormat tells results to a person at a terminal: the words, a line under them, the clause, the reason, the mend.
type textFormat struct {
	out      *bufio.Writer
	p        *program
	policy   *policy.Policy
	width    int
	colour   bool
	posts    int
	findings [4]int // by verdict
	waived   int
}

func newTextFormat(p *program, checker *check.Checker) *textFormat {
	return &textFormat{
		out: bufio.NewWriter(p.out), p: p, policy: checker.Policy(), width: min(terminalWidth(p.out), 120),
		colour: p.colours(),
	}
}

// colours tells whether to write in colour: on a terminal, unless NO_COLOR asks for none (https://no-color.org).
func (p *program) colours() bool {
	return isTerminal(p.out) && p.env("NO_COLOR") == "" && p.env("TERM") != "dumb"
}

func (f *textFormat) result(c *checked) error {
	f.posts++
	if c.line > 0 && len(c.result.Findings) == 0 {
		return nil
	}
	fmt.Fprintf(f.out, "%s  %s\n", f.bold(f.name(c)), f.verdict(c.result.Verdict, c.lang))
	for all := c.result.Findings; len(all) > 0; {
		n := alike(all)
		f.finding(c, all[:n])
		all = all[n:]
	}
	if len(c.result.Findings) > 0 {
		fmt.Fprintln(f.out)
	}
	return nil
}

func (f *textFormat) name(c *checked) string {
	name := c.file
	if name == "-" {
		name = say(c.lang, "standard input", "standartinė įvestis")
	}
	if c.line > 0 {
		name = fmt.Sprintf("%s:%d", name, c.line)
		if c.post.ID != "" {
			name += " (" + c.post.ID + ")"
		}
	}
	return printable(name)
}

// alike gives how many findings at the front say the same of the same words, as those of several clauses may.
func alike(all []check.Finding) int {
	n := 1
	for n < len(all) && all[n].Start == all[0].Start && all[n].End == all[0].End && all[n].Message == all[0].Message && all[n].Waived == all[0].Waived {
		n++
	}
	return n
}

// finding tells findings that are alike: the words once, a line for each clause, the reason and the mend once.
func (f *textFormat) finding(c *checked, all []check.Finding) {
	x := &all[0]
	fmt.Fprintln(f.out)
	if x.End > x.Start {
		line, under := excerpt(c.post.Text, x.Start, x.End, f.width-4)
		fmt.Fprintf(f.out, "    %s\n    %s\n", line, f.paint(x.Verdict, under))
	}
	for i := range all {
		f.count(&all[i])
		f.wrapped("  "+f.verdict(all[i].Verdict, c.lang)+"  ", f.clause(c, &all[i]), 10)
	}
	f.wrapped("", x.Message.In(c.lang), 10)
	if s := x.Suggestion.In(c.lang); s != "" {
		f.wrapped(strings.Repeat(" ", 8)+"→ ", s, 10)
	}
	if w := x.Waived; w != nil {
		f.wrapped("", fmt.Sprintf(say(c.lang, "Waived by %s until %s: %s", "Išimtis, suteikė %s, iki %s: %s"), w.By, w.Until, w.Why), 10)
	}
}

func (f *textFormat) count(x *check.Finding) {
	if x.Waived != nil {
		f.waived++
		return
	}
	f.findings[x.Verdict]++
}

func (f *textFormat) clause(c *checked, x *check.Finding) string {
	if clause := f.policy.Clause(x.Clause); clause != nil {
		return clause.Number + " " + clause.Title.In(string(c.lang)) + " · " + x.Rule + level(x, c.lang)
	}
	return string(x.Category)
}

// level names the threshold of the policy that a score reached, for rules that go by scores.
func level(x *check.Finding, lang text.Lang) string {
	switch x.Level {
	case "strict":
		return say(lang, ", strict", ", griežtas lygis")
	case "balanced":
		return say(lang, ", balanced", ", nuosaikus lygis")
	case "lenient":
		return say(lang, ", lenient", ", atlaidus lygis")
	}
	return ""
}

// wrapped writes a paragraph that is indented from its second line on, and from its first unless something leads it.
func (f *textFormat) wrapped(lead, s string, indent int) {
	at := indent
	if lead == "" {
		lead = strings.Repeat(" ", indent)
	} else if n := columns(plain(lead)); n > indent {
		at = n
	}
	for i, line := range wrap(s, f.width-at) {
		if i > 0 {
			lead = strings.Repeat(" ", at)
		}
		fmt.Fprintln(f.out, lead+line)
	}
}

func (f *textFormat) close() error {
	if f.posts > 1 {
		fmt.Fprintln(f.out, f.summary(text.Lang(f.p.lang)))
	}
	return f.out.Flush()
}

// summary counts posts and findings, and leaves out what there is none of.
func (f *textFormat) summary(lang text.Lang) string {
	var parts []string
	add := func(n int, en, lt string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(say(lang, "%d "+en, lt+" – %d"), n))
		}
	}
	add(f.findings[rule.Block], "block", "neleidžiama")
	add(f.findings[rule.Review], "review", "peržiūrėti")
	add(f.findings[rule.Advise], "advise", "patariama")
	add(f.waived, "waived", "pagal išimtį")
	total := f.findings[rule.Advise] + f.findings[rule.Review] + f.findings[rule.Block] + f.waived
	s := fmt.Sprintf(say(lang, "%d posts, %d findings", "Įrašų: %d, pastabų: %d"), f.posts, total)
	if len(parts) > 0 {
		s += ": " + strings.Join(parts, ", ")
	}
	return s
}

var verdictsLT = [...]string{"galima", "patariama", "peržiūrėti", "neleidžiama"}

func (f *textFormat) verdict(v rule.Verdict, lang text.Lang) string {
	word := v.String()
	if lang == text.Lithuanian {
		word = verdictsLT[v]
	}
	return f.paint(v, word)
}

// paint colours by verdict: the words say the same, so that nothing hangs on seeing the colour.
func (f *textFormat) paint(v rule.Verdict, s string) string {
	if !f.colour {
		return s
	}
	code := [...]string{"32", "36", "33", "31"}[v]
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (f *textFormat) bold(s string) string {
	if !f.colour {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

func say(lang text.Lang, en, lt string) string { return rule.Text{EN: en, LT: lt}.In(lang) }
