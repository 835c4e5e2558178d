package claim

import (
	"strings"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
	"rostrum/post"
)

func TestSpans(t *testing.T) {
	b := everything(t)
	for _, c := range []struct{ text, id, span string }{
		{"Good news: a guaranteed 8% return for all.", "guaranteed_return", "guaranteed 8% return"},
		{"Naujiena – garantuojame 10 proc. grąžą!", "guaranteed_return", "garantuojame 10 proc. grąžą"},
		{"naujiena - garantuojame 10 proc. graza!", "guaranteed_return", "garantuojame 10 proc. graza"},
		{"Investuokite be jokios rizikos.", "no_risk", "be jokios rizikos"},
		{"Mūsų lašai išgydo artritą.", "cure", "lašai išgydo artritą"},
		{"Warehouse shifts: apply, men only.", "hiring_discrimination", "apply, men only"},
	} {
		ms := b.Find(c.text)
		if len(ms) == 0 {
			t.Errorf("%q: nothing found, want %s", c.text, c.id)
			continue
		}
		if got := c.text[ms[0].Start:ms[0].End]; got != c.span || idOf(ms[0]) != c.id {
			t.Errorf("%q: found %s %q, want %s %q", c.text, idOf(ms[0]), got, c.id, c.span)
		}
	}
}

func TestAStatementIsReportedOnceASentence(t *testing.T) {
	b := everything(t)
	if n := len(b.Find("Guaranteed profit, profit guaranteed!")); n != 1 {
		t.Errorf("%d findings in one sentence, want one", n)
	}
	if n := len(b.Find("Guaranteed profit for you. Guaranteed profit for me.")); n != 2 {
		t.Errorf("%d findings in two sentences, want two", n)
	}
}

func TestCategoryChoosesTheStatements(t *testing.T) {
	both := "Our fund has guaranteed profit. Our tea cures cancer."
	for category, want := range map[rule.Category]int{rule.ClaimFinance: 1, rule.ClaimHealth: 1, rule.IllegalConduct: 0, "": 2} {
		ms := ruletest.New(t, New, ruletest.Given{Category: category}).Find(both)
		if len(ms) != want {
			t.Errorf("%q: %d findings, want %d", category, len(ms), want)
		}
		for _, m := range ms {
			if category != "" && m.Category != category {
				t.Errorf("%q: a finding of %q", category, m.Category)
			}
		}
	}
}

func TestFindChoosesTheStatements(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{Keys: "find: [cure]", Category: rule.ClaimFinance})
	ms := b.Find("Our fund has guaranteed profit. Our tea cures cancer.")
	if len(ms) != 1 || idOf(ms[0]) != "cure" {
		t.Errorf("got %v, want the cure alone", ms)
	}
}

func TestAWarningSatisfiesOrLowers(t *testing.T) {
	b := everything(t)
	const warning = " Past performance is not a reliable indicator of future results."
	if ms := b.Find("Our fund returned 14% last year." + warning); len(ms) != 0 {
		t.Errorf("past performance with its warning: %v", ms)
	}
	ms := b.Find("Invest now and you will earn 15% a year." + warning)
	if len(ms) != 1 || ms[0].Verdict != rule.Advise {
		t.Errorf("a forecast with a warning: %v, want one that is advised on", ms)
	}
}

func TestTheSectorStandsForTheSubject(t *testing.T) {
	b := everything(t)
	p := &post.Post{Text: "Be jokios rizikos!", Channel: post.Brand}
	if ms := b.FindIn(p); len(ms) != 0 {
		t.Errorf("without a sector: %v", ms)
	}
	p.Sector = "finance"
	if ms := b.FindIn(p); len(ms) != 1 {
		t.Errorf("from the finance sector: %v, want one", ms)
	}
}

func TestIdiomsStayIdiomsInTheSector(t *testing.T) {
	b := everything(t)
	for text, want := range map[string]string{
		"There is something about this magic autumn light.":          "",
		"Our receptionist never fails to smile.":                     "",
		"Our cream never fails.":                                     "guaranteed_effect",
		"Easy money, said the kids after selling lemonade.":          "",
		"Vaistų, kurie išgydytų peršalimą, nėra.":                    "",
		"Antibiotikai nuo peršalimo nepadeda.":                       "",
		"Mūsų vaistinėje rekomenduojame tramadolį nuo skausmo.":      "prescription_advert",
		"Good news from our clinic: our drops cure arthritis!":       "cure",
		"Nerizikuokite pinigais, kurių negalite prarasti.":           "",
		"Italian wine, this week only 5.99 €":                        "alcohol",
		"Pažadame mažiausiai 6 procentus kasmet, kad ir kas nutiktų": "guaranteed_return",
	} {
		got := ""
		for _, sector := range []string{"health", "finance"} {
			for _, m := range b.FindIn(&post.Post{Text: text, Sector: sector, Channel: post.Brand}) {
				got = idOf(m)
			}
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

func TestOwnClaim(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{
		Keys:     "{words: {en: [fastest], lt: [greičiausias]}, about: [products], requires: {en: [according to RRT], lt: [RRT duomenimis]}}",
		Category: rule.ClaimOther,
		Terms:    map[string][]string{"products": {"Banga Pro"}},
	})
	for text, want := range map[string]int{
		"Banga Pro is the fastest.":                      1,
		"Banga Pro – greičiausias!":                      1,
		"The fastest runner won.":                        0,
		"Banga Pro is the fastest, according to RRT.":    0,
		"RRT duomenimis, Banga Pro yra greičiausias.":    0,
		"Banga Pro is not the fastest, only the kindest": 0,
	} {
		if got := len(b.Find(text)); got != want {
			t.Errorf("%q: %d findings, want %d", text, got, want)
		}
	}
}

func TestBadKeys(t *testing.T) {
	for keys, say := range map[string]string{
		"find: [miracles]":                      `"miracles" is not known; use guaranteed_return, no_risk`,
		"about: [products]":                     "Add `words`",
		"words: {en: [best]}\nabout: [nothing]": "nothing",
	} {
		ruletest.Refuses(t, New, ruletest.Given{Keys: keys, Category: rule.ClaimOther}, say)
	}
}

func TestEveryStatementSpeaksBothLanguagesAndHasItsOwnMessage(t *testing.T) {
	seen := map[string]string{}
	for _, st := range statements {
		for _, s := range []string{st.message.EN, st.message.LT} {
			if !strings.Contains(s, "{text}") {
				t.Errorf("%s: a message without {text}: %q", st.id, s)
			}
		}
		if st.suggestion.EN == "" || st.suggestion.LT == "" {
			t.Errorf("%s: a suggestion is missing", st.id)
		}
		if other, ok := seen[st.message.EN]; ok {
			t.Errorf("%s and %s share a message", st.id, other)
		}
		seen[st.message.EN] = st.id
	}
}

func TestNothingFoundAllocatesNothing(t *testing.T) {
	const benchAllocates = 1 // the bench makes one Input for each post
	b := everything(t)
	for _, text := range []string{"No returns are guaranteed. Capital at risk.", "Grąža nėra garantuota.", "See you at the market!"} {
		p := &post.Post{Text: text}
		b.FindIn(p)
		if n := testing.AllocsPerRun(100, func() { b.FindIn(p) }); n > benchAllocates {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		everything(b)
	}
}

func BenchmarkCheck(b *testing.B) {
	bench := everything(b)
	p := &post.Post{Text: "No returns are guaranteed, but our best colleagues will answer your questions about the fund on Friday."}
	b.ReportAllocs()
	for b.Loop() {
		bench.FindIn(p)
	}
}
