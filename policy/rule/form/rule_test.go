package form_test

import (
	"slices"
	"strings"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/form"
	"rostrum/policy/rule/ruletest"
	"rostrum/post"
	"rostrum/text"
)

func bench(t testing.TB, keys string) *ruletest.Bench {
	return ruletest.New(t, form.New, ruletest.Given{Category: rule.Form, Keys: keys})
}

func value(m rule.Match, name string) string {
	if i := slices.Index(m.Values, name); i >= 0 {
		return m.Values[i+1]
	}
	return ""
}

func TestLength(t *testing.T) {
	family := "👨‍👩‍👧‍👦"
	for _, c := range []struct {
		network, text string
		over          string // empty: it fits
	}{
		{"bluesky", strings.Repeat("a", 300), ""},
		{"bluesky", strings.Repeat("a", 301), "1"},
		{"bluesky", strings.Repeat("ž", 300), ""},
		{"bluesky", strings.Repeat("z\u030c", 300), ""},
		{"bluesky", strings.Repeat(family, 100), ""},
		{"bluesky", strings.Repeat(family, 121), "25"}, // 3025 bytes
		{"Bluesky", strings.Repeat("ž", 310), "10"},
		{"mastodon", strings.Repeat("a", 476) + " https://banga.lt/" + strings.Repeat("x", 100), ""},
		{"mastodon", strings.Repeat("a", 477) + " https://banga.lt/" + strings.Repeat("x", 100), "1"},
		{"mastodon", strings.Repeat("a ", 246) + "@rasa@labai.ilgas.serveris.example", "" /* 492 + 5 */},
		{"mastodon", strings.Repeat("ą", 501), "1"},
		{"x", strings.Repeat("ą", 280), ""},
		{"x", strings.Repeat("ą", 281), "1"},
		{"x", strings.Repeat("日", 140), ""},
		{"x", strings.Repeat("日", 141), "2"},
		{"x", strings.Repeat("a", 278) + family, ""},
		{"x", strings.Repeat("a", 279) + family, "1"},
		{"x", strings.Repeat("a", 256) + " https://banga.lt", ""},
		{"twitter", strings.Repeat("a", 257) + " https://banga.lt", "1"},
		{"linkedin", strings.Repeat("a", 3001), "1"},
		{"facebook", strings.Repeat("a", 63206), ""},
		{"instagram", strings.Repeat("😀", 1101), "2"},
		{"threads", strings.Repeat("ž", 501), "1"},
		{"youtube", strings.Repeat("a", 5001), "1"},
		{"tiktok", strings.Repeat("a", 2201), "1"},
		{"telegram", strings.Repeat("a", 4097), "1"},
		{"pinterest", strings.Repeat("a", 501), "1"},
		{"google_business", strings.Repeat("a", 1501), "1"},
		{"", strings.Repeat("a", 100_000), ""},
		{"friendica", strings.Repeat("a", 100_000), ""},
	} {
		matches := bench(t, "find: [length]").FindIn(&post.Post{Text: c.text, Network: c.network})
		over := ""
		if len(matches) > 0 {
			over = value(matches[0], "over")
		}
		if over != c.over {
			t.Errorf("%s, %.20s… of %d bytes: over by %q, want %q", c.network, c.text, len(c.text), over, c.over)
		}
	}
}

func TestInstagramHashtags(t *testing.T) {
	b := bench(t, "find: [length]")
	p := &post.Post{Network: "instagram", Text: strings.Repeat("#Banga ", 30)}
	if len(b.FindIn(p)) > 0 {
		t.Error("30 hashtags are too many")
	}
	p.Text += "#Banga"
	if len(b.FindIn(p)) != 1 {
		t.Error("31 hashtags pass")
	}
}

