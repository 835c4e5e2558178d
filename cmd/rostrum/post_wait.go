package main

import (
	"context"
	"fmt"
	"time"

	"rostrum/api"
)

// lookEvery is how often a server is asked what became of a post.
const lookEvery = 2 * time.Second

// await waits until a post is out, or nobody works on that any more, and tells which.
func (f *posting) await(ctx context.Context, id string) error {
	for {
		done, err := f.look(ctx, id)
		if done || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(lookEvery):
		}
	}
}

// look tells whether it is known what became of the post.
func (f *posting) look(ctx context.Context, id string) (done bool, err error) {
	var p api.Post
	if _, err := f.get(ctx, "/posts/"+id, &p); err != nil {
		return false, err
	}
	switch p.State {
	case "review":
		return false, nil
	case "approved":
	default:
		fmt.Fprintln(f.out, map[string]string{"rejected": f.say("Somebody said no.", "Kažkas atmetė."),
			"draft": f.say("It was sent back or taken back to be changed.", "Grąžintas arba atsiimtas taisyti."), "discarded": f.say("It was discarded.", "Išmestas.")}[p.State])
		return true, errStop
	}
	var out struct{ Items []api.Publication }
	if _, err := f.get(ctx, "/publications?post="+id, &out); err != nil {
		return false, err
	}
	stopped := false
	for _, one := range out.Items {
		switch one.State {
		case "scheduled", "sending", "unsure":
			if one.Hold == "" || one.Hold == "overdue" {
				return false, nil
			}
			stopped = true
		case "held", "failed", "cancelled":
			stopped = true
		}
	}
	for _, one := range out.Items {
		f.publication(one)
	}
	return true, stopAt(stopped)
}

// publication tells in a line where a publication stands.
func (p *program) publication(one api.Publication) {
	said := p.stateWord(one.State)
	if one.Hold != "" && (one.State == "held" || one.State == "failed" || one.State == "unsure") {
		said += ": " + p.holdWord(one.Hold)
	}
	if one.Said != "" && one.State != "sent" {
		said += " (" + printable(one.Said) + ")"
	}
	when := ""
	switch {
	case one.Sent != nil:
		when = clockTime(*one.Sent)
	case one.Due != nil:
		when = clockTime(*one.Due)
	}
	fmt.Fprintf(p.out, "%s  %s  %s  %s\n", when, one.Handle, said, one.ID)
	for _, url := range one.URLs {
		fmt.Fprintln(p.out, "    "+printable(url))
	}
}

func (p *program) stateWord(state string) string {
	return map[string]string{
		"scheduled": p.say("scheduled", "suplanuota"), "held": p.say("waits for a person's word", "laukia žmogaus sprendimo"),
		"sending": p.say("being sent", "siunčiama"), "unsure": p.say("may be out", "galbūt paskelbta"), "sent": p.say("out", "paskelbta"),
		"failed": p.say("failed", "nepavyko"), "cancelled": p.say("taken back", "atšaukta"), "deleted": p.say("taken down", "pašalinta"),
	}[state]
}

func (p *program) holdWord(hold string) string {
	return map[string]string{
		"late": p.say("approved after its time", "patvirtinta po numatyto laiko"), "overdue": p.say("its time passed meanwhile", "laikas tuo metu praėjo"),
		"policy":   p.say("another version of the policy is in force", "įsigaliojo kita politikos versija"),
		"standing": p.say("the author or an approver no longer may", "autorius ar pritaręs žmogus šios teisės nebeturi"),
		"account":  p.say("the account is not connected", "paskyra neprijungta"), "decision": p.say("there is no decision on this text", "dėl šio teksto nėra sprendimo"),
		"limit": p.say("the network says that too much is sent", "tinklas sako, kad siunčiama per daug"), "refused": p.say("the network said no", "tinklas atsisakė"),
		"away": p.say("the network was not reached", "tinklas nepasiekiamas"), "quiet": p.say("a quiet period began", "prasidėjo tylos laikotarpis"),
		"no_edits": p.say("the network cannot make this edit", "tinkle taip pakeisti negalima"), "error": p.say("it could not be found out whether it may go", "nepavyko nustatyti, ar galima skelbti"),
	}[hold]
}
