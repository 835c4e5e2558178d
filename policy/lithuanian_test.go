package policy

import (
	"strings"
	"testing"
)

// What a Lithuanian reader sees, whole: one sentence of each shape.
func TestFaultsInLithuanian(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{"policy.yaml", "company:", "compny: x\ncompany:", `policy.yaml:1:1: raktas „compny“ nežinomas. Gal turėjote omenyje „company“?`},
		{"policy.yaml", "company: Banga\n", "", `policy.yaml:1:1: trūksta „company“. Pridėkite „company: …“.`},
		{"policy.yaml", "company: Banga", "company: [Banga]",
			`policy.yaml:1:10: „company“ turi būti viena reikšmė, o čia sąrašas. Įrašykite vieną reikšmę.`},
		{"policy.yaml", "[retail]", "[shops]",
			`policy.yaml:3:11: sąrašo „sectors“ elementas negali būti „shops“. Galimos reikšmės: finance, government, health, retail.`},
		{clauseFile, "within: 8", "within: -1",
			clauseFile + `:15:81: „within“ yra „-1“, o turi būti nulis arba daugiau. Čia tinka nulis arba daugiau.`},
		{clauseFile, "owner: legal", "owner: legl", clauseFile + `:2:8: nėra komandos „legl“. Gal turėjote omenyje „legal“?`},
		{clauseFile, "during: [results]", "during: [summer]", clauseFile + `:14:51: nėra tylos laikotarpio „summer“. Yra: results.`},
		{"speakers.yaml", "id: legal", "id: communications",
			`speakers.yaml:4:9: komandos id „communications“ jau užimtas: speakers.yaml:2:9. Vienam iš jų duokite kitą id.`},
		{"policy.yaml", "company: Banga", "company: @Banga",
			`policy.yaml:1:10: tekstas negali prasidėti šiuo ženklu. Tekstą rašykite kabutėse.`},
		{"policy.yaml", "company:", "\"\\e[31m\": x\ncompany:", `policy.yaml:1:1: raktas „\x1b[31m“ nežinomas.`},
	} {
		got := problemsOf(t, with(t, c.file, c.old, c.new)).In(Lithuanian)
		if !strings.Contains(got, c.want) {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestIssuesInLithuanian(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{clauseFile, "two_factor, ", "",
			"policy.yaml:1:1: klaida: nė vienas punktas neaptaria klausimo „dviejų veiksnių tapatybės patvirtinimas " +
				"įmonės ir asmeninėse paskyrose“. Parašykite tokį punktą, o į jo covers įrašykite „two_factor“."},
		{"conflict.yaml", "engagement: {team: communications, deputy: legal}", "engagement: {team: communications}",
			"conflict.yaml:6:15: įspėjimas: atsakingojo už bendravimą su sekėjais niekas nepavaduoja. "},
		{"clauses/spirit/en.md", "Think first.", "Never discuss your wages online.",
			"clauses/spirit/en.md:3:1: įspėjimas: Žmonės turi teisę tarpusavyje ir viešai kalbėti apie savo atlyginimą ir darbo sąlygas " +
				"(JAV "},
		{"speakers.yaml", "[results, other]", "[other]",
			"speakers.yaml:18:5: įspėjimas: paskyroje banga-mastodon niekas negali skelbti (temos: results). "},
	} {
		files := sound()
		files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
		if issues := lint(t, files); len(issues) == 0 || !strings.HasPrefix(issues[0].In(Lithuanian), c.want) {
			t.Errorf("got\n%v\nwant\n%s", issues, c.want)
		}
	}
}

func TestChangesInLithuanian(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{"policy.yaml", "version: 1.0", "version: 1.1", "Pakeista: politika – version (1.0 → 1.1)."},
		{clauseFile, "2.10", "3", "Pernumeruota: punktas codenames (2.10 → 3)."},
		{"clauses/spirit/en.md", "first", "twice", "Pakeista: punkto 2.9 (spirit) tekstas anglų kalba."},
		{wrongItem + "lt.md", "atsiprašome", "labai atsiprašome", "Pakeista: atsakymo wrong-item tekstas lietuvių kalba."},
		{clauseFile, "under an old oak", "under an oak", "Pakeista: punkto 2.10 (codenames) pavyzdžiai (naujų: 1, pašalintų: 1)."},
		{"terms/products.yaml", "- no\n", "- a\n- b\n", "Pakeista: žodžių sąrašas products (naujų: 2, pašalintų: 1)."},
		{"clauses/spirit/clause.yaml", "consequence:", "rules: [{id: a, kind: x, category: form, verdict: advise}]\nconsequence:",
			"Nauja: taisyklė spirit/a."},
	} {
		changes := Diff(load(t, small()), load(t, with(t, c.file, c.old, c.new)))
		if len(changes) != 1 || changes[0].In(Lithuanian) != c.want {
			t.Errorf("got %v, want %s", changes, c.want)
		}
	}
}
