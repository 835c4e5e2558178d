package secret

import (
	"regexp"
	"strings"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
	"rostrum/text"
)

// random gives letters and digits that look drawn by lot. Keys are put together here when the tests run, so that no
// file has anything that looks like one.
func random(n int, alphabet string) string {
	var b strings.Builder
	for i, state := 0, uint32(7); i < n; i++ {
		state = state*1664525 + 1013904223
		b.WriteByte(alphabet[int(state>>16)%len(alphabet)])
	}
	return b.String()
}

const (
	lowerHex = "0123456789abcdef"
	upper32  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	alnum    = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

func find(t *testing.T, keys string) func(string) string {
	b := ruletest.New(t, New, ruletest.Given{Keys: keys})
	return func(post string) string {
		var got []string
		for _, m := range b.Find(post) {
			got = append(got, post[m.Start:m.End])
			if m.Category != rule.SecretCredential || m.Message.EN == "" || m.Message.LT == "" || m.Suggestion.LT == "" {
				t.Errorf("%q is reported without its category or words", post)
			}
		}
		return strings.Join(got, " | ")
	}
}

func TestFormats(t *testing.T) {
	found := find(t, "find: [format]")
	for name, key := range map[string]string{
		"GitHub":  "gh" + "p_" + random(36, alnum),
		"AWS":     "AK" + "IA" + random(16, upper32),
		"Slack":   "xo" + "xb-" + random(12, "123456789") + "-" + random(12, "123456789") + random(24, alnum),
		"Stripe":  "sk" + "_live_" + random(24, alnum),
		"GitLab":  "gl" + "pat-" + random(20, alnum),
		"Google":  "AI" + "za" + random(35, alnum),
		"npm":     "np" + "m_" + random(36, lowerHex),
		"OpenAI":  "sk" + "-" + random(20, alnum) + "T3Blbk" + "FJ" + random(20, alnum),
		"letters": "AK" + "IA" + random(16, "BCDFGHJKLMNPQRSTVWXZ"),
		"Hugging": "h" + "f_" + random(34, "BcDfGhJkLmNpQrStVwXz"),
		"Shopify": "shp" + "at_" + random(32, lowerHex),
	} {
		for _, post := range []string{"Mūsų raktas: " + key, "try " + key + ".", "(" + key + ")"} {
			if got := found(post); got != key {
				t.Errorf("%s: in %q found %q", name, post, got)
			}
		}
	}
	header := "-----BEGIN RSA PRIV" + "ATE KEY-----"
	if got := found(header + "\n" + random(200, alnum) + "\n-----END RSA PRIV" + "ATE KEY-----"); !strings.HasPrefix(got, header) {
		t.Errorf("a private key is not found: %q", got)
	}
	key := random(32, lowerHex)
	if got := found("datadog token = " + random(40, lowerHex)); len(got) != 40 {
		t.Errorf("a key after its service's name is not found: %q", got)
	}
	for _, post := range []string{
		"gh" + "p_" + strings.Repeat("x", 36), "AK" + "IA" + random(9, upper32) + "EXAMPLE", "sk" + "_live_your_key_goes_here1",
		"https://discord.gg/abc123 https://t.co/" + random(10, alnum), "commit " + key, "#facebook #twitter #key2026 token secret api",
		"Ačiūūūūūūūūūūūūūūūūū1", "access key to success is 1000000000000 hours",
	} {
		if got := found(post); got != "" {
			t.Errorf("in %q found %q, want nothing", post, got)
		}
	}
}

func TestEveryFormatCompiles(t *testing.T) {
	for _, f := range formats {
		re, err := regexp.Compile(f.pattern)
		if err != nil || len(f.keywords) == 0 || f.group > re.NumSubexp() {
			t.Errorf("%s: cannot be used: %v", f.id, err)
		}
		for _, k := range f.keywords {
			if k != text.Fold(k) {
				t.Errorf("%s: the keyword %q is not folded and would never be seen", f.id, k)
			}
		}
	}
}

func TestPasswords(t *testing.T) {
	found := find(t, "find: [password]")
	for post, want := range map[string]string{
		"slaptažodis: Vasara2026!":                            "Vasara2026!",
		"Wi-Fi slaptažodis yra banga123":                      "banga123",
		"prisijungimas jonas / Banga2026":                     "Banga2026",
		"login: admin pass: admin123":                         "admin123",
		"PIN kodas 4821":                                      "4821",
		"Kortelės PIN: 0000":                                  "0000",
		"the code to the door is 4821#":                       "4821#",
		"mano slaptazodis – kaciukas88":                       "kaciukas88",
		"password is hunter2":                                 "hunter2",
		"hunter2 is my password":                              "hunter2",
		"user/pass admin/admin":                               "admin",
		"your code is 493201":                                 "493201",
		"Jūsų patvirtinimo kodas: 493201":                     "493201",
		"Durų kodas 4821, ateikit":                            "4821",
		"Laiptinės kodas: 12#34":                              "12#34",
		"signalizacijos kodą 7719 žino visi":                  "7719",
		"seifo kodas 99-11-22":                                "99-11-22",
		"wifi: banga123":                                      "banga123",
		"Prisijungimo duomenys: info@banga.lt / Vasara2026":   "Vasara2026",
		"Slaptažodžiu „banga2026“ galite prisijungti":         "banga2026",
		"Slaptažodis: „Labas rytas“":                          "Labas rytas",
		"Svečių Wi-Fi slaptažodis – kavoskvapas":              "kavoskvapas",
		"The wifi password is banana":                         "banana",
		"Slaptažodis nuo mūsų biuro Wi-Fi yra banga123":       "banga123",
		"Kompiuterio slaptažodis ant lapelio: Zuikis_77":      "Zuikis_77",
		"Mūsų sistemos slaptažodis dabar Labas123":            "Labas123",
		"Login details for the CMS: editor / Summer!26":       "Summer!26",
		"Your OTP is 558213. Do not share it":                 "558213",
		"naujas wifi paswordas banga777":                      "banga777",
		"pass: qwerty":                                        "qwerty",
		"username: admin, password: Winter2025":               "Winter2025",
		"prisijungimo vardas admin, slaptazodis admin":        "admin",
		"Įėjimo kodas į biurą 2580#":                          "2580#",
		"Vartų kodas pasikeitė, naujas 9021":                  "9021",
		"The alarm is off, code 7741":                         "7741",
		"Server password changed to T0ps3cret!":               "T0ps3cret!",
		"Zoom meeting passcode: 482913":                       "482913",
		"Prie laiptinės kodas 45B12, užlipkite":               "45B12",
		"nauja pinas korteles 4821 nepamirsk":                 "4821",
		"pin kodas 7390, kortelė stalčiuje":                   "7390",
		"my pin's 4471 grab me twenty quid":                   "4471",
		"4471 is my pin":                                      "4471",
		"Use passphrase correct-horse-battery-staple":         "correct-horse-battery-staple",
		"1qaz2WSX is the admin password":                      "1qaz2WSX",
		"Svečių tinklas, slaptas žodis vasara2026":            "vasara2026",
		"loginas jonas, slapt. Obuolys_88":                    "Obuolys_88",
		"Kompo slaptažodį pakeičiau į Zuikis2026!":            "Zuikis2026!",
		"locker combo is 34-12-08":                            "34-12-08",
		"Zoom passcode 884213, see you":                       "884213",
		"The password to success is patience":                 "",
		"mergaitė pina 2026 metų vainiką":                     "",
		"I got a season pass. B2B team went home":             "",
		"the winning combination is 4-4-2":                    "",
		"strong password = safe account":                      "",
		"Stiprus slaptažodis = saugi paskyra":                 "",
		"Niekada nenaudokite slaptažodžio Vasara2026":         "",
		"Jūsų kodas: KALEDOS26":                               "",
		"Building code 2021 update":                           "",
		"never share your password":                           "",
		"slaptažodis turi būti ilgas":                         "",
		"forgot my password":                                  "",
		"password: required":                                  "",
		"password: [your password]":                           "",
		"new password: ********":                              "",
		"password reset link: https://x.com/abc123def":        "",
		"The password must be 12 characters":                  "",
		"password: at least 8 characters":                     "",
		"The most common password is 123456":                  "",
		"Dažniausias slaptažodis – 123456":                    "",
		"Slaptažodis: bent 12 simbolių":                       "",
		"Keiskite slaptažodį kas 90 dienų":                    "",
		"Slaptažodis yra silpnas":                             "",
		"Password is important":                               "",
		"Use 1Password as a password manager":                 "",
		"kodas RUDUO20 – 20 % nuolaida":                       "",
		"use code SAVE10":                                     "",
		"Your code SAVE10 gives 10% off":                      "",
		"your discount code is 493201":                        "",
		"LT-01103, pašto kodas 01103":                         "",
		"Įmonės kodas 302512345":                              "",
		"Skenuokite QR kodą 2026 m. parodoje, dress code: 80": "",
		"SMS kodas: niekam nesakykite":                        "",
		"pin 3 tweets, Pin this post 2026":                    "",
		"Boarding pass: 12A, pass me the 7up":                 "",
		"Login/register 24/7":                                 "",
		"we have WiFi – just saying":                          "",
	} {
		if got := found(post); got != want {
			t.Errorf("in %q found %q, want %q", post, got, want)
		}
	}
}

func TestBadKeys(t *testing.T) {
	ruletest.Refuses(t, New, ruletest.Given{Keys: "find: [passwords]"}, `"passwords" is not known; use format, password`)
}

func TestCleanPostAllocatesNothing(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{})
	reader := text.NewReader()
	for _, post := range []string{
		"Slaptažodis turi būti bent 12 simbolių, o kodas RUDUO20 – 20 % nuolaida",
		"https://www.facebook.com/events/1234567890123456 twitter discord token key",
	} {
		in := &rule.Input{Doc: reader.Read(post, "")}
		out := &rule.Report{}
		b.Rule.Check(in, out)
		if n := testing.AllocsPerRun(100, func() { b.Rule.Check(in, out) }); n > 0 || len(out.Matches) > 0 {
			t.Errorf("%q costs %v allocations and gives %d findings", post, n, len(out.Matches))
		}
	}
}

func BenchmarkCleanPost(b *testing.B) {
	bench := ruletest.New(b, New, ruletest.Given{})
	b.ReportAllocs()
	for b.Loop() {
		bench.Find("Follow us on facebook and twitter: https://t.co/Abc123xyz9 #key #token2026, code SAVE10 gives 10 % off")
	}
}

func BenchmarkMake(b *testing.B) {
	for b.Loop() {
		if _, err := ruletest.Try(New, ruletest.Given{}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, seed := range []string{"slaptažodis: „a b“", "password =", "login a / b1c2d", "PIN 4821", "code\xff: 1", "is password", "x is y password", "-----BEGIN PRIVATE1-----"} {
		f.Add(seed)
	}
	bench := ruletest.New(f, New, ruletest.Given{})
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range bench.Find(s) {
			if m.Start < 0 || m.Start >= m.End || m.End > len(s) {
				t.Errorf("%q: the place %d-%d is not in it", s, m.Start, m.End)
			}
		}
	})
}
