package training_test

import (
	"testing"
	"time"

	"rostrum/check"
	"rostrum/folder"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/post"
	"rostrum/speaker"
	"rostrum/staff"
	"rostrum/training"
)

func loaded(t *testing.T) *policy.Policy {
	t.Helper()
	files, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Today: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	read, err := folder.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.Load(read)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhatASignatureStandsFor(t *testing.T) {
	base := func() *policy.Clause {
		return &policy.Clause{ID: "respect", Number: "1.2", Title: policy.Text{EN: "Respect", LT: "Pagarba"},
			Text: policy.Text{EN: "Be kind.\nAlways.", LT: "Būkite malonūs."}, Consequence: policy.Text{EN: "We talk.", LT: "Pasikalbame."},
			AppliesTo: []post.Channel{post.Brand, post.Personal}, Owner: "hr"}
	}
	for name, c := range map[string]struct {
		change func(*policy.Clause)
		same   bool
	}{
		"the number":                {func(c *policy.Clause) { c.Number = "1.3" }, true},
		"the owner":                 {func(c *policy.Clause) { c.Owner = "legal" }, true},
		"rules and examples":        {func(c *policy.Clause) { c.Rules, c.Examples = []*policy.Rule{{}}, []*policy.Example{{}} }, true},
		"line breaks":               {func(c *policy.Clause) { c.Text.EN = "Be kind. Always.\r\n" }, true},
		"the order of accounts":     {func(c *policy.Clause) { c.AppliesTo = []post.Channel{post.Personal, post.Brand} }, true},
		"a word":                    {func(c *policy.Clause) { c.Text.EN = "Be very kind. Always." }, false},
		"the other language":        {func(c *policy.Clause) { c.Text.LT = "Būkite labai malonūs." }, false},
		"the title":                 {func(c *policy.Clause) { c.Title.EN = "Kindness" }, false},
		"the consequence":           {func(c *policy.Clause) { c.Consequence.EN = "We part." }, false},
		"which accounts":            {func(c *policy.Clause) { c.AppliesTo = []post.Channel{post.Brand} }, false},
		"the id":                    {func(c *policy.Clause) { c.ID = "kindness" }, false},
		"a word in another place":   {func(c *policy.Clause) { c.Title.EN, c.Title.LT = c.Title.EN+" Pagarba", "" }, false},
		"languages change places":   {func(c *policy.Clause) { c.Text.EN, c.Text.LT = c.Text.LT, c.Text.EN }, false},
		"the consequence is a text": {func(c *policy.Clause) { c.Text.EN, c.Consequence.EN = c.Text.EN+" We talk.", "" }, false},
	} {
		changed := base()
		c.change(changed)
		if same := training.Digest(changed) == training.Digest(base()); same != c.same {
			t.Errorf("%s: same %v, want %v", name, same, c.same)
		}
	}
}

func TestDue(t *testing.T) {
	p := loaded(t)
	who := staff.Person{ID: "p"}
	all := training.Due(p, nil, who)
	if len(all) != len(p.Clauses) || all[0].Clause != p.Clauses[0] || all[0].Before != nil {
		t.Fatalf("a new person has %d of %d clauses to sign", len(all), len(p.Clauses))
	}
	var signed []training.Signature
	for _, i := range all {
		signed = append(signed, training.Signature{Person: "p", Clause: i.Clause.ID, Digest: i.Digest})
	}
	signed[3].Digest = "sha256:old"
	signed = append(signed, training.Signature{Person: "p", Clause: "gone", Digest: "sha256:gone"})
	due := training.Due(p, signed, who)
	if len(due) != 1 || due[0].Clause != p.Clauses[3] || due[0].Before.Digest != "sha256:old" {
		t.Errorf("after one clause changed, due is %+v", due)
	}
	mentions := &policy.Policy{Clauses: []*policy.Clause{{ID: "m", AppliesTo: []post.Channel{post.Mention}}}}
	if n := len(training.Due(mentions, nil, who)); n != 0 {
		t.Errorf("a clause about mentions alone is due for an employee")
	}
	if n := len(training.Due(mentions, nil, staff.Person{Roles: []staff.Role{staff.CaseHandler}})); n != 1 {
		t.Errorf("a clause about mentions alone is not due for a case handler")
	}
}

func TestMeasure(t *testing.T) {
	p := loaded(t)
	digests := training.Digests(p)
	got := training.Measure(p, []training.Standing{
		{Team: "a", Signed: digests, People: 3},
		{Team: "a", Signed: digests[:1], People: 1},
		{Team: "b", Signed: append([]string{"sha256:gone"}, digests[1:]...), People: 2},
	})
	first, second := p.Clauses[0].ID, p.Clauses[1].ID
	for name, c := range map[string]struct{ got, want training.Share }{
		"first in a":  {got.Cells["a"][first], training.Share{Signed: 4, People: 4}},
		"second in a": {got.Cells["a"][second], training.Share{Signed: 3, People: 4}},
		"first in b":  {got.Cells["b"][first], training.Share{Signed: 0, People: 2}},
		"team a":      {got.Teams["a"], training.Share{Signed: 3, People: 4}},
		"whole":       {got.Whole, training.Share{Signed: 3, People: 6}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", name, c.got, c.want)
		}
	}
	if percent := (training.Share{Signed: 999, People: 1000}).Percent(); percent != 99 {
		t.Errorf("999 of 1000 is shown as %d%%", percent)
	}
}

// TestQuestionsOfTheStarter holds the starter's courses to enough questions of both sorts, in each language.
func TestQuestionsOfTheStarter(t *testing.T) {
	p := loaded(t)
	checker, err := check.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	coverage, err := check.Examples(p)
	if err != nil {
		t.Fatal(err)
	}
	all := training.Questions(p, checker, coverage)
	courses := training.Courses(p)
	if len(courses) != 4 {
		t.Fatalf("%d courses", len(courses))
	}
	for _, c := range courses {
		for _, lang := range p.Languages {
			count := map[training.Choice]int{}
			for _, q := range training.Pool(all, c, lang) {
				count[q.Right]++
				if q.Lang != lang {
					t.Errorf("%s in %s asks in %s", c.ID, lang, q.Lang)
				}
			}
			if count[training.Fine] < 4 || count[training.AskFirst]+count[training.NotFine] < 4 {
				t.Errorf("%s in %s has only %v", c.ID, lang, count)
			}
		}
	}
}

func TestSpeakerHasTheTrainingsThatCertificatesProve(t *testing.T) {
	passed := time.Date(2026, 3, 2, 22, 30, 0, 0, time.UTC) // the 3rd in Vilnius
	now := passed.AddDate(0, 1, 0)
	who := staff.Person{Name: "Rasa Kazlauskaitė", Zone: "Europe/Vilnius"}
	certificate := training.Certificate{Course: "etiquette", Passed: passed, Expires: passed.AddDate(1, 0, 0)}
	written := policy.Person{Name: "Rasa Kazlauskaitė", Teams: []string{"legal"}, Trained: map[string]policy.Date{"etiquette": {Year: 2025, Month: 9, Day: 1}}}
	for name, c := range map[string]struct {
		people []policy.Person
		change func(*training.Certificate)
		at     time.Time
		want   policy.Date
	}{
		"held":                            {nil, func(*training.Certificate) {}, now, policy.Date{Year: 2026, Month: 3, Day: 3}},
		"expired":                         {nil, func(*training.Certificate) {}, now.AddDate(1, 0, 0), policy.Date{}},
		"withdrawn":                       {nil, func(c *training.Certificate) { c.Withdrawn, c.WithdrawnAt = true, now }, now, policy.Date{}},
		"later than the policy says":      {[]policy.Person{written}, func(*training.Certificate) {}, now, policy.Date{Year: 2026, Month: 3, Day: 3}},
		"withdrawn after the policy says": {[]policy.Person{written}, func(c *training.Certificate) { c.Withdrawn, c.WithdrawnAt = true, now }, now, policy.Date{}},
	} {
		book := speaker.New(&policy.Policy{Speakers: policy.Speakers{People: c.people,
			Teams:     []policy.Team{{ID: "comms", Name: policy.Text{EN: "Communications", LT: "Komunikacija"}}, {ID: "legal"}},
			Trainings: []policy.Training{{ID: "etiquette", ValidMonths: 12}},
			Grants:    []policy.Grant{{Team: "comms", Accounts: []string{"all"}, Topics: []string{"all"}, Actions: []string{"publish"}, Training: []string{"etiquette"}}},
		}})
		held := certificate
		c.change(&held)
		got := training.Speaker(book, who, "komunikacija", []training.Certificate{held}, c.at)
		if got.Trained["etiquette"] != c.want {
			t.Errorf("%s: trained %v, want %v", name, got.Trained, c.want)
		}
		allowed := book.Allows(speaker.Question{Person: got, Account: "main", Action: speaker.Publish, On: policy.DateOf(c.at)})
		if allowed != !c.want.IsZero() {
			t.Errorf("%s: may publish is %v", name, allowed)
		}
	}
}
