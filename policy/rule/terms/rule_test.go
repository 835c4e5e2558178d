package terms

import (
	"strings"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
)

func codenames(t testing.TB, terms ...string) *ruletest.Bench {
	return ruletest.New(t, New, ruletest.Given{
		Keys: "terms: [codenames]", Category: rule.ConfidentialCodename,
		Terms: map[string][]string{"codenames": terms},
	})
}

func TestTermsInTheirForms(t *testing.T) {
	b := codenames(t, "Projektas Ąžuolas", "Project Falcon", "Zefyras", "ING", "Žuvėdra", "Banga 7", "Jonas Petraitis")
	for _, c := range []struct{ text, want string }{
		{"Projektas Ąžuolas pristatomas ketvirtadienį!", "Projektas Ąžuolas"},
		{"Projekto Ąžuolo pristatymas", "Projekto Ąžuolo"},
		{"Dirbame prie Projektui Ąžuolui skirtos dalies", "Projektui Ąžuolui"},
		{"projekta azuola pristatysim ketvirtadieni", "projekta azuola"},
		{"su projektu „Ąžuolas“ viskas gerai", "projektu „Ąžuolas“"},
		{"PROJEKTE ĄŽUOLE dirba trys žmonės", "PROJEKTE ĄŽUOLE"},
		{"nauja #ProjektasĄžuolas nuotrauka", "ProjektasĄžuolas"},
		{"nauja #projektoazuolo nuotrauka", "projektoazuolo"},
		{"https://drive.example.com/projektas-azuolas.pdf", "projektas-azuolas"},
		{"project falcon launches soon", "project falcon"},
		{"Project Falcon’s launch is near", "Project Falcon’s"},
		{"the Project-Falcon team", "Project-Falcon"},
		{"Apie Zefyrą dar tyliai", "Zefyrą"},
		{"apie zefyra dar tyliai", "zefyra"},
		{"Z e f y r a s jau rytoj", "Z e f y r a s"},
		{"Zefyraaaas!", "Zefyraaaas"},
		{"ING is a client", "ING"},
		{"Žuvėdros pardavimai", "Žuvėdros"},
		{"Banga 7 ateina", "Banga 7"},
		{"Bangą 7 matėme", "Bangą 7"},
		{"kalbėjau su Jonu Petraičiu", "Jonu Petraičiu"},
		{"Jonui Petraičiui atlyginimas", "Jonui Petraičiui"},
		{"„Ąžuolo“ projektą pradėsime rudenį", "„Ąžuolo“ projektą"},
		{"Ąžuolo projektas juda", "Ąžuolo projektas"},
		{"PETRAITIS JONAS nesumokėjo", "PETRAITIS JONAS"},
		{"@jonas.petraitis ačiū", "jonas.petraitis"},
		{"Pr0jektas Ąžu0las – tylos", "Pr0jektas Ąžu0las"},
		{"projektasssss azuolassss!!!", "projektasssss azuolassss"},
		{"P r o j e k t a s  Ą ž u o l a s jau čia", "P r o j e k t a s  Ą ž u o l a s"},
		{"Projektas 🌳 Ąžuolas", "Projektas 🌳 Ąžuolas"},
		{"Projektą (Ąžuolą) uždarome", "Projektą (Ąžuolą)"},
		{"z🔥e🔥f🔥y🔥r🔥a🔥s", "z🔥e🔥f🔥y🔥r🔥a🔥s"},
		{"zef-yras, nu jūs supratot", "zef-yras"},
		{"prisegtas zefyras2.pptx", "zefyras2"},
		{"ING'o komanda", "ING'o"},
	} {
		got := b.Find(c.text)
		if len(got) != 1 {
			t.Errorf("%q: %d findings, want 1", c.text, len(got))
			continue
		}
		if found := c.text[got[0].Start:got[0].End]; found != c.want {
			t.Errorf("%q: found %q, want %q", c.text, found, c.want)
		}
	}
	for _, fine := range []string{
		"Po senu ąžuolu parke susitikome su komanda.", "Ąžuolas Kalnietis atvyko laiku.", "Projektas baigtas. Ąžuolas žaliuoja.",
		"The falcon project", "Projects, falcons and more", "we are working, testing, going", "Bangos jūroje", "Jonas ir Petraitis",
		"", "🙂", "projektas", "Jonai, ateik", "Petraitis, Jonas ir Ona", "ąžuolo projektas mokykloje", "Miške matėme bangą, 7 val. ryto",
		"dirb-ing, go-ing",
	} {
		if got := b.Find(fine); len(got) != 0 {
			t.Errorf("%q: found %q, want nothing", fine, fine[got[0].Start:got[0].End])
		}
	}
}

