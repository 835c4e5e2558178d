package simulator

import (
	"fmt"
	"net/http"
	"time"

	textlanguage "golang.org/x/text/language"
)

// language is the one in which a page speaks: "en" or "lt".
type language string

var spoken = textlanguage.NewMatcher([]textlanguage.Tag{textlanguage.English, textlanguage.Lithuanian})

// languageOf takes ?lang=, or the one in which Rostrum speaks to the same browser, or what the browser asks for.
func languageOf(r *http.Request) language {
	_, which := textlanguage.MatchStrings(spoken, r.URL.Query().Get("lang"), cookie(r, "language"), r.Header.Get("Accept-Language"))
	return []language{"en", "lt"}[which]
}

func cookie(r *http.Request, name string) string {
	c, err := r.Cookie(name)
	if err != nil {
		return "" // there is none
	}
	return c.Value
}

func (l language) other() language {
	if l == "en" {
		return "lt"
	}
	return "en"
}

// Code is the language for the html element.
func (l language) Code() string { return string(l) }

// T says something.
func (l language) T(key string, with ...any) (string, error) {
	both, there := words[key]
	if !there {
		return "", fmt.Errorf("no words for %q", key)
	}
	text := both.en
	if l == "lt" {
		text = both.lt
	}
	return fmt.Sprintf(text, with...), nil
}

// Moment writes a time.
func (l language) Moment(t time.Time) string {
	if l == "lt" {
		return t.UTC().Format("2006-01-02 15:04 UTC")
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}

var words = map[string]struct{ en, lt string }{
	"name":       {"Simulator", "Simuliatorius"},
	"notice":     {"This is a simulator, not a real social network. Nothing that is posted here reaches anybody.", "Tai simuliatorius, o ne tikras socialinis tinklas. Čia paskelbti įrašai niekur kitur nepatenka."},
	"other":      {"Lietuviškai", "English"},
	"skip":       {"Skip to the content", "Pereiti prie turinio"},
	"accounts":   {"Accounts", "Paskyros"},
	"lead":       {"These accounts exist only here. Open one to see what it has posted.", "Šios paskyros yra tik čia. Atverkite kurią nors ir pamatysite, ką ji paskelbė."},
	"posts":      {"Posts", "Įrašai"},
	"no_posts":   {"Nothing has been posted yet.", "Kol kas nieko nepaskelbta."},
	"older":      {"Older posts", "Senesni įrašai"},
	"all":        {"All posts of this account", "Visi šios paskyros įrašai"},
	"reply":      {"Continues an earlier post", "Ankstesnio įrašo tęsinys"},
	"edited":     {"edited %s", "pakeista %s"},
	"alt":        {"Alt text", "Alternatyvusis tekstas"},
	"no_alt":     {"No alt text", "Alternatyviojo teksto nėra"},
	"thread":     {"Post", "Įrašas"},
	"connect":    {"Connect an account", "Paskyros prijungimas"},
	"wants":      {"%s wants to see what an account of this simulator has posted, and to post for it.", "%s prašo leidimo matyti, ką paskelbė šio simuliatoriaus paskyra, ir skelbti jos vardu."},
	"which":      {"Which account?", "Kurią paskyrą prijungti?"},
	"do_connect": {"Connect", "Prijungti"},
	"cancel":     {"Cancel", "Atsisakyti"},
	"missing":    {"There is nothing here", "Čia nieko nėra"},
	"missing_is": {"The post was deleted, or the address is wrong.", "Įrašas ištrintas arba adresas neteisingas."},
	"unknown":    {"This connection cannot go on", "Prijungti nepavyko"},
	"unknown_is": {"The application that sent you here is not known. Go back and begin again.", "Programa, kuri jus čia nukreipė, nepažįstama. Grįžkite ir pradėkite iš naujo."},
	"home":       {"To all accounts", "Į visas paskyras"},
}
