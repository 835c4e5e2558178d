package studio

import (
	"errors"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/folder"
	"rostrum/policy"
)

// Report is what can be known of a folder before anybody approves it.
type Report struct {
	Digest   string
	Policy   *policy.Policy // nil where it does not load
	Problems policy.Problems
	Issues   []policy.Issue
	Outcomes []check.Outcome // how each example fared
}

// Inspect loads a folder, lints it and holds its examples against its rules.
func Inspect(files folder.Files, now time.Time) *Report {
	r := &Report{Digest: Digest(files)}
	loaded, err := policy.Load(files)
	if r.fails(err) {
		return r
	}
	coverage, err := check.Examples(loaded)
	if r.fails(err) {
		return r
	}
	r.Policy, r.Issues, r.Outcomes = loaded, loaded.Lint(now), coverage.Outcomes
	return r
}

func (r *Report) fails(err error) bool {
	if problems, ok := errors.AsType[policy.Problems](err); ok {
		r.Problems = problems
	} else if err != nil {
		text := policy.Text{EN: "the policy cannot be used", LT: "politikos naudoti negalima"}
		r.Problems = policy.Problems{{Code: policy.CodeLayout, Message: text}}
	}
	return err != nil
}

// Lack is something that must be mended before a version is submitted, with the place in its folder.
type Lack struct {
	Place policy.Place
	Text  policy.Text // without the place
}

// Clause gives the clause that the place is in, or nothing.
func (l Lack) Clause() string {
	if rest, inside := strings.CutPrefix(l.Place.File, "clauses/"); inside {
		id, _, _ := strings.Cut(rest, "/")
		return id
	}
	return ""
}

// NotReady is the error of a draft that cannot be submitted yet.
type NotReady struct {
	*fault.Fault
	Lacks []Lack
}

// Unwrap gives the sentence for the person.
func (n *NotReady) Unwrap() error { return n.Fault }

// Ready gives nil, or a [*NotReady] with everything that must be mended first.
func (r *Report) Ready() error {
	lacks := r.Lacks()
	if len(lacks) == 0 {
		return nil
	}
	return &NotReady{fault.New(fault.Invalid, "This draft cannot be submitted yet. The list says what to mend first.",
		"Šio juodraščio dar negalima pateikti. Sąraše parodyta, ką pirmiausia reikia pataisyti."), lacks}
}

// Lacks lists what must be mended: problems, issues that are errors and examples that fare otherwise than they say.
func (r *Report) Lacks() []Lack {
	var lacks []Lack
	for _, p := range r.Problems {
		lacks = append(lacks, Lack{policy.Place{File: p.File, Line: p.Line, Column: p.Column}, sentences(p.Message, p.Mend)})
	}
	for _, i := range r.Issues {
		if i.Level == policy.Error {
			lacks = append(lacks, Lack{i.Place, sentences(i.Message, i.Mend)})
		}
	}
	for i := range r.Outcomes {
		if o := &r.Outcomes[i]; !o.OK {
			lacks = append(lacks, Lack{o.Example.Place, failed(o)})
		}
	}
	return lacks
}

// Warnings lists the issues that do not stand in the way.
func (r *Report) Warnings() []Lack {
	var all []Lack
	for _, i := range r.Issues {
		if i.Level == policy.Warning {
			all = append(all, Lack{i.Place, sentences(i.Message, i.Mend)})
		}
	}
	return all
}

// failed says how an example fared that did not do what it says.
func failed(o *check.Outcome) policy.Text {
	if o.Example.ShouldFire() {
		return policy.Text{
			EN: "The example “" + o.Example.Fires + "” should fire, but nothing is found in it.",
			LT: "Pavyzdyje „" + o.Example.Fires + "“ turėtų būti pastaba, bet nieko nerandama."}
	}
	rule := o.Fired[0].Rule
	return policy.Text{
		EN: "The example “" + o.Example.Passes + "” should pass, but the rule " + rule + " finds something in it.",
		LT: "Pavyzdys „" + o.Example.Passes + "“ turėtų tikti, bet taisyklė " + rule + " jame kai ką randa."}
}

func sentences(message, mend policy.Text) policy.Text {
	return policy.Text{EN: sentence(message.EN) + mend.EN, LT: sentence(message.LT) + mend.LT}
}

// sentence begins with a capital and ends with a full stop, with room for another.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:] + ". "
}
