package main

import (
	"os"
	"strings"
	"testing"
	"unicode"
)

// The sets are read from the root of the repository.
func TestMain(m *testing.M) {
	if err := os.Chdir("../.."); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

var labelsOf = map[string]string{
	"disclosure": " employee paid none ", "credit": " quote lyrics image borrowed none ", "health facts": " fact none ", "claim": " finance health other none ",
}

func TestOwnPostsKeepTheRulesOfTheirCards(t *testing.T) {
	for i := range kinds {
		k := &kinds[i]
		parts, err := k.readOwn()
		if err != nil {
			t.Fatal(err)
		}
		count := map[string]int{}
		ids := map[string]bool{}
		for part, posts := range parts[:blind] {
			for _, p := range posts {
				if ids[p.ID] || p.Lang != "en" && p.Lang != "lt" || p.Class == "" || strings.TrimSpace(p.Text) != p.Text || !strings.Contains(labelsOf[k.name], " "+p.Label+" ") {
					t.Errorf("%s: id, language, class, text or label is wrong", p.ID)
				}
				ids[p.ID] = true
				if part != exam {
					count["posts"]++
					count[p.Lang]++
					count[map[bool]string{true: "innocent", false: "labelled"}[p.Label == innocent]]++
				}
			}
		}
		for what, least := range map[string]int{"posts": 300, "en": 140, "lt": 140, "innocent": 140, "labelled": 140} {
			if count[what] < least {
				t.Errorf("%s: %d %s, want at least %d", k.name, count[what], what, least)
			}
		}
	}
}

// Five words in a row in two posts with the same label are the mark of a template that was filled twice.
func TestNoOwnPostIsWrittenTwice(t *testing.T) {
	const run = 5
	for i := range kinds {
		parts, err := kinds[i].readOwn()
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]string{}
		for _, posts := range parts[:blind] {
			for _, p := range posts {
				words := strings.FieldsFunc(withoutDiacritics.Replace(strings.ToLower(p.Text)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
				for from := 0; from+run <= len(words); from++ {
					key := p.Label + ": " + strings.Join(words[from:from+run], " ")
					if was, ok := seen[key]; ok && was != p.ID {
						t.Errorf("%s and %s both have %q", was, p.ID, key)
					}
					seen[key] = p.ID
				}
			}
		}
	}
}
