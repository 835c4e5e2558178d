package sense

import (
	"strings"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
	"rostrum/post"
	"rostrum/sense"
)

var terms = map[string][]string{"brands": {"Banga"}}

func TestFindsWhatIsSaidInOtherWords(t *testing.T) {
	for category, c := range map[rule.Category]struct{ finds, passes []string }{
		rule.ClaimFinance: {
			[]string{"Your money will double while you sleep, and nobody has lost a cent with us.", "Why let savings rot in the bank when with us they grow by a tenth each year?",
				"Kam laikyti santaupas banke, jei pas mus jos kasmet paauga dešimtadaliu?", "Padėk tūkstantį dabar, o pavasarį atsiimsi pusantro – dar niekas nenusivylė."},
			[]string{"Our bank branch in Kaunas closes at five on Fridays.", "Banko skyrius Kaune penktadieniais dirba iki penkių."}},
		rule.ClaimHealth: {
			[]string{"Two weeks of our syrup and Grandma threw away her knee pills.", "One spoonful in the morning and your migraine will forget your address.",
				"Šaukštas mūsų lašų ryte – ir migrena pamirš jūsų adresą.", "Išgėriau jūsų sirupo, ir po savaitės sąnarių skausmo nė ženklo."},
			[]string{"The pharmacy on Main Street is open on Sunday.", "Kremą galima grąžinti per keturiolika dienų."}},
		rule.ClaimOther: {
			[]string{"Nobody in the country brews a better cup, full stop.", "Our bags leave the planet exactly as they found it.",
				"Pigiau nerasite niekur, net neieškokite.", "Mūsų maišeliai gamtai nepalieka jokio pėdsako."},
			[]string{"We open the new shop in Utena on Saturday at ten.", "Naujoji parduotuvė Utenoje atsidaro šeštadienį dešimtą."}},
		rule.CreditMissing: {
			[]string{"Saw this drawing somewhere online and just had to share it.", "Nežinau, kas fotografavo, bet kadras nuostabus."},
			[]string{"I took this picture at the lake this morning.", "Šį kadrą pati padariau šįryt prie ežero."}},
		rule.PIIHealth: {
			[]string{"Our Rasa from accounting will not be in until May, the chemo takes it out of her.", "Vargšas Jonas, gydytojai plaučiuose kažką rado."},
			[]string{"Rasa from accounting is on holiday until May.", "Tomas nuo pirmadienio dirba Kaune."}},
		rule.AbuseThreat: {
			[]string{"Next time I see you, you will need an ambulance.", "Graži mašina. Būtų gaila, jei kurią naktį užsidegtų."},
			[]string{"See you at the match tonight, bring a scarf.", "Iki pasimatymo vakare, pasiimk šaliką."}},
		rule.Defamation: {
			[]string{"The envelope from Vetra reached the mayor just before the vote.", "Vėtra naktimis pila nuotekas į upę, visi ten žino."},
			[]string{"The mayor opened the bridge on Monday.", "Vėtra perkėlė biurą į Panevėžį."}},
	} {
		b := ruletest.New(t, New, ruletest.Given{Category: category, Terms: terms})
		for _, s := range c.finds {
			if len(b.Find(s)) != 1 {
				t.Errorf("%s: %q has %d findings, want one", category, s, len(b.Find(s)))
			}
		}
		for _, s := range append(c.passes, "", "Доброе утро, коллеги", "😀") {
			if len(b.Find(s)) > 0 {
				t.Errorf("%s: %q is found", category, s)
			}
		}
	}
}