func TestAltText(t *testing.T) {
	b := bench(t, "find: [alt_text]")
	image := func(alts ...string) []post.Media {
		var all []post.Media
		for _, a := range alts {
			all = append(all, post.Media{Kind: "image", Alt: a})
		}
		return all
	}
	for _, c := range []struct {
		media []post.Media
		want  int
	}{
		{image("Komanda prie naujo biuro durų"), 0},
		{image("Image quality compared: left before, right after"), 0},
		{image("Photographer Rasa at work"), 0},
		{image("Nuotraukų paroda Vilniuje"), 0},
		{[]post.Media{{Kind: "video"}}, 0},
		{nil, 0},
		{image(""), 1},
		{image("  ", "Komanda", ""), 1},
		{image("IMG_2034.JPG"), 1},
		{image("komanda.png"), 1},
		{image("DSC_0031"), 1},
		{image("Image of a team"), 1},
		{image("nuotrauka"), 1},
		{image("Nuotraukoje matyti komanda"), 1},
		{image("Nuotrauka, kurioje stovi komanda"), 1},
		{image("", "banga.webp", "photo of us"), 3},
	} {
		matches := b.FindIn(&post.Post{Text: "Sveiki", Media: c.media})
		if len(matches) != c.want {
			t.Errorf("%v: %d found, want %d", c.media, len(matches), c.want)
		}
		for _, m := range matches {
			if m.Start != 0 || m.End != 0 {
				t.Errorf("%v: a picture has no place in the text", c.media)
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	const (
		english    = "We are opening a new shop in Kaunas next week and you are all invited to come"
		lithuanian = "Kitą savaitę Kaune atidarome naują parduotuvę ir kviečiame visus užsukti"
		german     = "Nächste Woche eröffnen wir in Kaunas ein neues Geschäft und laden euch alle ein"
	)
	for _, c := range []struct {
		keys, text string
		found      bool
	}{
		{"find: [language]", english, false},
		{"find: [language]", lithuanian, false},
		{"find: [language]", german, true},
		{"{find: [language], languages: [lt]}", english, true},
		{"{find: [language], languages: [lt]}", lithuanian, false},
		{"{find: [language], languages: [en]}", lithuanian, true},
		{"{find: [language], languages: [en]}", "Ačiū visiems!", false},
		{"{find: [language], languages: [lt]}", "Thank you all", false},
		{"{find: [language], languages: [lt]}", "", false},
	} {
		if got := len(bench(t, c.keys).Find(c.text)) > 0; got != c.found {
			t.Errorf("%s: %q: found %v", c.keys, c.text, got)
		}
	}
}

func TestPlacesInTheText(t *testing.T) {
	for _, c := range []struct{ keys, text, place string }{
		{"find: [hashtags]", "Diena #a #b #c #d #e #f #g!", "#f #g"},
		{"{find: [hashtags], max_hashtags: 1}", "#Vilnius ir #Kaunas", "#Kaunas"},
		{"{find: [hashtags], max_hashtags: 0}", "Miestas #Vilnius", "#Vilnius"},
		{"find: [hashtags]", "Atidarome! #naujaparduotuvekaune", "#naujaparduotuvekaune"},
		{"find: [capitals]", "SKUBIAI PIRKITE ŠIANDIEN, RYTOJ BUS BRANGIAU", "SKUBIAI PIRKITE ŠIANDIEN, RYTOJ BUS BRANGIAU"},
		{"find: [capitals]", "BUY NOW BEFORE EVERYTHING is GONE", "BUY NOW BEFORE EVERYTHING is GONE"},
		{"find: [invisible]", "pa\u200bss", "\u200b"},
		{"find: [invisible]", "tekstas \u202Eatvirkščiai", "\u202E"},
		{"find: [invisible]", "blo\xffgas", "\xff"},
		{"find: [punctuation]", "Pirkite!!!!! Dabar", "!!!!!"},
		{"find: [punctuation]", "Ką????", "????"},
	} {
		matches := bench(t, c.keys).Find(c.text)
		if len(matches) != 1 {
			t.Errorf("%s: %q: %d found", c.keys, c.text, len(matches))
			continue
		}
		m := matches[0]
		if got := c.text[m.Start:m.End]; got != c.place {
			t.Errorf("%s: %q: found %q, want %q", c.keys, c.text, got, c.place)
		}
		if m.Message.EN == "" || m.Message.LT == "" || m.Suggestion.EN == "" || m.Suggestion.LT == "" {
			t.Errorf("%q: a message is missing", c.text)
		}
	}
}

func TestPasses(t *testing.T) {
	b := bench(t, "find: [length, alt_text, hashtags, capitals, invisible, punctuation]")
	for _, text := range []string{
		"", "Sveiki!", "Wow!!!", "Ar tikrai?!", "NATO, ES ir JAV atstovai susitiko Vilniuje aptarti planų",
		"ACHTUNG!", "UAB BANGA", "Join us #SustainabilityWeek #Vilnius2026 in the morning", "#nepriklausomybe švenčiame kartu visi",
		"Šeima 👨‍👩‍👧‍👦 ir vėliava 🏳️‍🌈 šiandien parke su mumis", "#a #b #c #d #e", "HTTPS://BANGA.LT/LABAI/ILGAS/ADRESAS/IR/DAR",
		"I LOVE it and we are all so happy about that day", "שלום לכם", "می\u200cخواهم",
	} {
		for _, m := range b.Find(text) {
			t.Errorf("%q: %s", text, m.Message.EN)
		}
	}
}

func TestRefuses(t *testing.T) {
	for keys, want := range map[string]string{
		"find: [lenght]": `"lenght"`, "max_hashtags: -1": "-1", "languages: [de]": `"de"`, "limit: 5": "limit",
	} {
		ruletest.Refuses(t, form.New, ruletest.Given{Category: rule.Form, Keys: keys}, want)
	}
}

func TestOrdinaryPostsCostNoMemory(t *testing.T) {
	b := bench(t, "")
	d := text.NewReader().Read("Kviečiame į naują parduotuvę Kaune! #Banga https://banga.lt 😀 @rasa@a.example", "")
	in, out := rule.Input{Doc: d, Post: &post.Post{Network: "mastodon"}}, rule.Report{}
	if got := testing.AllocsPerRun(100, func() { b.Rule.Check(&in, &out) }); got != 0 || len(out.Matches) > 0 {
		t.Errorf("%v allocations, %d matches", got, len(out.Matches))
	}
}

func BenchmarkOrdinaryPost(b *testing.B) {
	bench := bench(b, "")
	d := text.NewReader().Read("We are opening a new shop in Kaunas next week and you are all invited to come by.", "")
	in, out := rule.Input{Doc: d, Post: &post.Post{Network: "mastodon"}}, rule.Report{}
	b.ReportAllocs()
	for b.Loop() {
		bench.Rule.Check(&in, &out)
	}
}

func FuzzCheck(f *testing.F) {
	b := bench(f, "")
	for _, s := range []string{"a", "\xff\u200b", "#aaaaaaaaaaaaaaaaaaaa", strings.Repeat("日", 200), "!!!!", "@a@b.example https://x.lt", "👨‍👩‍👧‍👦"} {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, s, network string) {
		for _, m := range b.FindIn(&post.Post{Text: s, Network: network, Media: []post.Media{{Kind: "image", Alt: s}}}) {
			if m.Start < 0 || m.End > len(s) || m.Start > m.End {
				t.Errorf("%q: place %d–%d", s, m.Start, m.End)
			}
		}
	})
}
