package handle_test

import (
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/handle"
	"rostrum/policy/rule/ruletest"
	"rostrum/post"
	"rostrum/text"
)

var given = ruletest.Given{
	Category: rule.SecurityImpersonation, Keys: "allowed: friends",
	Terms: map[string][]string{
		"own_handles": {"@bangalt", "@banga@mastodon.example", "@banga.bsky.social"},
		"brands":      {"Banga", "Bangos bankas"},
		"friends":     {"@banga_jobs", "banga.fondas@gmail.com"},
	},
}

func TestFinds(t *testing.T) {
	b := ruletest.New(t, handle.New, given)
	for text, place := range map[string]string{
		"Rašykite @bangaIt":                                "@bangaIt",
		"Write to @bangait for help":                       "@bangait",
		"@ban9alt siūlo dovanas":                           "@ban9alt",
		"Sekite @bаngalt":                                  "@bаngalt", // Cyrillic а
		"@banga_lt":                                        "@banga_lt",
		"@bnagalt":                                         "@bnagalt",
		"@banglt atsakys":                                  "@banglt",
		"Message @banga_support now":                       "@banga_support",
		"Parašyk @banga_pagalba, jie padės":                "@banga_pagalba",
		"@banga.help answers":                              "@banga.help",
		"klauskite @banga.pagalba":                         "@banga.pagalba",
		"DM @banga-support please":                         "@banga-support",
		"@real_banga":                                      "@real_banga",
		"@banga_official":                                  "@banga_official",
		"@BangaOficiali dalina prizus":                     "@BangaOficiali",
		"@bangahelpdesk":                                   "@bangahelpdesk",
		"@thereal_bangalt":                                 "@thereal_bangalt",
		"@banga_klientu_aptarnavimas":                      "@banga_klientu_aptarnavimas",
		"@bangos_bankas_pagalba":                           "@bangos_bankas_pagalba",
		"@banga_lietuva_support":                           "@banga_lietuva_support",
		"@banga@mastodon.social":                           "@banga@mastodon.social",
		"@banga_support@mastodon.social":                   "@banga_support@mastodon.social",
		"@banga-support.bsky.social":                       "@banga-support.bsky.social",
		"Rašykite banga.support@gmail.com":                 "banga.support@gmail.com",
		"Rašykite bangos.bankas.pagalba@inbox.lt šiandien": "bangos.bankas.pagalba@inbox.lt",
		"bangalt@outlook.com":                              "bangalt@outlook.com",
	} {
		matches := b.Find(text)
		if len(matches) != 1 {
			t.Errorf("%q: %d found", text, len(matches))
			continue
		}
		m := matches[0]
		if got := text[m.Start:m.End]; got != place {
			t.Errorf("%q: found %q, want %q", text, got, place)
		}
		if m.Message.EN == "" || m.Message.LT == "" || m.Suggestion.EN == "" || m.Suggestion.LT == "" {
			t.Errorf("%q: a message is missing", text)
		}
	}
}

func TestPasses(t *testing.T) {
	b := ruletest.New(t, handle.New, given)
	for _, text := range []string{
		"@bangalt", "@BangaLT padėkos!", "@banga@mastodon.example", "@banga", "@Banga.", "@banga.bsky.social", "@bangalt.Ačiū jums",
		"@bangafan", "@surf_banga", "@jonas_banga", "@bangos", "@manga_lt", "@rangalt", "@vilnius", "@banginis", "@bangabanga",
		"@bangladesh", "@dj_banga", "@bangavimas", "@naujoji_banga", "@banga_moterys", "@jurosbanga", "@sebastian", "@support",
		"@pagalba", "@ignas", "@banga_jobs", "@bangasurf", "@sauliusbankas", "@bankas",
		"jonas.banga@gmail.com", "info@banga.lt", "support@gmail.com", "bangos@inbox.lt", "banga.fondas@gmail.com", "banga.support@banga.lt",
		"Email me @ noon", "banga pagalba", "@lt",
	} {
		if matches := b.Find(text); len(matches) > 0 {
			t.Errorf("%q: %s %v", text, matches[0].Message.EN, matches[0].Values)
		}
	}
}

func TestAuthorOfMention(t *testing.T) {
	b := ruletest.New(t, handle.New, given)
	for _, c := range []struct {
		handle, name string
		found        bool
	}{
		{"@banga_support", "Anna", true},
		{"bangaIt", "", true},
		{"@qwerty8812", "Banga Support", true},
		{"@qwerty8812", "Banga pagalba ✅", true},
		{"@qwerty8812", "BANGA ✔️", true},
		{"@qwerty8812", "Bаnga", true}, // Cyrillic а
		{"@qwerty8812", "Bangos bankas", true},
		{"@bangalt", "Banga", false},
		{"@banga@mastodon.example", "Banga pagalba", false},
		{"@rasa", "Rasa Bangaitė", false},
		{"@jonas", "Jonas Banga", false},
		{"@surf", "Banga surfing club", false},
		{"@rasa", "", false},
		{"", "", false},
	} {
		p := &post.Post{Text: "Sveiki!", Channel: post.Mention, Author: &post.Author{Handle: c.handle, Name: c.name}}
		matches := b.FindIn(p)
		if (len(matches) > 0) != c.found {
			t.Errorf("%q %q: found %v", c.handle, c.name, matches)
		}
		for _, m := range matches {
			if m.Start != 0 || m.End != 0 {
				t.Errorf("%q: an author has no place in the text", c.handle)
			}
		}
	}
	own := &post.Post{Text: "Sveiki!", Channel: post.Brand, Author: &post.Author{Handle: "@banga_support"}}
	if len(b.FindIn(own)) > 0 {
		t.Error("our own author was held to be an imitator")
	}
}

func TestRefusesUnknownLists(t *testing.T) {
	for _, keys := range []string{"own: nowhere", "brands: nowhere", "allowed: nowhere"} {
		g := given
		g.Keys = keys
		ruletest.Refuses(t, handle.New, g, "nowhere")
	}
}

func TestOrdinaryHandlesCostNoMemory(t *testing.T) {
	b := ruletest.New(t, handle.New, given)
	d := text.NewReader().Read("Ačiū @RasaKazlauskaite ir @bangafan, rašykite rasa.banga@gmail.com", "")
	in := rule.Input{Doc: d, Post: &post.Post{Channel: post.Mention, Author: &post.Author{Handle: "@Jonas", Name: "Jonas Jonaitis"}}}
	var out rule.Report
	if got := testing.AllocsPerRun(100, func() { b.Rule.Check(&in, &out) }); got != 0 || len(out.Matches) > 0 {
		t.Errorf("%v allocations, %d matches", got, len(out.Matches))
	}
}

func FuzzCheck(f *testing.F) {
	b := ruletest.New(f, handle.New, given)
	for _, s := range []string{"@banga_support", "@bаnga@x.y", "@\xff", "@banga.", "@-", "a@gmail.com", "@banga.a-b.c-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range b.FindIn(&post.Post{Text: s, Channel: post.Mention, Author: &post.Author{Handle: s, Name: s}}) {
			if m.Start < 0 || m.End > len(s) || m.Start > m.End {
				t.Errorf("%q: place %d–%d", s, m.Start, m.End)
			}
		}
	})
}
