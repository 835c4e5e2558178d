package tone

import "testing"

func TestTarget(t *testing.T) {
	l, err := NewListener("")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want Target
	}{
		{"you are an idiot", Target{At: AtReader}},
		{"I'm such an idiot", Target{At: AtSelf}},
		{"this fucking printer is garbage", Target{At: AtThing}},
		{"the manager is a lying idiot", Target{At: AtPerson}},
		{"Immigrants are vermin, send them home", Target{AtGroup, "origin"}},
		{"musulmonai yra parazitai", Target{AtGroup, "religion"}},
		{"tu tikras debilas", Target{At: AtReader}},
		{"kaimynas tikras debilas", Target{At: AtPerson}},
		{"a lovely day at the beach", Target{}},
		{"", Target{}},
	} {
		o := l.Listen(c.text, "")
		if got := l.Target(&o); got != c.want {
			t.Errorf("%q is aimed at %+v, want %+v", c.text, got, c.want)
		}
	}
}
