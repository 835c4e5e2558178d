package speaker

import (
	"fmt"
	"strings"

	"rostrum/policy"
)

// Explain says in one sentence a language why an answer is what it is.
func (b *Book) Explain(a *Answer) policy.Text {
	if a.Allowed {
		return policy.Text{EN: "Yes: the team " + b.teams(a, policy.English) + " has a grant for this.",
			LT: "Taip: leidimą turi komanda " + b.teams(a, policy.Lithuanian) + "."}
	}
	en, lt := []string{}, []string{}
	for i := range a.Topics {
		t := &a.Topics[i]
		if t.Grant != nil {
			continue
		}
		for _, r := range t.Why {
			en = append(en, b.reason(r, t.Topic, policy.English))
			lt = append(lt, b.reason(r, t.Topic, policy.Lithuanian))
		}
	}
	return policy.Text{EN: "No: " + strings.Join(en, "; ") + ".", LT: "Ne: " + strings.Join(lt, "; ") + "."}
}

// Instead says who could approve, or that nobody can.
func (a *Answer) Instead() policy.Text {
	if len(a.Approvers) == 0 {
		return policy.Text{EN: "Nobody else may approve it at present.", LT: "Šiuo metu niekas kitas to patvirtinti negali."}
	}
	names := strings.Join(a.Approvers, ", ")
	return policy.Text{EN: "Who could approve it: " + names + ".", LT: "Patvirtinti galėtų: " + names + "."}
}

func (b *Book) teams(a *Answer, lang string) string {
	var names []string
	for i := range a.Topics {
		name := b.teamName(a.Topics[i].Grant.Team, lang)
		if len(names) == 0 || names[len(names)-1] != name {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

func (b *Book) reason(r Reason, topic, lang string) string {
	say := func(en, lt string) string { return policy.Text{EN: en, LT: lt}.In(lang) }
	team, training, about := b.teamName(r.Team, lang), b.trainingName(r.Training, lang), b.topicName(topic, lang)
	switch r.Lack {
	case GrantEnded:
		return fmt.Sprintf(say("the grant to the team %s ended on %s", "komandos „%s“ leidimas galiojo iki %s"), team, r.Since)
	case TrainingMissing:
		return fmt.Sprintf(say("the training “%s” has not been passed", "neišklausyti mokymai „%s“"), training)
	case TrainingExpired:
		return fmt.Sprintf(say("the training “%s” was valid until %s", "mokymai „%s“ galiojo iki %s"), training, r.Since)
	}
	return fmt.Sprintf(say("no grant covers the topic “%s” here", "temai „%s“ čia leidimo nėra"), about)
}

func (b *Book) teamName(id, lang string) string {
	for i := range b.Teams {
		if b.Teams[i].ID == id {
			return b.Teams[i].Name.In(lang)
		}
	}
	return id
}

func (b *Book) trainingName(id, lang string) string {
	for i := range b.Trainings {
		if b.Trainings[i].ID == id {
			return b.Trainings[i].Name.In(lang)
		}
	}
	return id
}

func (b *Book) topicName(id, lang string) string {
	for i := range b.Topics {
		if b.Topics[i].ID == id {
			return b.Topics[i].Name.In(lang)
		}
	}
	return policy.Text{EN: "anything else", LT: "visa kita"}.In(lang)
}
