package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/opinion"
	"rostrum/post"
	"rostrum/server"
)

// secondBudget is how many calls one run makes for second opinions, where no number is given.
const secondBudget = 50

// askable makes what `rostrum check --opinion` asks, or nil where nobody is to be asked.
func (p *program) askable(f *checkFlags) (*opinion.Opinion, error) {
	if f.opinion == "" {
		return nil, nil
	}
	o, err := server.NewOpinion(f.opinion, f.opinionModel, os.Getenv("ROSTRUM_OPINION_KEY"), f.opinionBudget)
	if err != nil {
		return nil, p.told(err)
	}
	return o, nil
}

// second asks for a second opinion on a borderline post and puts it beside what rules found. Personal drafts are never
// sent. That somebody could not be asked is told once, and the verdict stays as it is.
func (r *checkRun) second(ctx context.Context, p *post.Post, result *check.Result) {
	if r.opinion == nil || p.Channel == post.Personal {
		return
	}
	answer, err := r.opinion.Ask(ctx, time.Now(), p.Text, result.Findings)
	if err != nil {
		r.silent.Do(func() { fmt.Fprintln(r.err, fault.For(err).In(r.program.lang)) })
		return
	}
	if finding, says := answer.Finding(); says {
		result.Findings = append(result.Findings, finding)
		result.Verdict = answer.Raise(result.Verdict)
	}
}
