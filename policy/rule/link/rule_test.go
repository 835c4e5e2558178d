package link_test

import (
	"strings"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/link"
	"rostrum/policy/rule/ruletest"
	"rostrum/text"
)

var given = ruletest.Given{
	Category: rule.SecurityPhish,
	Terms: map[string][]string{
		"own_domains": {"banga.lt", "bangosbankas.lt"}, "brands": {"Banga", "Bangos bankas"},
		"partners": {"paypal-events.com", "*.netflix.surge.sh"}, "bad": {"evil.example", "blogas.lt"},
	},
}

func withKeys(keys string) ruletest.Given {
	g := given
	g.Keys = keys
	return g
}

func TestFinds(t *testing.T) {
	b := ruletest.New(t, link.New, withKeys("denied: bad"))
	for post, place := range map[string]string{
		// other endings
		"Naujas adresas: banga.xyz!":                 "banga.xyz",
		"Log in at https://swedbank.xyz/":            "https://swedbank.xyz/",
		"Nauja svetainė https://bangosbankas.com/lt": "https://bangosbankas.com/lt",
		// letters that look alike
		"Prisijunkite: https://bаnga.lt/saskaita":    "https://bаnga.lt/saskaita",
		"https://ѕwеdbаnk.lt":                        "https://ѕwеdbаnk.lt",
		"see https://paypa1.com now":                 "https://paypa1.com",
		"https://www.g00gle.com":                     "https://www.g00gle.com",
		"https://rnicrosoft.com/account":             "https://rnicrosoft.com/account",
		"https://vvise-pay.com https://l1nkedin.com": "https://vvise-pay.com",
		"https://ban9a.lt":                           "https://ban9a.lt",
		"https://xn--pypal-4ve.com/":                 "https://xn--pypal-4ve.com/",
		"https://swędbank.lt/":                       "https://swędbank.lt/",
		// misspelt
		"Apmokėkite čia: https://bnaga.lt": "https://bnaga.lt",
		"https://bangga.lt":                "https://bangga.lt",
		"https://swedbnk.lt/prisijungti":   "https://swedbnk.lt/prisijungti",
		"https://facebok.com/page":         "https://facebok.com/page",
		"https://bangosbanks.lt":           "https://bangosbanks.lt",
		"https://www.registrucetras.lt":    "https://www.registrucetras.lt",
		// hyphens
		"https://pay-pal.com":       "https://pay-pal.com",
		"https://swed-bank.lt":      "https://swed-bank.lt",
		"https://bangos-bankas.lt/": "https://bangos-bankas.lt/",
		// before somebody else's domain
		"https://swedbank.lt.secure-login.xyz/a":   "https://swedbank.lt.secure-login.xyz/a",
		"https://banga.lt.patikra.info":            "https://banga.lt.patikra.info",
		"http://secure.paypal.com-verify.net/x":    "http://secure.paypal.com-verify.net/x",
		"https://amazon.de.p122421.com":            "https://amazon.de.p122421.com",
		"https://login.swedbank.account-check.com": "https://login.swedbank.account-check.com",
		"https://netflix.weebly.com":               "https://netflix.weebly.com",
		"https://banga.lt.com":                     "https://banga.lt.com",
		"https://smartid.lt-patvirtinimas.com":     "https://smartid.lt-patvirtinimas.com",
		"https://lp-express.siunta-lt.top/pay":     "https://lp-express.siunta-lt.top/pay",
		"https://seb-lt.prisijungimas.info":        "https://seb-lt.prisijungimas.info",
		// with broken dots
		"go to http : // amaz0n-refunds . com / claim": "amaz0n-refunds . com",
		"hxxps://www[.]luminor-lt[.]com/login":         "www[.]luminor-lt[.]com",
		"Visit swedbank。lt.verify-id.com now":          "swedbank。lt.verify-id.com",
		"paypa1 dot com has my prize":                  "paypa1 dot com",
		"Laimėjote: swedbank-prizai taškas lt":         "swedbank-prizai taškas lt",
		// with a lure
		"banga-akcija.lt":                          "banga-akcija.lt",
		"https://dpd-lt.top":                       "https://dpd-lt.top",
		"https://micros0ft-teams.app":              "https://micros0ft-teams.app",
		"https://swedbank.evil.com/login":          "https://swedbank.evil.com/login",
		"https://swedbank-login.com":               "https://swedbank-login.com",
		"https://paypal-verify.net":                "https://paypal-verify.net",
		"Patvirtinkite: prisijungimas-swedbank.lt": "prisijungimas-swedbank.lt",
		"https://smart-id-patvirtinimas.com/lt":    "https://smart-id-patvirtinimas.com/lt",
		"https://banga-prisijungimas.lt":           "https://banga-prisijungimas.lt",
		"https://bangalogin.com":                   "https://bangalogin.com",
		"https://bangalt.com":                      "https://bangalt.com",
		"https://wwwbanga.lt":                      "https://wwwbanga.lt",
		"https://apple-support.com":                "https://apple-support.com",
		"https://omniva-siunta.lt/1":               "https://omniva-siunta.lt/1",
		"https://dpd-apmokejimas.com":              "https://dpd-apmokejimas.com",
		"https://vmi-permoka.lt":                   "https://vmi-permoka.lt",
		"https://paypa1-login.com":                 "https://paypa1-login.com",
		// e-mail
		"Rašykite pagalba@swedbank-login.com.": "pagalba@swedbank-login.com",
		"Rašykite info@bаnga.lt":               "info@bаnga.lt",
		// what hides the host
		"https://user:secret@shop.example.com/": "https://user:secret@shop.example.com/",
		"https://swedbank.lt@evil.ru/login":     "https://swedbank.lt@evil.ru/login",
		"http://203.0.113.7/login":              "http://203.0.113.7/login",
		"http://3405803783/":                    "http://3405803783/",
		"http://0xCB007107/":                    "http://0xCB007107/",
		"http://0313.0.0161.07/a":               "http://0313.0.0161.07/a",
		"http://[2001:db8::1]/":                 "http://[2001:db8::1]/",
		"https://xn--80ak6aa92e.com":            "https://xn--80ak6aa92e.com",
		"https://уandеx-news.com":               "https://уandеx-news.com",
		// denied
		"Skaitykite www.blogas.lt/straipsnis": "www.blogas.lt/straipsnis",
		"https://a.evil.example/":             "https://a.evil.example/",
		// signs together
		"https://example.com/wp-includes/x/paypal/login.php": "https://example.com/wp-includes/x/paypal/login.php",
		"https://files.example.com/saskaita.pdf.exe":         "https://files.example.com/saskaita.pdf.exe",
		"https://signin-verify.web.app/account/login":        "https://signin-verify.web.app/account/login",
		"Paste javascript:alert(document.cookie) there":      "javascript:alert(document.cookie)",
		"https://exa%zzmple.com/":                            "https://exa%zzmple.com/",
	} {
		matches := b.Find(post)
		if len(matches) == 0 {
			t.Errorf("%q: nothing found", post)
			continue
		}
		m := matches[0]
		if got := post[m.Start:m.End]; got != place {
			t.Errorf("%q: found %q, want %q", post, got, place)
		}
		if m.Message.EN == "" || m.Message.LT == "" || m.Suggestion.EN == "" || m.Suggestion.LT == "" {
			t.Errorf("%q: a message is missing", post)
		}
	}
}