func TestPraiseIsOfTheOwnBrandAndByAPerson(t *testing.T) {
	const praise = "Mum asked which pump to get and I did not let her finish: Banga."
	b := ruletest.New(t, New, ruletest.Given{Category: rule.DisclosureMissing, Keys: "find: [praise]", Terms: terms})
	for _, c := range []struct {
		text    string
		channel post.Channel
		want    int
	}{
		{praise, post.Personal, 1},
		{praise, post.Brand, 0},
		{praise, post.Mention, 0},
		{strings.ReplaceAll(praise, "Banga", "Vetra"), post.Personal, 0},
		{"Mama klausė, kokį siurblį imti. Nė nebaigė – Banga, mama, tik Banga!", post.Personal, 1},
		{"Banga pirmadienį dirba nuo devynių.", post.Personal, 0},
		{"Man atsiuntė šią striukę dovanų, mainais paprašė kelių žodžių čia.", post.Personal, 0}, // which is paid
	} {
		if got := len(b.FindIn(&post.Post{Text: c.text, Channel: c.channel})); got != c.want {
			t.Errorf("%q on %s: %d findings, want %d", c.text, c.channel, got, c.want)
		}
	}
	paid := ruletest.New(t, New, ruletest.Given{Category: rule.DisclosureMissing, Keys: "find: [paid]"})
	for _, s := range []string{"Got this jacket for nothing in exchange for a few honest words about it.", "Man atsiuntė šią striukę dovanų, mainais paprašė kelių žodžių čia."} {
		if len(paid.Find(s)) != 1 {
			t.Errorf("%q is not found", s)
		}
	}
}

func TestAFindingNamesItsWords(t *testing.T) {
	const s = "Graži mašina. Būtų gaila, jei kurią naktį užsidegtų."
	ms := ruletest.New(t, New, ruletest.Given{Category: rule.AbuseThreat}).Find(s)
	if len(ms) != 1 || s[ms[0].Start:ms[0].End] != "Būtų gaila, jei kurią naktį užsidegtų." {
		t.Fatalf("found %+v, want the sentence", ms)
	}
	if words := ms[0].Values; len(words) != 2 || words[0] != "words" || !strings.Contains(words[1], "gaila") {
		t.Errorf("the words are %q", words)
	}
}

func TestStrictnessMoves(t *testing.T) {
	found := func(level string) (n int) {
		b := ruletest.New(t, New, ruletest.Given{Category: rule.AbuseThreat, Keys: "strictness: " + level})
		for _, s := range []string{
			"Nice car. Would be a pity if it burned one night.", "We know which school your kids go to. Think before you write again.",
			"Next time I see you, you will need an ambulance.", "Lauk svečių vakare, kaulai traškės.", "Kitą kartą susitiksim – greitosios prireiks.",
			"Somebody should teach you a lesson behind the station.", "Žinau, kuriame aukšte gyveni.", "Keep talking and see what happens to your shop.",
		} {
			n += len(b.Find(s))
		}
		return n
	}
	if strict, balanced, lenient := found("strict"), found("balanced"), found("lenient"); strict <= lenient || strict < balanced || balanced < lenient {
		t.Errorf("strict finds %d, balanced %d, lenient %d", strict, balanced, lenient)
	}
}

func TestWhatCannotBeAskedIsRefused(t *testing.T) {
	for _, c := range []struct {
		category   rule.Category
		keys, says string
	}{
		{rule.ClaimFinance, "find: [health]", `"health" is not known`},
		{rule.DisclosureMissing, "find: [praise, irony]", `"irony" is not known; use praise, paid`},
		{rule.ClaimFinance, "strictness: harsh", `"harsh" is not known; use strict, balanced, lenient`},
		{rule.SecretCredential, "", "know nothing of the category secret.credential; use one of abuse.threat"},
		{rule.ClaimFinance, "words: [gain]", "words"},
	} {
		ruletest.Refuses(t, New, ruletest.Given{Category: c.category, Keys: c.keys, Terms: terms}, c.says)
	}
}

func TestEverythingSpeaksBothLanguages(t *testing.T) {
	told := map[sense.Of]bool{}
	for _, category := range Categories() {
		for _, of := range Looks(category) {
			told[of] = true
			w := wording[of]
			for _, s := range []string{w.message.EN, w.message.LT} {
				if !strings.Contains(s, "{words}") {
					t.Errorf("%s: a message without {words}: %q", of, s)
				}
			}
			if w.suggestion.EN == "" || w.suggestion.LT == "" {
				t.Errorf("%s lacks a suggestion", of)
			}
		}
	}
	if len(told) != int(sense.Count) {
		t.Errorf("%d things have a category, want all %d", len(told), sense.Count)
	}
}
