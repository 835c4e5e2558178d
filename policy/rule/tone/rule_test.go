package tone

import (
	"strings"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
	"rostrum/post"
)

var terms = map[string][]string{"brands": {"Banga"}, "competitors": {"Vetra"}, "people": {"Jonas Petraitis"}}

func TestFinds(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{Terms: terms})
	for _, c := range []struct {
		text     string
		category rule.Category
		words    string
	}{
		{"You are such an idiot", rule.AbuseOffensive, "idiot"},
		{"@banga you lying scumbags", rule.AbuseOffensive, "scumbags"},
		{"Idiots! Third time you lose my parcel.", rule.AbuseOffensive, "Idiots"},
		{"shut up you stupid clown", rule.AbuseOffensive, "shut up"},
		{"Go to hell, all of you", rule.AbuseOffensive, "Go to hell"},
		{"Tu debilas", rule.AbuseOffensive, "debilas"},
		{"jus visi idiotai", rule.AbuseOffensive, "idiotai"},
		{"Eikit nachui su savo pasiūlymais", rule.AbuseOffensive, "Eikit nachui"},
		{"Užsičiaupk, niekam neįdomu", rule.AbuseOffensive, "Užsičiaupk"},
		{"Immigrants are vermin", rule.AbuseHate, "vermin"},
		{"We do not serve faggots", rule.AbuseHate, "faggots"},
		{"Go back to your country!", rule.AbuseHate, "Go back to your country"},
		{"I hate Muslims", rule.AbuseHate, "hate"},
		{"Musulmonai yra parazitai", rule.AbuseHate, "parazitai"},
		{"cigonai vagys ir tinginiai", rule.AbuseHate, "vagys"},
		{"Visus pabėgėlius iššaudyt", rule.AbuseHate, "iššaudyt"},
		{"I will kill you", rule.AbuseThreat, "kill"},
		{"you're dead, I know where you live", rule.AbuseThreat, "you're dead"},
		{"Aš tave užmušiu", rule.AbuseThreat, "užmušiu"},
		{"zinau kur gyveni", rule.AbuseThreat, "zinau kur gyveni"},
		{"Sudeginsiu jūsų ofisą", rule.AbuseThreat, "Sudeginsiu"},
		{"Reikia juos visus sušaudyti", rule.AbuseThreat, "sušaudyti"},
		{"Vetra bribed the mayor", rule.Defamation, "bribed"},
		{"vetra steals from its own workers", rule.Defamation, "steals from"},
		{"The thief Peter Brown is back", rule.Defamation, "thief"},
		{"Vetra vagia iš darbuotojų", rule.Defamation, "vagia"},
		{"Meras Kazlauskas ima kyšius", rule.Defamation, "ima kyšius"},
		{"Jonas Petraitis yra sukčius", rule.Defamation, "sukčius"},
	} {
		if !found(b.Find(c.text), c.text, c.category, c.words) {
			t.Errorf("%q: found %v, want %s on %q", c.text, b.Find(c.text), c.category, c.words)
		}
	}
}

func found(matches []rule.Match, text string, category rule.Category, words string) bool {
	for _, m := range matches {
		if m.Category == category && text[m.Start:m.End] == words {
			return true
		}
	}
	return false
}

func TestPasses(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{Terms: terms})
	for _, s := range []string{
		"",
		"Damn good coffee at Banga",
		"holy shit this is great",
		"I'm such an idiot, forgot my keys",
		"This stupid printer again",
		"Calling people retards is not OK",
		"He called me an idiot and I reported it",
		"You are fucking brilliant",
		"Your service is terrible and slow, I want my money back",
		"My boss does not pay overtime, so we are forming a union",
		"Muslims celebrate Eid today",
		"Gay people are not sick",
		"black coffee and white chocolate",
		"Rats are vermin, call our pest control",
		"This heat is killing me",
		"I could kill for a coffee",
		"You killed it last night!",
		"The court found that Vetra bribed the mayor",
		"Did Vetra bribe the mayor?",
		"In my opinion Vetra cheats its customers",
		"Beware of scammers pretending to be Banga",
		"Thieves broke into our Banga store",
		"Koks aš idiotas, palikau raktus namie",
		"Durnas telefonas vėl išsikrovė",
		"Žmonių negalima vadinti debilais",
		"Aptarnavimas siaubingas, valandą stovėjau eilėje",
		"Indai nešvarūs, o virtuvė dar blogesnė",
		"Vairuotojas suka į kairę prie Katedros",
		"Žydų muziejuje – nauja paroda",
		"Ne visi migrantai yra nusikaltėliai",
		"Mirtinai juokinga",
		"Šitas karštis mane užmuš",
		"Užmušim laiką ir nueisim į kiną",
		"Nužudytas žurnalistas tyrė korupciją, rašo spauda",
		"Teismas pripažino, kad Vetra vagia iš darbuotojų",
		"Pasak STT, meras Kazlauskas ėmė kyšius",
		"Ar Vetra tikrai vagia?",
		"Manau, kad Vetra sukčiauja",
		"Iš Jono Petraičio pavogė dviratį",
		"Saugokitės sukčių: Banga niekada neprašo slaptažodžio",
	} {
		if m := b.Find(s); len(m) > 0 {
			t.Errorf("%q: found %s on %q, want nothing", s, m[0].Category, s[m[0].Start:m[0].End])
		}
	}
}

