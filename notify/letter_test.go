package notify_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"rostrum/notify"
)

const link = "https://policy.example.com/x?token=a&b=1"

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// letters is one of each kind.
func letters() []notify.Letter {
	clauses := []notify.Clause{{Number: "1.2", Title: "Codenames"}, {Number: "3.1", Title: "Customers"}}
	return []notify.Letter{
		notify.Invitation{By: "Ona Petraitė", Link: link, Until: noon},
		notify.SignReminder{Clauses: clauses, Due: noon, Link: link},
		notify.SignReminder{Clauses: clauses[:1], Due: noon, Overdue: true, Link: link},
		notify.NewVersion{Version: "2.1", Applies: noon, Changed: clauses, Link: link},
		notify.NewVersion{Version: "2.1", Applies: noon, Link: link},
		notify.ApprovalAsked{By: "Ona Petraitė", What: "2.1", Due: noon, Link: link},
		notify.NewDevice{Device: "Firefox, Linux", Place: "192.0.2.1", At: noon, Link: link},
		notify.Recovery{Link: link, Until: noon},
		notify.CourseExpires{Course: "Etiquette", Expires: noon, Link: link},
		notify.AccountLost{Account: "@banga@social.example", Network: "Mastodon", Said: "invalid token", Link: link},
		notify.PostAsked{By: "Ona Petraitė", Start: "Labas rytas", Due: noon, Link: link},
		notify.PostAsked{By: "Ona Petraitė", Start: "Labas rytas", Again: true, Link: link},
		notify.GuestAsked{By: "Ona Petraitė", Start: "Labas rytas", Due: noon, Until: noon, Link: link},
		notify.GuestCode{Code: "123456", Link: link},
		notify.PostDecided{Outcome: notify.PostApproved, Start: "Labas rytas", Due: noon, Link: link},
		notify.PostDecided{Outcome: notify.PostRejected, By: "Ona Petraitė", Reason: "Per anksti.", Start: "Labas rytas", Link: link},
		notify.PostDecided{Outcome: notify.PostSentBack, By: "Ona Petraitė", Reason: "Trumpiau.", Start: "Labas rytas", Link: link},
		notify.PostLate{By: "Ona Petraitė", Start: "Labas rytas", Waiting: []string{"Jonas Jonaitis", "Rasa Rasaitė"}, Due: noon, Link: link},
		notify.PostLate{By: "Ona Petraitė", Start: "Labas rytas", Link: link},
		notify.PostCommented{Start: "Labas rytas", Comments: []notify.Comment{{By: "Ona Petraitė", Quote: "rytas", Text: "Vakaras?\nTikrai?"}}, Link: link},
		notify.PostCommented{Start: "Labas rytas", Comments: []notify.Comment{{By: "Ona Petraitė", Text: "Puiku."}, {By: "Jonas Jonaitis", Text: "Sutinku."}}, Link: link},
		notify.AccountEnds{Account: "@banga@social.example", Network: "Mastodon", Ends: noon, Link: link},
		notify.WayChanged{What: "Passkey", Device: "Firefox, Linux", Place: "192.0.2.1", At: noon, Link: link},
		notify.Checkpoint{Size: 1200, Root: "Zm9vYmFy", At: noon, Note: "rostrum ledger\n1200\n", Link: link},
	}
}

