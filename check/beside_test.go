package check_test

import (
	"fmt"
	"slices"
	"testing"

	"rostrum/post"
)

// TestARuleThatNamesWordsSpeaksForBoth holds a promise that a rule with words finds as well against policies in which that rule
// is as hard, milder, and of another category.
func TestARuleThatNamesWordsSpeaksForBoth(t *testing.T) {
	const text = "Your money will double while you sleep, and nobody has lost a cent with us."
	for _, c := range []struct {
		category, verdict string
		want              []string
	}{
		{"claim.finance", "block", []string{"words/listed"}},
		{"claim.finance", "review", []string{"words/listed"}},
		{"claim.finance", "advise", []string{"words/listed", "words/reworded"}},
		{"claim.other", "block", []string{"words/listed", "words/reworded"}},
	} {
		checker := compile(t, fmt.Sprintf(`  - {id: listed, kind: terms, category: %s, verdict: %s, words: {en: [while you sleep]}}
  - {id: reworded, kind: sense, category: claim.finance, verdict: review}
`, c.category, c.verdict), nil)
		var got []string
		for _, f := range checker.Check(&post.Post{Text: text}).Findings {
			got = append(got, f.Rule)
		}
		if slices.Sort(got); !slices.Equal(got, c.want) {
			t.Errorf("beside %s %s: %q, want %q", c.category, c.verdict, got, c.want)
		}
	}
}
