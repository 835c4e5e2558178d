package phrase

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rostrum/text"
)

// lists makes the lists that the tests below look for.
func lists(t *testing.T) *Builder {
	t.Helper()
	b := NewBuilder()
	for name, phrases := range map[string][]string{"codenames": {"Projektas Ąžuolas", "Falcon", "IT"}, "clients": {"Harbour Mills", "UAB Žuvėdra"}} {
		l, _ := b.List(name)
		for _, p := range phrases {
			if err := l.Add(p, Options{Languages: []text.Lang{text.English, text.Lithuanian}, Name: true, Joined: true}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b
}

func TestSealedFindsWhatOpenFinds(t *testing.T) {
	sealed, err := lists(t).Seal(rand.NewChaCha8([32]byte{}))
	if err != nil {
		t.Fatal(err)
	}
	outer := NewBuilder()
	for _, l := range sealed.Lists {
		outer.List(l.Name)
	}
	outer.Build()
	hidden, err := sealed.Open(outer)
	if err != nil {
		t.Fatal(err)
	}
	openLists := lists(t)
	names := map[ListID]string{}
	for _, l := range openLists.all {
		names[l.ID] = l.Name
	}
	open, r, found := openLists.Build(), text.NewReader(), 0
	for _, source := range []string{
		"Projektui Ąžuolui reikia žmonių", "projekto azuolo komanda", "F4lcon, #FalconBoots, f a l c o n", "it is IT", "Harbour Mills’ „Žuvėdra“ ir žuvėdra",
		"#ProjektasĄžuolas", "ąžuolas projektas", "kąžuolas", "", "harbour. Mills",
	} {
		told := func(hits []Hit, name func(ListID) string) (all []string) {
			for _, h := range hits {
				all = append(all, name(h.List)+" "+source[h.Start:h.End])
			}
			slices.Sort(all)
			return all
		}
		d := r.Read(source, "")
		want := told(open.Find(d, nil), func(id ListID) string { return names[id] })
		got := told(hidden.Find(d, nil), func(id ListID) string { return outer.all[id].Name })
		if !slices.Equal(want, got) {
			t.Errorf("%q: open %q, sealed %q", source, want, got)
		}
		found += len(want)
	}
	if found < 8 {
		t.Errorf("only %d hits", found)
	}
}

func TestDamagedSealIsRefused(t *testing.T) {
	for name, damage := range map[string]func(*Sealed){
		"no key":          func(s *Sealed) { s.Key = nil },
		"forms cut":       func(s *Sealed) { s.Forms = s.Forms[:len(s.Forms)-1] },
		"fewer classes":   func(s *Sealed) { s.Classes = 1 },
		"a step nowhere":  func(s *Sealed) { s.Steps[8] = 0xff; s.Steps[9] = 0xff },
		"an unknown list": func(s *Sealed) { s.Lists = s.Lists[:1] },
	} {
		sealed, err := lists(t).Seal(rand.NewChaCha8([32]byte{}))
		if err != nil {
			t.Fatal(err)
		}
		damage(sealed)
		if _, err := sealed.Open(NewBuilder()); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestTwoSealsHaveNothingInCommon(t *testing.T) {
	a, err := lists(t).Seal(rand.NewChaCha8([32]byte{1}))
	if err != nil {
		t.Fatal(err)
	}
	b, err := lists(t).Seal(rand.NewChaCha8([32]byte{2}))
	if err != nil {
		t.Fatal(err)
	}
	if slices.Equal(a.Forms[:8], b.Forms[:8]) {
		t.Error("the same word has the same hash under two keys")
	}
}