func TestPasses(t *testing.T) {
	b := ruletest.New(t, link.New, withKeys("{denied: bad, allowed: partners}"))
	for _, post := range []string{
		"https://banga.lt", "https://www.banga.lt/akcijos?x=1#y", "HTTPS://BANGA.LT./", "https://parduotuve.banga.lt:443/",
		"Rašome apie banga . lt, swedbank [.] lt, paypal dot com ir example[.]com", "Pirkau arbatos . Lt mėnuo prasidėjo",
		"https://seb-lt.teamtailor.com/jobs", "https://e-book.example.com",
		"info@banga.lt", "https://bangosbankas.lt/prisijungti",
		// ordinary words near the company's name
		"bangacafe.lt", "https://bangos.lt", "https://bangų.lt", "https://manga.lt", "https://bango.com", "https://banginis.lt",
		"https://banga-kavine.lt", "https://jurosbanga.lt", "https://naujabanga.com/renginiai", "https://ranga.lt", "https://bangai.lt",
		// well-known sites
		"https://www.paypal.com/signin", "https://www.swedbank.lt/private/login", "https://paypal.me/rasa",
		"https://accounts.google.com/signin", "https://google.lt", "https://www.amazon.co.uk/dp/B01", "https://youtu.be/abc",
		"https://login.microsoftonline.com/common/oauth2/authorize", "https://www.facebook.com/login", "https://post.lt/siuntu-sekimas",
		"https://e.seb.lt/web/ipank", "https://www.registrucentras.lt/p/1", "https://autoplius.lt/prisijungti",
		// ordinary ones
		"https://www.15min.lt/naujiena/swedbank-pelnas-augo-1234", "https://www.delfi.lt/verslas/a.d?id=1", "https://lrt.lt",
		"https://github.com/golang/go", "https://finance.yahoo.com/quote/AAPL", "https://www.apply.com", "https://steamed.com",
		"https://cooking.com", "https://www.stream.lt", "https://orangetheory.com", "https://pineapple.com", "https://chasewater.org",
		"https://appletree.lt", "https://www.metadata.com", "https://start-ups.com", "https://wise-words.org", "https://lietuva.lt",
		"https://jonas.github.io/blog", "https://mano-projektas.netlify.app", "https://docs.google.com/forms/d/e/abc/viewform",
		"https://www.lrytas.lt/?s=paypal", "https://techcrunch.com/tag/netflix/", "https://šiauliai.lt", "https://žmonės.lt/interviu",
		"https://пример.рф/страница", "https://shop.example.com/login", "https://eshop.lt/account/login", "https://telia.teamtailor.com",
		"mailto rasa@gmail.com arba rasa.k@inbox.lt", "https://bit.ly/3abc", "https://localhost.run", "https://paypal-events.com/2026",
		"https://amazon.de/login", "https://login.salesforce.com/login", "https://secure.gravatar.com/login", "https://startup.xyz/login",
		"https://my-portfolio.netlify.app/login", "https://festivalis.live/", "https://identity.lt/login", "https://kreditunija.lt/",
		"https://web.archive.org/web/2020/https://swedbank.lt/", "https://ebankas.lt/login", "https://outlookindia.com", "https://zoominfo.com",
		"https://ikigai.lt", "https://upside.lt", "https://bitininkai.lt", "https://maximagrupe.eu", "https://esoterika.lt", "https://perlai.lt",
		"https://timesofindia.indiatimes.com/", "https://us02web.zoom.us/j/123456789", "https://open.spotify.com/track/1", "https://t.me/kanalas",
		"https://e-tar.lt/portal/lt/legalAct/abc", "https://mano.vmi.lt/login", "https://eur-lex.europa.eu/eli/dir/2016/943/oj", "https://id.me",
		"https://allegro.pl", "https://www.metalinjection.net", "https://applebees.com", "https://orange.pl", "https://securitybrief.eu",
		"https://ing.lt", "https://booking.lt", "https://www.banking.lt", "https://tracking.lt", "https://2gis.ru/", "https://1551.gov.ua",
		"Žr. https://labai-ilgas-adre…", "JavaScript: The Good Parts (2008)", "I like javascript:python ratio",
	} {
		if matches := b.Find(post); len(matches) > 0 {
			t.Errorf("%q: %s %v", post, matches[0].Message.EN, matches[0].Values)
		}
	}
}

