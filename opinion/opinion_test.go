package opinion

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/policy/rule"
)

// canned is a stand-in for a model: it says what it is told to say, and keeps what it was asked.
type canned struct {
	says  string
	fails error
	asked []string
}

func (c *canned) Complete(_ context.Context, _, text string) (string, error) {
	c.asked = append(c.asked, text)
	return c.says, c.fails
}

const (
	doubtful = "That Jonas is a bit of a clown"
	plain    = "The shop opens at nine"
	reviewed = `{"verdict":"review","reason_en":"It mocks somebody.","reason_lt":"Iš kažko tyčiojamasi."}`
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func newOpinion(t *testing.T, c Config) *Opinion {
	t.Helper()
	o, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestOnlyDoubtfulPostsAreAsked(t *testing.T) {
	blocked := []check.Finding{{Verdict: rule.Block}}
	for name, c := range map[string]struct {
		calls int
		text  string
		found []check.Finding
		asked int
	}{
		"doubtful":                  {5, doubtful, nil, 1},
		"ordinary":                  {5, plain, nil, 0},
		"clear by a rule already":   {5, doubtful, blocked, 0},
		"off, as without a setting": {0, doubtful, nil, 0},
		"a finding that only tells": {5, doubtful, []check.Finding{{Verdict: rule.Advise}}, 1},
	} {
		model := &canned{says: reviewed}
		a, err := newOpinion(t, Config{Endpoint: model, Calls: c.calls}).Ask(t.Context(), noon, c.text, c.found)
		if err != nil || len(model.asked) != c.asked || a.Asked != (c.asked > 0) {
			t.Errorf("%s: asked %d times, %+v, %v; want %d", name, len(model.asked), a, err, c.asked)
		}
	}
}

func TestAVerdictIsNeverLowered(t *testing.T) {
	for said, want := range map[string]rule.Verdict{
		`{"verdict":"allow"}`:  rule.Allow,
		`{"verdict":"advise"}`: rule.Advise,
		reviewed:               rule.Review,
		`{"verdict":"block"}`:  rule.Review,
	} {
		a, err := newOpinion(t, Config{Endpoint: &canned{says: said}, Calls: 1}).Ask(t.Context(), noon, doubtful, nil)
		if err != nil || a.Verdict != want {
			t.Errorf("%s gives %v, %v; want %v", said, a.Verdict, err, want)
		}
		for v := rule.Allow; v <= rule.Block; v++ {
			if a.Raise(v) < v {
				t.Errorf("%s lowers %v to %v", said, v, a.Raise(v))
			}
		}
	}
}

func TestWhatCannotBeReadSaysNothing(t *testing.T) {
	for name, model := range map[string]*canned{
		"no JSON":          {says: "Sure! I think it is fine."},
		"another verdict":  {says: `{"verdict":"maybe"}`},
		"nothing":          {},
		"endpoint is down": {fails: errors.New("dial tcp 10.0.0.7: refused")},
	} {
		a, err := newOpinion(t, Config{Endpoint: model, Calls: 3}).Ask(t.Context(), noon, doubtful, nil)
		if a != (Answer{}) || !fault.Is(err, fault.Unavailable) || strings.Contains(err.Error(), "10.0.0.7") {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
	}
}

func TestReasonsAreOneShortLineInBothLanguages(t *testing.T) {
	said := `{"verdict":"advise","reason_en":"` + strings.Repeat("long ", 200) + `\u0007\nend"}`
	a, err := newOpinion(t, Config{Endpoint: &canned{says: said}, Calls: 1}).Ask(t.Context(), noon, doubtful, nil)
	if err != nil || len([]rune(a.Reason.EN)) > longestReason+60 || strings.ContainsAny(a.Reason.EN+a.Reason.LT, "\n\a") || a.Reason.LT == "" {
		t.Errorf("reason %+v, %v", a.Reason, err)
	}
}

func TestTheSameTextIsAskedOnceAndTheDayHasItsEnd(t *testing.T) {
	model := &canned{says: reviewed}
	o := newOpinion(t, Config{Endpoint: model, Calls: 2})
	ask := func(now time.Time, text string) error {
		_, err := o.Ask(t.Context(), now, text, nil)
		return err
	}
	for range 3 {
		if err := ask(noon, doubtful); err != nil {
			t.Fatal(err)
		}
	}
	if len(model.asked) != 1 {
		t.Errorf("asked %d times about one text", len(model.asked))
	}
	second, third := "What a pathetic clown she is", "They are pathetic little clowns"
	if err := ask(noon, second); err != nil {
		t.Fatal(err)
	}
	if err := ask(noon, third); !fault.Is(err, fault.TooMany) {
		t.Errorf("the third call of two: %v", err)
	}
	if err := ask(noon.Add(12*time.Hour), third); err != nil {
		t.Errorf("the next day: %v", err)
	}
}

func TestPersonalDataIsMasked(t *testing.T) {
	phone := "call me at home"
	post := "That clown Petras Jonaitis (@petras, petras@example.com) lives at Gedimino 12-3, LT12 3456; see https://x.example/petras. " + phone
	at := strings.Index(post, phone)
	sent := redact(post, []check.Finding{{Category: "pii.phone", Start: at, End: len(post)}}, nil)
	for _, personal := range []string{"Petras", "petras", "Jonaitis", "example", "Gedimino", "12", "3456", phone} {
		if strings.Contains(sent, personal) {
			t.Errorf("%q is sent: %s", personal, sent)
		}
	}
	if !strings.Contains(sent, "clown") {
		t.Errorf("what is to be judged is gone: %s", sent)
	}
}

func TestNamesAreMaskedWhereverTheyStand(t *testing.T) {
	o := newOpinion(t, Config{})
	for said, want := range map[string]string{
		"Jonas is a clown. Idiots! I told Ona.":              "[NAME] is a clown. Idiots! I told [NAME].",
		"Kazlauskas – visiškas klounas. Tu idiotas, Petrai.": "[NAME] – visiškas klounas. Tu idiotas, [NAME].",
		"YOU ARE A CLOWN JONAS":                              "YOU ARE A CLOWN [NAME]",
	} {
		if sent := redact(said, nil, o.listener.Abuse(said, "")); sent != want {
			t.Errorf("%q is sent as %q, want %q", said, sent, want)
		}
	}
}

func FuzzRedact(f *testing.F) {
	f.Add("Ačiū, Jonai! @jonas +370 612 34567\xff", 3, 9)
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		if sent := redact(s, []check.Finding{{Category: "pii.other", Start: start, End: end}}, nil); strings.ContainsAny(sent, "0123456789") {
			t.Errorf("%q sends %q", s, sent)
		}
	})
}
