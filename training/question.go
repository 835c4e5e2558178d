package training

import (
	"fmt"
	"slices"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
)

// Choice is an answer to "may this go out?": the four verdicts as people think of them.
type Choice string

// The choices.
const (
	Fine     Choice = "fine"      // allow
	AskFirst Choice = "ask_first" // advise or review: not as it is
	NotFine  Choice = "not_fine"  // block
)

// Choices lists them in the order in which they are offered.
func Choices() []Choice { return []Choice{Fine, AskFirst, NotFine} }

// Question is an example of the policy, asked.
type Question struct {
	ID      string // clause/number of the example
	Clause  *policy.Clause
	Text    string
	Lang    string
	Channel post.Channel
	Right   Choice
	Why     policy.Text // may be empty
}

// Questions makes questions from all examples of a policy whose answer is beyond doubt: what the checker says of the post
// as a whole must agree with what the example shows. Examples that turn on who wrote them or on a picture are not asked
// about, since a question does not show those; nor are other people's posts. Coverage is that of the policy's own examples.
func Questions(p *policy.Policy, checker *check.Checker, coverage *check.Coverage) []Question {
	var all []Question
	count := map[string]int{}
	for i := range coverage.Outcomes {
		o := &coverage.Outcomes[i]
		n := count[o.Clause.ID]
		count[o.Clause.ID]++
		if !o.OK || o.Example.Author != nil || len(o.Example.Media) > 0 {
			continue
		}
		asked := *o.Example.Post()
		if asked.Channel == "" && len(o.Clause.AppliesTo) > 0 {
			asked.Channel = o.Clause.AppliesTo[0]
		}
		if asked.At.IsZero() {
			asked.At = p.Effective.Noon()
		}
		right := choice(max(gravest(o.Fired), gravest(checker.Check(&asked).Findings)))
		if asked.Channel == post.Mention || o.Example.ShouldFire() == (right == Fine) {
			continue
		}
		all = append(all, Question{ID: fmt.Sprintf("%s/%d", o.Clause.ID, n), Clause: o.Clause, Text: asked.Text,
			Lang: asked.Lang, Channel: asked.Channel, Right: right, Why: o.Example.Why})
	}
	return all
}

// gravest gives the highest verdict on the words; who may say them is another question.
func gravest(findings []check.Finding) rule.Verdict {
	verdict := rule.Allow
	for i := range findings {
		if f := &findings[i]; f.Waived == nil && f.Category != rule.Speaker {
			verdict = max(verdict, f.Verdict)
		}
	}
	return verdict
}

func choice(v rule.Verdict) Choice {
	switch v {
	case rule.Allow:
		return Fine
	case rule.Block:
		return NotFine
	}
	return AskFirst
}

// Pool gives the questions of a course for somebody who reads a language; where there are too few, those in other
// languages as well.
func Pool(all []Question, c Course, lang string) []Question {
	var own, others []Question
	for _, q := range all {
		switch {
		case !c.Has(q.Clause.ID):
		case q.Lang == lang:
			own = append(own, q)
		default:
			others = append(others, q)
		}
	}
	if len(own) < fewest {
		return append(own, others...)
	}
	return own
}

// questionOf finds a question by its id.
func questionOf(all []Question, id string) (Question, error) {
	i := slices.IndexFunc(all, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return Question{}, missing("There is no such question any more.", "Tokio klausimo nebėra.")
	}
	return all[i], nil
}

func missing(en, lt string) error { return fault.New(fault.NotFound, en, lt) }