func TestFindsOnlyWhatIsNamed(t *testing.T) {
	post := "https://bit.ly/3abc https://paypa1.com https://banga.lt https://delfi.lt"
	for keys, want := range map[string]int{
		"find: [shortener]": 1, "find: [lookalike]": 1, "find: [not_own]": 3, "find: [ip_host]": 0, "": 1,
		"find: [shortener, lookalike, not_own]": 3,
	} {
		if got := len(ruletest.New(t, link.New, withKeys(keys)).Find(post)); got != want {
			t.Errorf("%s: %d found, want %d", keys, got, want)
		}
	}
}

func TestMessageNamesWhoIsImitated(t *testing.T) {
	b := ruletest.New(t, link.New, given)
	m := b.Find("https://swedbank.lt@evil.ru/login")[0]
	if got := strings.Join(m.Values, " "); !strings.Contains(got, "evil.ru") {
		t.Errorf("the real host is not named: %s", got)
	}
	m = b.Find("https://bnaga.lt/")[0]
	if got := strings.Join(m.Values, " "); !strings.Contains(got, "real banga.lt") {
		t.Errorf("the imitated host is not named: %s", got)
	}
}

func TestRefuses(t *testing.T) {
	for keys, want := range map[string]string{
		"find: [lookalikes]":      `"lookalikes"`,
		"denied: nowhere":         "nowhere",
		"own: broken":             "is no domain",
		"find: [shortener]\nx: 1": "x",
	} {
		g := withKeys(keys)
		g.Terms = map[string][]string{"own_domains": {}, "brands": {}, "broken": {"ban ga..lt"}}
		ruletest.Refuses(t, link.New, g, want)
	}
}

func TestOrdinaryLinksCostNoMemory(t *testing.T) {
	b := ruletest.New(t, link.New, given)
	p := text.NewReader()
	d := p.Read("Kviečiame: https://www.15min.lt/naujiena/verslas/pelnas-1234, Https://Blog.Our-Town.co.uk/a, https://žuvys.lt ir info@banga.lt, la . my", "")
	in, out := rule.Input{Doc: d}, rule.Report{}
	if got := testing.AllocsPerRun(100, func() { b.Rule.Check(&in, &out) }); got != 0 || len(out.Matches) > 0 {
		t.Errorf("%v allocations, %d matches", got, len(out.Matches))
	}
}

func BenchmarkOrdinaryLink(b *testing.B) {
	bench := ruletest.New(b, link.New, given)
	d := text.NewReader().Read("Kviečiame: https://www.15min.lt/naujiena/verslas/pelnas-1234", "")
	in, out := rule.Input{Doc: d}, rule.Report{}
	b.ReportAllocs()
	for b.Loop() {
		bench.Rule.Check(&in, &out)
	}
}

func FuzzCheck(f *testing.F) {
	for _, seed := range []string{"banga[.]lt", "a . . b dot com", "swedbank。lt.x", "http://[.]", "ąž\xff banga (dot) (dot) com", "javascript:a("} {
		f.Add(seed)
	}
	b := ruletest.New(f, link.New, withKeys("{denied: bad, allowed: partners}"))
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range b.Find(s) {
			if m.Start < 0 || m.Start >= m.End || m.End > len(s) {
				t.Errorf("%q: the place %d-%d is not in it", s, m.Start, m.End)
			}
		}
	})
}
