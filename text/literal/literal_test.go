package literal

import (
	"bytes"
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	b := NewBuilder()
	ids := map[string]ID{}
	for _, s := range []string{"he", "she", "hers", "his", "inv-", "ąž", "he"} {
		ids[s] = b.Add(s)
	}
	if b.Len() != 6 {
		t.Errorf("%d strings, want 6: the same string has one name", b.Len())
	}
	s, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	var got []ID
	s.Find([]byte("ushers inv-ąž"), func(id ID) { got = append(got, id) })
	want := []ID{ids["she"], ids["he"], ids["hers"], ids["inv-"], ids["ąž"]}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestEmptyStringIsRefused(t *testing.T) {
	b := NewBuilder()
	b.Add("")
	if _, err := b.Build(); err != ErrEmpty {
		t.Errorf("got %v", err)
	}
}

// FuzzFind holds the automaton against its slow twin, bytes.Contains.
func FuzzFind(f *testing.F) {
	f.Add([]byte("a\nab\nbab"), []byte("abab"))
	f.Add([]byte("he\nshe\nhers"), []byte("ushers"))
	f.Fuzz(func(t *testing.T, lines, text []byte) {
		b := NewBuilder()
		all := bytes.Split(lines, []byte("\n"))
		for _, s := range all {
			if len(s) > 0 {
				b.Add(string(s))
			}
		}
		s, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		seen := map[ID]bool{}
		s.Find(text, func(id ID) { seen[id] = true })
		for _, str := range all {
			if len(str) > 0 && seen[b.Add(string(str))] != bytes.Contains(text, str) {
				t.Errorf("%q in %q: %v", str, text, seen[b.Add(string(str))])
			}
		}
	})
}
