package handbook

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rostrum/folder"
	"rostrum/policy/rule"
)

// visible is the text of a page's main part.
func visible(t *testing.T, f folder.Files, name string) string {
	t.Helper()
	return strings.ReplaceAll(textOf(elements(document(t, f, name), atom.Main)[0]), "\u00a0", " ")
}

func TestWhatAReaderSees(t *testing.T) {
	f := smallSite(t, Options{}, nil)
	for _, c := range []struct{ page, sees string }{
		{"lt/index.html", "Ąžuolas & sūnūs"},
		{"lt/index.html", "Galioja nuo 2026 m. gruodžio 1 d."},
		{"lt/index.html", "Patvirtino Rasa Kazlauskaitė, direktorė"},
		{"en/index.html", "In force from 1 December 2026"},
		{"en/index.html", "Short. And a second sentence."},
		{"lt/index.html", "1 dalis"},
		{"en/clauses/rights.html", "Applies to company accounts, personal accounts"},
		{"en/clauses/rights.html", "I say so myself. Company account"},
		{"en/clauses/rights.html", "We talk about it."},
		{"lt/clauses/rights.html", "Tai sakau savo vardu. Asmeninėje paskyroje Sąžininga."},
		{"lt/clauses/rights.html", "Šis tekstas dar neišverstas į lietuvių kalbą."},
		{"lt/clauses/rights.html", "Už šį punktą atsako: Teisininkai"},
		{"lt/speakers.html", "Kas gali kalbėti įmonės vardu"},
		{"lt/speakers.html", "Rezultatai Komunikacija Mastodon @azuolas@mastodon.example"},
		{"lt/speakers.html", "iki 2027 m. gruodžio 31 d."},
		{"lt/speakers.html", "Jonas Petraitis"},
		{"en/speakers.html", "Everything else nobody"},
		{"lt/conflict.html", "kodiniai pavadinimai tinkle LinkedIn"},
		{"lt/conflict.html", "per 1 valandą 30 minučių – perima: Pranešimų tvirtinimas"},
		{"en/conflict.html", "after 1 hour 30 minutes: Message approval"},
		{"en/conflict.html", "within 4 hours"},
		{"lt/responses.html", "Vėluoja Tinka, kai žmogus rašo „vėluoja“, „vis dar laukiu“"},
		{"en/responses.html", "Hello name, we are late. Sorry! – Banga"},
		{"lt/runbooks.html", "Nutekėjo Saugumo pažeidimas Ramiai. Praneškite teisininkams. Teisininkai · per 15 minučių"},
		{"en/all.html", "1.10 Your <rights>"},
	} {
		if got := visible(t, f, c.page); !strings.Contains(got, c.sees) {
			t.Errorf("%s does not say %q but:\n%s", c.page, c.sees, got)
		}
	}
}

func TestNothingPrivateIsShown(t *testing.T) {
	for name, content := range smallSite(t, Options{}, nil) {
		if strings.Contains(string(content), "private-jonas") || strings.Contains(string(content), "2026-09-01") {
			t.Errorf("%s shows a person's own account or when they were trained", name)
		}
	}
}

func TestTextCannotBecomeCode(t *testing.T) {
	f := smallSite(t, Options{}, nil)
	for _, name := range []string{"en/clauses/rights.html", "en/all.html"} {
		doc := document(t, f, name)
		for _, n := range elements(doc, 0) {
			if n.DataAtom == atom.Script && attribute(n, "src") == "" || n.DataAtom == atom.Img || strings.HasPrefix(attribute(n, "href"), "javascript") {
				t.Errorf("%s has a <%s> %s from a clause's text", name, n.Data, attribute(n, "href"))
			}
		}
		for _, kept := range []string{`<script>alert("stolen")</script>`, "not this or javascript:alert(2)", "A picture stays out"} {
			if !strings.Contains(visible(t, f, name), kept) {
				t.Errorf("%s lost the words %q", name, kept)
			}
		}
	}
	if index := string(f["en/search-index.js"]); strings.Contains(index, "<") {
		t.Error("the search index has a <")
	}
}

