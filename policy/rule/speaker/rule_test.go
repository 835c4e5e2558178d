package speaker

import (
	"strings"
	"testing"
	"time"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
	"rostrum/post"
	"rostrum/speaker"
)

func book(people ...policy.Person) *speaker.Book {
	return speaker.New(&policy.Policy{Speakers: policy.Speakers{
		Teams:     []policy.Team{{ID: "comms", Name: policy.Text{EN: "Communications", LT: "Komunikacija"}}},
		Trainings: []policy.Training{{ID: "etiquette", Name: policy.Text{EN: "Etiquette", LT: "Etiketas"}, ValidMonths: 12}},
		Accounts:  []policy.Account{{ID: "main", Network: "mastodon"}, {ID: "shop", Network: "bluesky"}},
		Topics: []policy.Topic{{ID: "results", Name: policy.Text{EN: "Results", LT: "Rezultatai"},
			Words: policy.Words{EN: []string{"annual results"}, LT: []string{"metiniai rezultatai"}}}},
		People: people,
		Grants: []policy.Grant{
			{Team: "comms", Accounts: []string{"main"}, Topics: []string{"other"}, Actions: []string{"publish"}, Training: []string{"etiquette"}},
			{Team: "chief", Accounts: []string{"all"}, Topics: []string{"all"}, Actions: []string{"publish", "approve"}},
		},
	}})
}

func TestWhoMaySpeak(t *testing.T) {
	passed := map[string]policy.Date{"etiquette": {Year: 2026, Month: time.September, Day: 1}}
	rasa := policy.Person{Name: "Rasa Kazlauskaitė", Handles: []string{"@rasa"}, Teams: []string{"comms"}, Trained: passed}
	chief := policy.Person{Name: "Ona Žukienė", Teams: []string{"chief"}}
	b := ruletest.New(t, With(book(rasa, chief)), ruletest.Given{Category: rule.Speaker})
	in := time.Date(2026, time.December, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		author     *post.Author
		network    string
		text       string
		at         time.Time
		en, lt     string // words of the message; none: allowed
		suggestion string
	}{
		{nil, "", "Good morning", in, "", "", ""},
		{&post.Author{Handle: "@rasa"}, "mastodon", "Good morning", in, "", "", ""},
		{&post.Author{Name: "rasa kazlauskaitė"}, "", "Good morning", in, "", "", ""},
		{&post.Author{Handle: "@rasa"}, "bluesky", "Good morning", in, "no grant", "leidimo nėra", "Ona"},
		{&post.Author{Handle: "@rasa"}, "mastodon", "Paskelbėme metinius rezultatus", in, "Results", "Rezultatai", "Ona"},
		{&post.Author{Handle: "@rasa"}, "mastodon", "Our annual results are out", in, "Results", "Rezultatai", "Ona"},
		{&post.Author{Handle: "@rasa"}, "mastodon", "Good morning", in.AddDate(1, 0, 0), "valid until 2027-09-01", "galiojo iki 2027-09-01", "Ona"},
		{&post.Author{Handle: "@rasa"}, "x", "Good morning", in, "no grant", "leidimo nėra", "Ona"},
		{&post.Author{Name: "Ona Žukienė"}, "x", "Metiniai rezultatai", in, "", "", ""},
		{&post.Author{Name: "Petras"}, "mastodon", "Good morning", in, "“Petras” is not among", "„Petras“ nėra tarp", "Ona"},
		{&post.Author{Team: "comms"}, "mastodon", "Good morning", in, "neither a name nor a handle", "nei autoriaus vardas, nei paskyra", "Ona"},
		{&post.Author{Name: "Rasa Kazlauskaite"}, "mastodon", "Good morning", in, "", "", ""},
	} {
		got := b.FindIn(&post.Post{Text: c.text, Channel: post.Brand, Author: c.author, Network: c.network, At: c.at})
		if c.en == "" {
			if len(got) != 0 {
				t.Errorf("%+v on %s, %q: denied, %s", c.author, c.network, c.text, got[0].Message.EN)
			}
			continue
		}
		if len(got) != 1 || !strings.Contains(got[0].Message.EN, c.en) || !strings.Contains(got[0].Message.LT, c.lt) || !strings.Contains(got[0].Suggestion.LT, c.suggestion) {
			t.Errorf("%+v on %s, %q: got %+v", c.author, c.network, c.text, got)
		}
	}
}

// TestNobodyIsHeldAgainstAnEmptyBook: a policy that names nobody yet must not stop every post.
func TestNobodyIsHeldAgainstAnEmptyBook(t *testing.T) {
	b := ruletest.New(t, With(book()), ruletest.Given{})
	if got := b.FindIn(&post.Post{Text: "Good morning", Author: &post.Author{Name: "Petras"}}); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestFaults(t *testing.T) {
	for keys, want := range map[string]string{"action: shout": `"shout"`, "actions: publish": "actions"} {
		ruletest.Refuses(t, With(book()), ruletest.Given{Keys: keys}, want)
	}
}
