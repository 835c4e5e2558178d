package link

import (
	"errors"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for raw, want := range map[string]address{
		"banga.lt":                            {host: "banga.lt"},
		"HTTPS://WWW.Banga.LT./a?b#c":         {scheme: "HTTPS", host: "www.banga.lt", rest: "/a?b#c"},
		"https:\\\\evil.example\\x":           {scheme: "https", host: "evil.example", rest: "\\x"},
		"https://user:pass@shop.lt:8443/":     {scheme: "https", user: "user:pass", password: true, host: "shop.lt", port: "8443", rest: "/"},
		"https://a@b@evil.example":            {scheme: "https", user: "a@b", host: "evil.example"},
		"https://evil.example?x=@swedbank.lt": {scheme: "https", host: "evil.example", rest: "?x=@swedbank.lt"},
		"https://%62anga.lt/":                 {scheme: "https", host: "banga.lt", rest: "/"},
		"https://banga。lt":                    {scheme: "https", host: "banga.lt"},
		"https://Šiauliai.lt/":                {scheme: "https", host: "šiauliai.lt", rest: "/"},
		"https://xn--iauliai-pqb.lt":          {scheme: "https", host: "šiauliai.lt", punycode: true},
	} {
		got, err := parse(raw)
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v; want %+v", raw, got, err, want)
		}
	}
}

func TestParseNumericHosts(t *testing.T) {
	for raw, ip := range map[string]string{
		"http://203.0.113.7": "203.0.113.7", "http://3405803783": "203.0.113.7", "http://0xcb007107/": "203.0.113.7",
		"http://0313.0.0161.07": "203.0.113.7", "http://203.7": "203.0.0.7", "http://[::1]:80/": "::1", "http://127.1./": "127.0.0.1",
	} {
		if a, err := parse(raw); err != nil || a.ip.String() != ip {
			t.Errorf("%q: %v %v, want %s", raw, a.ip, err, ip)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for raw, want := range map[string]error{
		"https://":               errNoHost,
		"https:///":              errNoHost,
		"https://a..lt":          errHost,
		"https://a b.lt":         errHost,
		"https://%zz.lt":         errHost,
		"https://a%00.lt":        errHost,
		"https://\xff.lt":        errHost,
		"https://300.1.1.1":      errHost,
		"https://1.2.3.4.5":      errHost,
		"https://[::1":           errHost,
		"https://[x]/":           errHost,
		"https://banga.lt:99999": errPort,
		"https://banga.lt:8o":    errPort,
		"https://xn--\u00e4.lt":  errPunycode,
		"https://" + strings.Repeat("a", 64) + ".lt":  errHost,
		"https://" + strings.Repeat("a.", 130) + "lt": errHost,
	} {
		if a, err := parse(raw); !errors.Is(err, want) {
			t.Errorf("%q: %+v, %v; want %v", raw, a, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"https://a:b@c.d:1/e", "http://0x7f.1", "xn--a.lt", "https://[::1]", "a。b", "%41.lt", "https://@", "ą.lt", "paypa1-login.com"} {
		f.Add(seed)
	}
	all, err := collect([]string{"banga.lt"}, []string{"Bangos bankas"})
	if err != nil {
		f.Fatal(err)
	}
	r := &links{find: usual | shortener | notOwn, own: []string{"banga.lt"}, judge: judge{all, readSigns()}}
	r.memory = newMemory(&r.judge)
	f.Fuzz(func(t *testing.T, raw string) {
		a, err := parse(raw)
		if err == nil && (a.host == "" || strings.HasSuffix(a.host, ".") || strings.ContainsAny(a.host, "/@?#")) {
			t.Errorf("%q: host %q", raw, a.host)
		}
		if _, found := r.link(raw, ""); err != nil && !found && !cutShort(raw, "") {
			t.Errorf("%q cannot be read but passes", raw)
		}
		r.mail(raw)
	})
}

func TestListsThatShip(t *testing.T) {
	all, err := collect(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := readSigns()
	if len(all.all) < 120 || len(s.shortener) < 80 {
		t.Errorf("%d names, %d shorteners", len(all.all), len(s.shortener))
	}
	for name, set := range map[string]set{"lure": s.lure, "filler": s.filler, "ask": s.ask, "ordinary": s.ordinary, "hosting": s.hosting, "ending": s.ending} {
		if len(set) < 20 {
			t.Errorf("the list %s has %d members", name, len(set))
		}
	}
	r := &links{find: usual, judge: judge{all, s}}
	r.memory = newMemory(&r.judge)
	for domain := range all.real {
		if m, found := r.link("https://"+domain+"/login", ""); found {
			t.Errorf("%s is held to be false: %v", domain, m.Values)
		}
	}
}