func TestNamesOfCompanies(t *testing.T) {
	b := codenames(t, "UAB „Žuvėdra“", "Lietuvos geležinkeliai", "Harbour Kettle", "Q4X", "H&M", "YouTube")
	for text, want := range map[string]string{
		"Pasirašėme su UAB „Žuvėdra“.":        "UAB „Žuvėdra“",
		`UAB "Zuvedra" neapmokėjo sąskaitos`:  `UAB "Zuvedra"`,
		"uab zuvedros darbuotojai":            "uab zuvedros",
		"Žuvėdra, UAB, laimėjo":               "Žuvėdra, UAB",
		"Sveikiname „Žuvėdrą“ su gimtadieniu": "Žuvėdrą",
		"Lietuvos geležinkeliams – baldai":    "Lietuvos geležinkeliams",
		"Buy two Harbour Kettles":             "Harbour Kettles",
		"q4x bandymai":                        "q4x",
		"H&M'o kainos":                        "H&M'o",
		"mus rasite #YouTube":                 "YouTube",
		"mūsų Youtubo kanale":                 "Youtubo",
	} {
		got := b.Find(text)
		if len(got) != 1 || text[got[0].Start:got[0].End] != want {
			t.Errorf("%q: got %+v, want %q", text, got, want)
		}
	}
	for _, fine := range []string{"Virš jūros skraidė žuvėdra", "Žuvėdra sklando", "Skaitėme apie „žuvėdras“", "Geležinkeliu per Lietuvą"} {
		if got := b.Find(fine); len(got) != 0 {
			t.Errorf("%q: found %q, want nothing", fine, fine[got[0].Start:got[0].End])
		}
	}
}

func TestLongestOfNestedTerms(t *testing.T) {
	b := codenames(t, "Banga", "Banga Pro", "Banga Pro Max")
	got := b.Find("Naujoji Banga Pro Max jau čia")
	if len(got) != 1 || got[0].End-got[0].Start != len("Banga Pro Max") {
		t.Fatalf("got %+v, want one finding of the whole name", got)
	}
}

func TestWordsOfTheRulesOwn(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{Keys: "words: {en: [acquisition], lt: [įsigijimas]}", Category: rule.ConfidentialOther})
	for _, text := range []string{"Two acquisitions this year", "Apie įsigijimus dar negalime kalbėti", "apie isigijima"} {
		if len(b.Find(text)) != 1 {
			t.Errorf("%q: nothing found", text)
		}
	}
}

func TestFaultsNameTheMend(t *testing.T) {
	for keys, want := range map[string]string{
		"": "needs `terms:`", "terms: [clients]": "terms/clients.yaml", "words: {en: ['!!!']}": "Write a letter",
		"words: {en: ['" + strings.Repeat("a ", 17) + "']}": "more than 16 words", "term: codenames": "term",
	} {
		ruletest.Refuses(t, New, ruletest.Given{Keys: keys}, want)
	}
}

func TestCleanPostAllocatesNothing(t *testing.T) {
	b := codenames(t, "Projektas Ąžuolas", "Zefyras")
	posts := []string{"Gražaus savaitgalio visiems! 🌞", "Never gets old. #SF @ Golden Gate Bridge", "Projektas juda į priekį"}
	n := testing.AllocsPerRun(200, func() {
		for _, p := range posts {
			if len(b.Find(p)) != 0 {
				t.Fatal("found something")
			}
		}
	})
	if n > 0.5+float64(len(posts)) { // the bench itself makes a Post and an Input a call
		t.Errorf("%v allocations", n)
	}
}