func TestHeadingsOfAText(t *testing.T) {
	f := smallSite(t, Options{}, nil)
	var got []string
	for _, n := range elements(document(t, f, "en/clauses/rights.html"), 0) {
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data != "hr" {
			got = append(got, n.Data+" "+attribute(n, "id")+": "+textOf(n))
		}
	}
	want := []string{"h1 title: 1.10 Your <rights>", "h2 what-to-do: What to do", "h3 deep: Deep", "h2 what-to-do-2: What to do",
		"h2 examples: Examples", "h3 fine: Fine", "h2 consequence: What happens otherwise", "h2 sources: What this rests on"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestLinksOfAText(t *testing.T) {
	f := smallSite(t, Options{}, nil)
	for _, c := range []struct{ page, words, leads string }{
		{"en/clauses/speakers.html", "clause 1.10", "rights.html"},
		{"lt/clauses/speakers.html", "1.10 punkte", "rights.html"},
		{"lt/all.html", "1.10 punkte", "#clause-rights"},
		{"en/clauses/rights.html", "the first clause", "speakers.html"},
		{"en/all.html", "the first clause", "#clause-speakers"},
		{"en/clauses/rights.html", "a law", "https://law.example/"},
		{"en/clauses/speakers.html", "clause 9.9", ""},
	} {
		got := ""
		for _, a := range elements(document(t, f, c.page), atom.A) {
			if textOf(a) == c.words {
				got = attribute(a, "href")
			}
		}
		if got != c.leads {
			t.Errorf("%s: %q leads to %q, not %q", c.page, c.words, got, c.leads)
		}
	}
}

func TestUntranslatedTextSaysItsLanguage(t *testing.T) {
	doc := document(t, smallSite(t, Options{}, nil), "lt/clauses/rights.html")
	langs := map[string]string{}
	for _, n := range elements(doc, 0) {
		if lang := attribute(n, "lang"); lang != "" && n.DataAtom != atom.A {
			langs[n.Data] = lang
		}
	}
	if langs["h1"] != "en" || langs["div"] != "en" {
		t.Errorf("English text on a Lithuanian page is not marked as English: %v", langs)
	}
}

func TestContentsAreInOrder(t *testing.T) {
	doc := document(t, smallSite(t, Options{}, nil), "en/index.html")
	var got []string
	for _, n := range elements(doc, atom.Span) {
		if attribute(n, "class") == "number" {
			got = append(got, textOf(n))
		}
	}
	if want := []string{"1.1", "1.10"}; !slices.Equal(got, want) {
		t.Errorf("the contents are %v", got)
	}
}

func TestPDFIsLinkedOnlyWhereThereIsOne(t *testing.T) {
	for _, with := range []bool{true, false} {
		f := smallSite(t, Options{PDF: with}, nil)
		linked := slices.ContainsFunc(elements(document(t, f, "lt/index.html"), atom.A), func(a *html.Node) bool { return attribute(a, "href") == PDF })
		var made Made
		if err := json.Unmarshal(f[Marker], &made); err != nil {
			t.Fatal(err)
		}
		if linked != with || slices.Contains(made.Files, "lt/"+PDF) != with {
			t.Errorf("with a PDF %v: linked %v, files %v", with, linked, made.Files)
		}
	}
}

func TestOneLanguageNeedsNoChoice(t *testing.T) {
	f := smallSite(t, Options{}, map[string]string{"policy.yaml": `company: Acme
languages: [en]
version: "1"
effective: 2026-12-01
review: 2027-12-01
approver: {name: Ann}
`})
	if !strings.Contains(string(f["index.html"]), `content="0; url=en/index.html"`) {
		t.Error("the first page does not go on to the only language by itself")
	}
	for _, name := range pages(f) {
		if strings.Contains(string(f[name]), "/lt/") || strings.HasPrefix(name, "lt/") {
			t.Errorf("%s leads to a language that the policy does not have", name)
		}
	}
}

func TestSearchIndexHasEverything(t *testing.T) {
	index := string(smallSite(t, Options{}, nil)["lt/search-index.js"])
	for _, want := range []string{`"u":"clauses/speakers.html","n":"1.1","t":"Kas kalba"`, "responses.html#response-late", "runbooks.html#runbook-leak",
		"Praneškite teisininkams", "2019/1937", "Jonas Petraitis"} {
		if !strings.Contains(index, want) {
			t.Errorf("the search index lacks %s", want)
		}
	}
}

func TestEveryCategoryHasAName(t *testing.T) {
	for _, c := range rule.Categories() {
		if text := categoryNames[string(c)]; text.EN == "" || text.LT == "" {
			t.Errorf("the category %s has no name that people read, in both languages", c)
		}
	}
}
