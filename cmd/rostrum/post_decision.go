package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"time"

	"rostrum/api"
	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
)

// decision tells what the policy says of a post as `rostrum check` does, accounts with the same findings together.
func (p *program) decision(d api.Decision) error {
	named := &policy.Policy{}
	f := &textFormat{out: bufio.NewWriter(p.out), p: p, policy: named, width: min(terminalWidth(p.out), 120), colour: p.colours()}
	told := slices.Clone(d.Accounts)
	for len(told) > 0 {
		first, handles := told[0], []string{}
		told = slices.DeleteFunc(told, func(j api.Judged) bool {
			alike := j.Text == first.Text && j.Verdict == first.Verdict && slices.EqualFunc(j.Findings, first.Findings, sameFinding)
			if alike {
				handles = append(handles, j.Handle)
			}
			return alike
		})
		c, err := p.judged(first, named)
		if err != nil {
			return err
		}
		c.file = strings.Join(handles, ", ")
		if err := f.result(c); err != nil {
			return err
		}
	}
	return f.out.Flush()
}

func sameFinding(a, b api.Cited) bool {
	return a.Rule == b.Rule && a.Start == b.Start && a.End == b.End && a.Message == b.Message && a.Verdict == b.Verdict
}

// judged is what a server found, as this program tells it. The clauses that it cites are added to named.
func (p *program) judged(j api.Judged, named *policy.Policy) (*checked, error) {
	lang := text.Lang(p.lang)
	c := &checked{post: post.Post{Text: j.Text}, lang: lang}
	if err := c.result.Verdict.UnmarshalText([]byte(j.Verdict)); err != nil {
		return nil, err
	}
	for _, x := range j.Findings {
		f := check.Finding{Rule: x.Rule, Clause: x.Clause, Category: rule.Category(x.Category), Start: x.Start, End: x.End, Text: x.Text,
			Message: rule.Text{EN: x.Message, LT: x.Message}, Suggestion: rule.Text{EN: x.Suggestion, LT: x.Suggestion}}
		if err := f.Verdict.UnmarshalText([]byte(x.Verdict)); err != nil {
			return nil, err
		}
		if x.End > len(j.Text) || x.Start < 0 || x.Start > x.End {
			f.Start, f.End = 0, 0
		}
		if w := x.Waived; w != nil {
			f.Waived = &policy.Waiver{By: w.By, Why: w.Why}
			if until, err := time.Parse(time.DateOnly, w.Until); err == nil {
				f.Waived.Until = policy.DateOf(until)
			}
		}
		if x.Number != "" && named.Clause(x.Clause) == nil {
			named.Clauses = append(named.Clauses, &policy.Clause{ID: x.Clause, Number: x.Number, Title: policy.Text{EN: x.Title, LT: x.Title}})
		}
		c.result.Findings = append(c.result.Findings, f)
	}
	return c, nil
}

// asked tells whose yes a post waits for, in the order in which they are asked.
func (p *program) asked(q api.Request) {
	if q.State == "approved" {
		when := p.say("It goes out now.", "Netrukus bus paskelbtas.")
		if q.Due != nil {
			when = fmt.Sprintf(p.say("It goes out at %s.", "Bus paskelbtas %s."), clockTime(*q.Due))
		}
		fmt.Fprintln(p.out, p.say("Approved: it needs nobody's yes. ", "Patvirtinta: niekieno pritarimo nereikia. ")+when)
		return
	}
	fmt.Fprintln(p.out, p.say("Before it goes out, these must say yes:", "Prieš skelbiant turi pritarti:"))
	steps := slices.SortedStableFunc(slices.Values(q.Steps), func(a, b api.Step) int { return a.Order - b.Order })
	turn := 0
	for i, step := range steps {
		if i == 0 || step.Order != steps[i-1].Order {
			turn++
		}
		fmt.Fprintf(p.out, "  %d. %s – %s\n", turn, p.people(step), p.stepWhy(q, step))
	}
}

func (p *program) people(step api.Step) string {
	var names []string
	for _, who := range step.Who {
		names = append(names, who.Name)
	}
	if step.All {
		return strings.Join(names, p.say(" and ", " ir "))
	}
	return strings.Join(names, p.say(" or ", " arba "))
}

func (p *program) stepWhy(q api.Request, step api.Step) string {
	handle := step.Account
	var clauses []string
	for _, j := range q.Check.Accounts {
		if j.Account == step.Account {
			handle = j.Handle
		}
		for _, f := range j.Findings {
			if f.Number != "" && slices.Contains(step.Clauses, f.Clause) && !slices.Contains(clauses, f.Number) {
				clauses = append(clauses, f.Number)
			}
		}
	}
	switch step.Why {
	case "clause":
		return fmt.Sprintf(p.say("answers for the clauses that were found: %s", "atsako už punktus, dėl kurių yra pastabų: %s"), strings.Join(clauses, ", "))
	case "speaker":
		return fmt.Sprintf(p.say("decides who may speak on %s", "sprendžia, kas gali kalbėti paskyroje %s"), handle)
	case "account":
		return fmt.Sprintf(p.say("approves the posts of %s", "tvirtina paskyros %s įrašus"), handle)
	case "guest":
		return p.say("asked as a guest", "klausiama kaip svečio")
	}
	return p.say("a principal, as the law wants it", "atsakingas vadovas, kaip reikalauja įstatymas")
}

// clockTime writes a moment for people at a terminal.
func clockTime(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }
