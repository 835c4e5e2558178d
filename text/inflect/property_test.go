package inflect

import (
	"strings"
	"testing"
)

func FuzzForms(f *testing.F) {
	for _, seed := range []string{
		"", "s", "as", "ti", "tis", "duo", "uoti", "Ąžuolas", "naktis", "garantuoti", "džiaugtis", "geras", "didžioji", "VMI",
		"Facebook", "coca-cola", "-a-", "ęs", "usis", "oji", "\xff\xfe", "ǅas", "İstanbul", "y", "ed", "ies", "žmonės", "ąąąąti",
		strings.Repeat("ž", 40) + "as", strings.Repeat("a", 62) + "ti",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, word string, singular bool) {
		o := Options{Singular: singular}
		for _, list := range [][]string{English(word, o), Lithuanian(word, o)} {
			if len(list) == 0 || list[0] != strings.ToLower(word) {
				t.Fatalf("%q: the first form is not the word: %q", word, list)
			}
			if len(list) >= 400 {
				t.Fatalf("%q: %d forms", word, len(list))
			}
			seen := map[string]bool{}
			for _, form := range list {
				if seen[form] {
					t.Fatalf("%q: %q twice", word, form)
				}
				seen[form] = true
			}
		}
	})
}

func BenchmarkLithuanian(b *testing.B) {
	for _, word := range []string{"Ąžuolas", "akcija", "Facebook", "sutartis", "geras", "garantuoti"} {
		for name, o := range map[string]Options{"all": {}, "singular": {Singular: true}} {
			b.Run(word+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					Lithuanian(word, o)
				}
			})
		}
	}
}

func BenchmarkEnglish(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		English("guarantee", Options{})
	}
}
