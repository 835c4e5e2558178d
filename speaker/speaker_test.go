package speaker

import (
	"slices"
	"strings"
	"testing"

	"rostrum/policy"
)

func book() *Book {
	passed, until := policy.Date{Year: 2026, Month: 9, Day: 1}, policy.Date{Year: 2027, Month: 6, Day: 30}
	return New(&policy.Policy{Speakers: policy.Speakers{
		Teams:     []policy.Team{{ID: "comms", Name: policy.Text{EN: "Communications", LT: "Komunikacija"}}, {ID: "legal", Name: policy.Text{EN: "Legal", LT: "Teisė"}}},
		Trainings: []policy.Training{{ID: "etiquette", Name: policy.Text{EN: "Etiquette", LT: "Etiketas"}, ValidMonths: 12}},
		Accounts:  []policy.Account{{ID: "main", Network: "mastodon", Handle: "@banga@m.example"}, {ID: "shop", Network: "bluesky", Handle: "shop.example"}},
		Topics:    []policy.Topic{{ID: "results", Name: policy.Text{EN: "Results", LT: "Rezultatai"}}},
		People: []policy.Person{
			{Name: "Rasa Kazlauskaitė", Handles: []string{"@rasa"}, Teams: []string{"comms"}, Trained: map[string]policy.Date{"etiquette": passed}},
			{Name: "Jonas Petraitis", Teams: []string{"comms"}},
			{Name: "Ona Žukienė", Teams: []string{"legal"}, Trained: map[string]policy.Date{"etiquette": passed}},
		},
		Grants: []policy.Grant{
			{Team: "comms", Accounts: []string{"main"}, Topics: []string{"other"}, Actions: []string{"publish", "reply", "approve"}, Training: []string{"etiquette"}, Until: until},
			{Team: "legal", Accounts: []string{"all"}, Topics: []string{"all"}, Actions: []string{"approve"}},
		},
	}})
}

func TestAsk(t *testing.T) {
	b := book()
	in := policy.Date{Year: 2026, Month: 12, Day: 1}
	for _, c := range []struct {
		who, account string
		topics       []string
		action       Action
		on           policy.Date
		allowed      bool
		why          Lack
		approvers    string
	}{
		{"@rasa", "main", nil, Publish, in, true, "", "Ona Žukienė"},
		{"RASA", "main", nil, Reply, in, true, "", "Ona Žukienė"},
		{"@rasa", "main", []string{"results"}, Publish, in, false, NoGrant, "Ona Žukienė"},
		{"@rasa", "main", []string{"other", "results"}, Publish, in, false, NoGrant, "Ona Žukienė"},
		{"@rasa", "shop", nil, Publish, in, false, NoGrant, "Ona Žukienė"},
		{"@rasa", "main", nil, Crisis, in, false, NoGrant, "Ona Žukienė"},
		{"Jonas Petraitis", "main", nil, Publish, in, false, TrainingMissing, "Rasa Kazlauskaitė Ona Žukienė"},
		{"@rasa", "main", nil, Publish, policy.Date{Year: 2027, Month: 9, Day: 2}, false, GrantEnded, "Ona Žukienė"},
		{"@rasa", "main", nil, Publish, policy.Date{Year: 2027, Month: 6, Day: 30}, true, "", "Ona Žukienė"},
		{"@rasa", "main", nil, Publish, policy.Date{Year: 2026, Month: 8, Day: 31}, false, TrainingMissing, "Ona Žukienė"},
		{"Ona Žukienė", "shop", []string{"results"}, Approve, in, true, "", ""},
		{"Ona Žukienė", "main", nil, Publish, in, false, NoGrant, "Rasa Kazlauskaitė"},
		{"nobody", "main", nil, Publish, in, false, NoGrant, "Rasa Kazlauskaitė Ona Žukienė"},
	} {
		a := b.Ask(Question{Person: b.Person(c.who), Account: c.account, Topics: c.topics, Action: c.action, On: c.on})
		if b.Allows(Question{Person: b.Person(c.who), Account: c.account, Topics: c.topics, Action: c.action, On: c.on}) != c.allowed {
			t.Errorf("%s on %s, %v, %s, %s: Allows says otherwise", c.who, c.account, c.topics, c.action, c.on)
		}
		if a.Allowed != c.allowed || strings.Join(a.Approvers, " ") != c.approvers {
			t.Errorf("%s on %s, %v, %s, %s: allowed %v, approvers %q", c.who, c.account, c.topics, c.action, c.on, a.Allowed, a.Approvers)
		}
		lacks := func(x TopicAnswer) bool {
			return slices.ContainsFunc(x.Why, func(r Reason) bool { return r.Lack == c.why })
		}
		if !c.allowed && !slices.ContainsFunc(a.Topics, lacks) {
			t.Errorf("%s on %s, %v, %s, %s: why %+v, want %s", c.who, c.account, c.topics, c.action, c.on, a.Topics, c.why)
		}
	}
}

func TestPersonHoweverTheNameIsTyped(t *testing.T) {
	b := book()
	b.People = append(b.People, policy.Person{Name: "Rūta Žukė"}, policy.Person{Name: "Ruta Žuke"})
	b = New(&policy.Policy{Speakers: b.Speakers})
	for typed, want := range map[string]string{
		"rasa kazlauskaite": "Rasa Kazlauskaitė", " Rasa  KAZLAUSKAITĖ ": "Rasa Kazlauskaitė", "@Rasa": "Rasa Kazlauskaitė", "rasa": "Rasa Kazlauskaitė",
		"Rūta Žukė": "Rūta Žukė", "Ruta Zuke": "", "Rаsа Kazlauskaitė": "", "Kazlauskaitė": "", "": "", "@": "",
	} {
		got := ""
		if p := b.Person(typed); p != nil {
			got = p.Name
		}
		if got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}

func TestExplainNamesWhatIsMissing(t *testing.T) {
	b := book()
	a := b.Ask(Question{Person: b.Person("Jonas Petraitis"), Account: "main", Action: Publish, On: policy.Date{Year: 2026, Month: 12, Day: 1}})
	got, instead := b.Explain(&a), a.Instead()
	if !strings.Contains(got.EN, "Etiquette") || !strings.Contains(got.LT, "Etiketas") || !strings.Contains(instead.LT, "Rasa") {
		t.Errorf("got %+v, %+v", got, instead)
	}
}

// TestNobodyApprovesTheirOwnWords holds whatever roles a person has.
func TestNobodyApprovesTheirOwnWords(t *testing.T) {
	b := book()
	for i := range b.People {
		for _, account := range []string{"main", "shop"} {
			for _, topic := range b.TopicIDs() {
				q := Question{Person: &b.People[i], Account: account, Topics: []string{topic}, Action: Publish, On: policy.Date{Year: 2026, Month: 12, Day: 1}}
				if slices.Contains(b.Ask(q).Approvers, b.People[i].Name) {
					t.Errorf("%s may approve their own post on %s about %s", b.People[i].Name, account, topic)
				}
			}
		}
	}
}
