package approval

import (
	"slices"
	"strings"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/policy"
)

func (p *planner) noOwner(c *policy.Clause) *fault.Fault {
	team := policy.Text{EN: c.Owner, LT: c.Owner}
	for _, t := range p.Policy.Speakers.Teams {
		if t.ID == c.Owner {
			team = t.Name
		}
	}
	return fault.New(fault.Conflict,
		"Clause "+c.Number+" asks for a yes of the team “"+team.EN+"”, and nobody in it who did not write this has the role approver. "+
			"An administrator can give somebody there the role.",
		c.Number+" punktui reikia komandos „"+team.LT+"“ pritarimo, bet joje nėra nė vieno tvirtintojo, kuris šio įrašo nerašė. "+
			"Tvirtintojo vaidmenį kam nors iš jos gali suteikti administratorius.")
}

func (p *planner) noSpeaker(a *account.Account, topics []string) *fault.Fault {
	var en, lt []string
	for _, t := range p.Policy.Speakers.Topics {
		if slices.Contains(topics, t.ID) {
			en, lt = append(en, "“"+t.Name.EN+"”"), append(lt, "„"+t.Name.LT+"“")
		}
	}
	if len(en) == 0 {
		en, lt = []string{"“anything else”"}, []string{"„visa kita“"}
	}
	return fault.New(fault.Conflict,
		"You may not speak on "+a.Handle+" on your own, and nobody else who has the role approver may approve "+strings.Join(en, ", ")+" there. "+
			"The policy's owner can grant `approve` to a team, and an administrator can give somebody in it the role.",
		"Vieni paskyroje "+a.Handle+" kalbėti negalite, o kito tvirtintojo, galinčio ten patvirtinti temą "+strings.Join(lt, ", ")+", nėra. "+
			"Leidimą `approve` komandai gali suteikti politikos šeimininkas, o vaidmenį jos nariui – administratorius.")
}

func noApprover(a *account.Account) *fault.Fault {
	return fault.New(fault.Conflict,
		"Posts on "+a.Handle+" need a yes of its approvers, and none of them can give it: they wrote this, or do not have the role approver. "+
			"The account's approvers are chosen at Accounts; an administrator gives the role.",
		"Paskyros "+a.Handle+" įrašams reikia jos tvirtintojų pritarimo, bet jo duoti nėra kam: jie patys rašė šį įrašą arba neturi tvirtintojo vaidmens. "+
			"Paskyros tvirtintojai parenkami puslapyje „Paskyros“, vaidmenį suteikia administratorius.")
}

func noPrincipal() *fault.Fault {
	return fault.New(fault.Conflict,
		"In finance a principal approves what is said in public, and nobody who did not write this has the role principal. An administrator can give it.",
		"Finansų sektoriuje viešus pranešimus tvirtina atsakingas vadovas, bet tokio, kuris šio įrašo nerašė, nėra. Vaidmenį gali suteikti administratorius.")
}

func lostApprover(a *account.Account) *fault.Fault {
	return fault.New(fault.Conflict,
		"All approvers of "+a.Handle+" must say yes, and one of them has left or no longer has the role approver. Whoever connects accounts can name another at Accounts.",
		"Paskyros "+a.Handle+" įrašams turi pritarti visi jos tvirtintojai, bet vienas iš jų išėjo arba neteko tvirtintojo vaidmens. Kitą puslapyje „Paskyros“ gali paskirti tas, kas prijungia paskyras.")
}
