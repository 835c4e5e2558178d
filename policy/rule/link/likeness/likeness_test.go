package likeness

import "testing"

func TestCanonical(t *testing.T) {
	for _, pair := range [][2]string{{"paypa1", "paypal"}, {"rnicrosoft", "microsoft"}, {"g00gle", "google"}, {"vvise", "wise"},
		{"cleal", "deal"}, {"linkedin", "l1nked1n"}, {"5eb", "seb"}} {
		if a, b := string(Canonical(nil, pair[0])), string(Canonical(nil, pair[1])); a != b {
			t.Errorf("%s and %s look alike, but are %s and %s", pair[0], pair[1], a, b)
		}
	}
	if a, b := string(Canonical(nil, "banga")), string(Canonical(nil, "bango")); a == b {
		t.Errorf("banga and bango are both %s", a)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		limit int
		want  int
	}{{"banga", "banga", 1, 0}, {"banga", "bnaga", 1, 1}, {"banga", "banka", 1, 1}, {"banga", "bangga", 1, 1}, {"banga", "bana", 1, 1},
		{"swedbank", "swdebnk", 2, 2}, {"", "", 1, 0}, {"", "a", 1, 1}} {
		if got := Distance(c.a, c.b, c.limit); got != c.want {
			t.Errorf("%s %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
	for _, pair := range [][2]string{{"banga", "ranka"}, {"banga", "bangaaa"}, {"abc", "xyz"}} {
		if got := Distance(pair[0], pair[1], 1); got <= 1 {
			t.Errorf("%v: %d, want more than 1", pair, got)
		}
	}
}

func TestSlip(t *testing.T) {
	for typed, want := range map[string]bool{
		"bnaga": true, "bangga": true, "bbanga": true, "bnga": true, "bamga": true, "vanga": true,
		"manga": false, "bango": false, "bang": false, "bangai": false, "anga": false, "barga": false, "bangas": false,
	} {
		if got := Slip("banga", typed); got != want {
			t.Errorf("banga → %s: %v, want %v", typed, got, want)
		}
	}
}

func FuzzDistance(f *testing.F) {
	f.Add("banga", "bnaga")
	f.Add("", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
	f.Fuzz(func(t *testing.T, a, b string) {
		if d := Distance(a, b, 2); d != Distance(b, a, 2) && (d <= 2 || Distance(b, a, 2) <= 2) {
			t.Errorf("%q and %q: not the same both ways", a, b)
		}
		if Distance(a, b, 1) == 1 && len(a) > 0 {
			Slip(a, b)
		}
	})
}
