package mastodon_test

import (
	"strings"
	"testing"

	"rostrum/network/mastodon"
)

func TestCountCountsAsMastodonDoes(t *testing.T) {
	for text, want := range map[string]int{
		"":             0,
		"Ąžuolas":      7,
		"👩‍👩‍👧‍👦🇱🇹":    2,
		"a\u0328":      1,
		"https://a.lt": 23,
		"https://example.com/" + strings.Repeat("a", 200): 23,
		"(žr. https://example.com/a_(b)).":                5 + 23 + 2,
		"http://localhost":                                16,
		"example.com":                                     11,
		"@ona@mastodon.social labas":                      10,
		"@ona@mastodon.social.":                           5,
		"@ona@a.lt @jonas@b.lt":                           4 + 1 + 6,
		"info@example.com":                                16,
		"https://a.lt/@ona@b.lt ir https://b.lt":          23 + 4 + 23,
	} {
		if got := mastodon.Count(text); got != want {
			t.Errorf("Count(%q) = %d, want %d", text, got, want)
		}
	}
}