func writer(t *testing.T, company string) *notify.Letters {
	t.Helper()
	l, err := notify.NewLetters(company)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestALetterAsItIsRead(t *testing.T) {
	reminder := notify.SignReminder{Due: noon, Link: link}
	for i := range 13 {
		reminder.Clauses = append(reminder.Clauses, notify.Clause{Number: fmt.Sprint(i + 1), Title: "Žmonės & kt."})
	}
	got, err := writer(t, "UAB „Šiaurys“").Write(notify.Reader{Name: "Jonas", Address: "jonas@example.com", Lang: "lt"}, reminder)
	if err != nil {
		t.Fatal(err)
	}
	want := `Sveiki,

Perskaitykite ir pasirašykite iki 2026 m. lapkričio 23 d. Dar nepasirašyta:

- 1 Žmonės & kt.
- 2 Žmonės & kt.
- 3 Žmonės & kt.
- 4 Žmonės & kt.
- 5 Žmonės & kt.
- 6 Žmonės & kt.
- 7 Žmonės & kt.
- 8 Žmonės & kt.
- 9 Žmonės & kt.
- 10 Žmonės & kt.
- 11 Žmonės & kt.
- 12 Žmonės & kt.

Ir dar 1 punktas.

Skaityti ir pasirašyti:
https://policy.example.com/x?token=a&b=1

Jei kuris nors punktas neaiškus, pasiklauskite prieš pasirašydami: kas už jį atsako, parašyta punkto puslapyje.

-- 
Laišką atsiuntė „Rostrum“ – čia savo socialinių tinklų politiką tvarko UAB „Šiaurys“. Gavėjas: Jonas (jonas@example.com).
`
	if text := strings.ReplaceAll(got.Text, "\u00a0", " "); text != want {
		t.Errorf("got\n%s", text)
	}
	if got.Subject != "Jums liko pasirašyti 13 socialinių tinklų politikos punktų" || fmt.Sprint(got.To) != "[jonas@example.com]" {
		t.Errorf("%q to %q", got.Subject, got.To)
	}
}

func TestEveryLetterExistsInBothLanguages(t *testing.T) {
	l := writer(t, "Acme")
	for _, letter := range letters() {
		told := map[string]notify.Message{}
		for _, lang := range []string{"en", "lt"} {
			m, err := l.Write(notify.Reader{Name: "Jonas", Address: "jonas@example.com", Lang: lang}, letter)
			if err != nil {
				t.Fatal(err)
			}
			told[lang] = m
			if strings.Contains(m.Text, "\n\n\n") {
				t.Errorf("%T in %s has a gap:\n%s", letter, lang, m.Text)
			}
			for _, part := range []string{m.Text, seen(t, m.HTML)} {
				if !strings.Contains(part, link) || !strings.Contains(part, "Jonas (jonas@example.com)") || strings.Contains(part, "<no value>") {
					t.Errorf("%T in %s:\n%s", letter, lang, part)
				}
			}
		}
		if told["en"].Subject == told["lt"].Subject || strings.Contains(told["lt"].Text, " the ") || strings.Contains(told["en"].Text, "politik") {
			t.Errorf("%T is not in its language:\n%s\n%s", letter, told["en"].Text, told["lt"].Text)
		}
	}
}

func TestNumbersAgreeWithTheirNouns(t *testing.T) {
	l := writer(t, "Acme")
	for n, want := range map[int][2]string{
		1:   {"1 clause of the social media policy waits", "1 socialinių tinklų politikos punktą"},
		2:   {"2 clauses of the social media policy wait", "2 socialinių tinklų politikos punktus"},
		10:  {"10 clauses", "10 socialinių tinklų politikos punktų"},
		11:  {"11 clauses", "11 socialinių tinklų politikos punktų"},
		21:  {"21 clauses", "21 socialinių tinklų politikos punktą"},
		112: {"112 clauses", "112 socialinių tinklų politikos punktų"},
		122: {"122 clauses", "122 socialinių tinklų politikos punktus"},
	} {
		for i, lang := range []string{"en", "lt"} {
			m, err := l.Write(notify.Reader{Name: "Jonas", Lang: lang}, notify.SignReminder{Clauses: make([]notify.Clause, n), Due: noon, Link: link})
			if err != nil || !strings.Contains(m.Subject+" ", want[i]+" ") {
				t.Errorf("%d in %s: %q %v", n, lang, m.Subject, err)
			}
		}
	}
}

const hostile = "Eve\r\nBcc: all@example.com\n\n- <img src=\"https://evil.example/p.png\">{{.Link}}\u202e\u2066\x00</p><script>x</script>"

func TestHostileNamesStayText(t *testing.T) {
	l := writer(t, hostile)
	for _, letter := range letters() {
		bad := reflect.New(reflect.TypeOf(letter)).Elem()
		bad.Set(reflect.ValueOf(letter))
		fill(bad)
		for _, lang := range []string{"en", "lt"} {
			m, err := l.Write(notify.Reader{Name: hostile, Address: "jonas@example.com", Lang: lang}, bad.Interface().(notify.Letter))
			if err != nil {
				t.Fatal(err)
			}
			if strings.ContainsAny(m.Subject+m.Text+m.HTML, "\r\x00\u202e\u2066") || strings.Contains(m.Subject, "\n") || strings.Contains(m.Text, "\nBcc:") || strings.Contains(m.Text, "\n- <img") {
				t.Errorf("%T in %s: %q\n%s", letter, lang, m.Subject, m.Text)
			}
			_ = seen(t, m.HTML)
		}
	}
}

// fill puts the hostile text into every string of a letter but its link.
func fill(v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case v.Type().Field(i).Name == "Link":
		case f.Kind() == reflect.String:
			f.SetString(hostile)
		case f.Type() == reflect.TypeFor[[]notify.Clause]():
			f.Set(reflect.ValueOf([]notify.Clause{{Number: hostile, Title: hostile}}))
		}
	}
}

func TestALinkThatLeadsNowhereIsRefused(t *testing.T) {
	for _, bad := range []string{"", "/join", "javascript:alert(1)", "ftp://example.com", "https://"} {
		if m, err := writer(t, "Acme").Write(notify.Reader{Name: "Jonas"}, notify.Recovery{Link: bad, Until: noon}); err == nil {
			t.Errorf("%q is in a letter:\n%s", bad, m.Text)
		}
	}
}

// seen is the text of a page; it fails on anything that a letter must not hold.
func seen(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
		}
		switch n.Data {
		case "img", "script", "link", "iframe", "object", "form", "svg":
			if n.Type == html.ElementNode {
				t.Errorf("<%s> in\n%s", n.Data, page)
			}
		case "a":
			if n.Attr[0].Val != link {
				t.Errorf("the button leads to %q", n.Attr[0].Val)
			}
		}
	}
	return text.String()
}
