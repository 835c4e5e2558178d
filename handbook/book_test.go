package handbook

import (
	"strings"
	"testing"

	"rostrum/policy"
	"rostrum/policy/starter"
)

func TestSearchFindsWordsInTheirForms(t *testing.T) {
	p, err := policy.Load(starter.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ lang, query, first string }{
		{"lt", "slaptažodžiai", "sign-in"},
		{"lt", "slaptazodziams", "sign-in"},
		{"lt", "5.4", "credit"},
		{"en", "PASSWORDS", "sign-in"},
		{"en", "trade secret", "trade-secrets"},
		{"en", "assword", ""},
		{"en", " ,", ""},
	} {
		b, err := Open(p, c.lang)
		if err != nil {
			t.Fatal(err)
		}
		found, first := b.Search(c.query), ""
		if len(found) > 0 {
			first = found[0].ID
		}
		if first != c.first {
			t.Errorf("%s %q: first %q, want %q", c.lang, c.query, first, c.first)
		}
	}
}

func TestBookForStrangersNamesNoOwner(t *testing.T) {
	p, err := policy.Load(starter.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(p, "en")
	if err != nil {
		t.Fatal(err)
	}
	link := func(id string) string { return "/x/" + id }
	for _, without := range []bool{false, true} {
		page, there, err := b.Clause("confidential", Links{Clause: link, Speakers: "/s", WithoutOwner: without})
		if err != nil || !there || strings.Contains(string(page), "/s#team-legal") == without {
			t.Errorf("without owner %v: %v %v %.200s", without, there, err, page)
		}
	}
}