func TestFindsOnlyWhatIsWanted(t *testing.T) {
	text := "You idiot, I will kill you. Vetra stole our money."
	for _, c := range []struct {
		keys string
		want []rule.Category
	}{
		{"find: [threat]", []rule.Category{rule.AbuseThreat}},
		{"find: [offensive]", []rule.Category{rule.AbuseOffensive}},
		{"find: [defamation]", []rule.Category{rule.Defamation}},
		{"find: [hate]", nil},
		{"", []rule.Category{rule.AbuseThreat, rule.Defamation, rule.AbuseOffensive}},
	} {
		b := ruletest.New(t, New, ruletest.Given{Keys: c.keys, Terms: terms})
		var got []rule.Category
		for _, m := range b.Find(text) {
			got = append(got, m.Category)
		}
		if len(got) != len(c.want) {
			t.Fatalf("%q: found %v, want %v", c.keys, got, c.want)
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: found %v, want %v", c.keys, got, c.want)
			}
		}
	}
}

func TestStrictnessMoves(t *testing.T) {
	for text, from := range map[string]string{
		"What the fuck is this":      "strict",
		"She is a liar":              "balanced",
		"You fucking motherfucker":   "lenient",
		"We went to the beach today": "",
	} {
		seen := from == ""
		for _, level := range []string{"lenient", "balanced", "strict"} {
			b := ruletest.New(t, New, ruletest.Given{Keys: "strictness: " + level})
			want := from != "" && (seen || level == from)
			seen = seen || want
			if got := len(b.Find(text)) > 0; got != want {
				t.Errorf("%q at %s: found %v, want %v", text, level, got, want)
			}
		}
	}
}

func TestMentionsAreHeldToTheSame(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{})
	if m := b.FindIn(&post.Post{Text: "@banga jūs debilai", Channel: post.Mention}); len(m) != 1 {
		t.Errorf("found %v, want one offence", m)
	}
}

func TestWrongKeysAreNamed(t *testing.T) {
	for keys, word := range map[string]string{"find: [sarcasm]": `"sarcasm"`, "strictness: harsh": `"harsh"`} {
		ruletest.Refuses(t, New, ruletest.Given{Keys: keys}, word)
	}
}

func TestEveryFindingSpeaksBothLanguages(t *testing.T) {
	for _, of := range order {
		said := wording[of]
		for _, text := range []rule.Text{said.message, said.suggestion} {
			if text.EN == "" || text.LT == "" {
				t.Errorf("%s lacks a sentence: %+v", of, text)
			}
		}
		if !strings.Contains(said.message.EN, "{text}") || !strings.Contains(said.message.LT, "{text}") {
			t.Errorf("%s does not name the words", of)
		}
	}
}

func TestNothingFoundAllocatesNothing(t *testing.T) {
	const s = "this damn printer is killing me and Banga fights fraud every day"
	allocations := func(maker rule.Maker) float64 {
		b := ruletest.New(t, maker, ruletest.Given{Terms: terms})
		return testing.AllocsPerRun(200, func() { b.Find(s) })
	}
	benchAlone := allocations(func(s *rule.Setup) (rule.Rule, error) { s.OnAll(); return idle{}, nil })
	if got := allocations(New); got > benchAlone {
		t.Errorf("%v allocations, of which the bench makes %v", got, benchAlone)
	}
}

type idle struct{}

func (idle) Check(*rule.Input, *rule.Report) {}

func BenchmarkClean(b *testing.B) {
	x := ruletest.New(b, New, ruletest.Given{Terms: terms})
	for b.Loop() {
		x.Find("Great day at the beach with my friends and the best coffee in town, thank you all")
	}
}
