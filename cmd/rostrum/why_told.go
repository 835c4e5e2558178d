package main

import (
	"fmt"
	"strings"

	"rostrum/api"
)

// retell tells a person at a terminal what the record says of a post, the latest decision first.
func (p *program) retell(w api.Why) error {
	fmt.Fprintf(p.out, p.say("A post by %s (%s)\n", "Įrašas, kurį pradėjo %s (%s)\n"), printable(w.Author.Name), w.Post.ID)
	if len(w.Decisions) == 0 {
		fmt.Fprintln(p.out, p.say("It was never submitted.", "Jis niekada nebuvo pateiktas."))
	}
	for _, d := range w.Decisions {
		if err := p.retellDecision(d); err != nil {
			return err
		}
	}
	if len(w.Pauses) > 0 {
		fmt.Fprintln(p.out, p.say("\nMeanwhile paused:", "\nTuo metu sustabdyta:"))
	}
	for _, h := range w.Pauses {
		ended := p.say("still holds", "tebegalioja")
		if h.Ended != nil {
			ended = clockTime(*h.Ended)
		}
		fmt.Fprintf(p.out, "  %s – %s  %s, %s: %s\n", clockTime(h.From), ended, p.pauseScope(h), printable(h.By.Name), printable(h.Why))
	}
	p.retellRecord(w.Record)
	return nil
}

func (p *program) retellDecision(d api.WhyDecision) error {
	q := d.Request
	fmt.Fprintf(p.out, p.say("\nRevision %d, %s: %s\n", "\n%d redakcija, %s: %s\n"), q.Revision, q.Digest, p.requestWord(q.State))
	for _, line := range wrap(q.Content.Text, min(terminalWidth(p.out), 120)-4) {
		fmt.Fprintln(p.out, "  | "+printable(line))
	}
	if q.Asked != nil {
		fmt.Fprintf(p.out, p.say("%s  %s submitted it; under the policy %s:\n", "%s  pateikė %s; pagal politiką %s:\n"), clockTime(*q.Asked), printable(q.Author.Name), q.Check.Policy)
	}
	if err := p.decision(q.Check); err != nil {
		return err
	}
	if len(q.Steps) == 0 {
		fmt.Fprintln(p.out, p.say("Nobody's yes was needed.", "Niekieno pritarimo nereikėjo."))
	}
	for _, step := range q.Steps {
		fmt.Fprintf(p.out, p.say("Asked: %s – %s\n", "Klausta: %s – %s\n"), p.people(step), p.stepWhy(q, step))
		for _, v := range step.Votes {
			fmt.Fprintf(p.out, "  %s  %s: %s\n", clockTime(v.At), printable(v.Person.Name), p.choiceWord(v))
		}
	}
	if q.Decided != nil {
		fmt.Fprintf(p.out, "%s  %s\n", clockTime(*q.Decided), p.requestWord(q.State))
	}
	for _, one := range d.Publications {
		p.publication(one)
	}
	p.retellAgain(q, d.Again)
	return nil
}

func (p *program) retellAgain(q api.Request, again api.WhyAgain) {
	switch {
	case again.Said != "":
		fmt.Fprintln(p.out, p.say("It could not be checked again: ", "Patikrinti iš naujo nepavyko: ")+again.Said)
	case again.Same:
		fmt.Fprintf(p.out, p.say("Checked again under the same policy, with the author's team and trainings of then: %s, by the same rules.\n", "Patikrinta iš naujo pagal tą pačią politiką, atsižvelgiant į tuometę autoriaus komandą ir mokymus: %s, pagal tas pačias taisykles.\n"), p.verdictWord(again.Verdict))
	default:
		fmt.Fprintf(p.out, p.say("CHECKED AGAIN, IT DIFFERS: %s then, %s now. The post, the policy or the accounts are not what they were; the author's team and trainings are those of then.\n",
			"PATIKRINUS IŠ NAUJO SKIRIASI: tada – %s, dabar – %s. Įrašas, politika arba paskyros nėra tokie, kokie buvo; autoriaus komanda ir mokymai imami tuometiai.\n"), p.verdictWord(q.Check.Verdict), p.verdictWord(again.Verdict))
	}
}

func (p *program) retellRecord(r api.WhyRecord) {
	if !r.Verified {
		fmt.Fprintln(p.out, "\n"+strings.ToUpper(p.say("The record cannot be relied on: ", "Žurnalu remtis negalima: "))+r.Said)
		return
	}
	fmt.Fprintf(p.out, p.say("\nThe record holds; ledger entries about this post: %d\n", "\nŽurnalas patikrintas; įrašų apie tai jame: %d\n"), len(r.Entries))
	if r.Unsigned > 0 {
		fmt.Fprintf(p.out, p.say("of which the next checkpoint signs: %d\n", "iš jų kitas kontrolinis taškas pasirašys: %d\n"), r.Unsigned)
	}
}

func (p *program) requestWord(state string) string {
	return map[string]string{"open": p.say("waits for votes", "laukia balsų"), "approved": p.say("approved", "patvirtinta"), "rejected": p.say("rejected", "atmesta"),
		"changes": p.say("sent back to be changed", "grąžinta taisyti"), "void": p.say("taken back; its votes no longer count", "atsiimta; balsai nebegalioja")}[state]
}

func (p *program) choiceWord(v api.Vote) string {
	said := map[string]string{"yes": p.say("yes", "pritaria"), "no": p.say("no", "atmeta"), "changes": p.say("asks for changes", "prašo pataisyti")}[v.Choice]
	if v.Reason != "" {
		said += p.say(" – “", " – „") + printable(v.Reason) + p.say("”", "“")
	}
	return said
}

// verdictWord names a verdict for the person at the terminal.
func (p *program) verdictWord(v string) string {
	return p.say(v, map[string]string{"allow": verdictsLT[0], "advise": verdictsLT[1], "review": verdictsLT[2], "block": verdictsLT[3]}[v])
}
