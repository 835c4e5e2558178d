package signin

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rostrum/fault"
)

func TestTokens(t *testing.T) {
	shown, token := NewToken(APIToken, noon, PolicyRead, CheckPosts)
	if !regexp.MustCompile(`^rst_[0-9A-Za-z]{49}$`).MatchString(shown) || strings.Contains(token.Hash, shown) {
		t.Fatalf("token %q", shown)
	}
	other, _ := NewToken(APIToken, noon)
	mistyped := shown[:20] + shown[21:22] + shown[20:21] + shown[22:]
	if shown[20] == shown[21] {
		mistyped = shown[:20] + "-" + shown[21:]
	}
	invitation, stored := NewToken(InvitationToken, noon)
	year := 365 * 24 * time.Hour
	for _, c := range []struct {
		name, shown string
		token       Token
		at          time.Duration
		ok          bool
	}{
		{"itself", shown, token, 0, true},
		{"to its last moment", shown, token, year - time.Second, true},
		{"expired", shown, token, year, false},
		{"another", other, token, 0, false},
		{"mistyped", mistyped, token, 0, false},
		{"nothing", "", token, 0, false},
		{"its hash", token.Hash, token, 0, false},
		{"invitation", invitation, stored, 6 * 24 * time.Hour, true},
		{"invitation, late", invitation, stored, 7 * 24 * time.Hour, false},
		{"invitation as token", invitation, Token{Kind: APIToken, Hash: stored.Hash, Expires: stored.Expires}, 0, false},
	} {
		if err := c.token.Check(c.shown, noon.Add(c.at)); (err == nil) != c.ok || err != nil && !fault.Is(err, fault.SignIn) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if hash, err := TokenHash(APIToken, shown); err != nil || hash != token.Hash {
		t.Errorf("look-up: %q %v", hash, err)
	}
	if hash, err := TokenHash(APIToken, mistyped); err == nil {
		t.Errorf("a mistyped token went to look-up as %q", hash)
	}
	if token.Allows(CheckPosts) != nil || !fault.Is(token.Allows(PeopleWrite), fault.Forbidden) {
		t.Error("scopes don't hold")
	}
	stored.Scopes = Scopes()
	if stored.Allows(PolicyRead) == nil {
		t.Error("an invitation works as an API token")
	}
}

func TestParseScopes(t *testing.T) {
	got, err := ParseScopes([]string{"check", "policy:read", "check"})
	if err != nil || !slices.Equal(got, []Scope{CheckPosts, PolicyRead}) {
		t.Errorf("%v %v", got, err)
	}
	for _, bad := range [][]string{nil, {""}, {"check", "admin"}} {
		if _, err := ParseScopes(bad); fault.For(err).Field != "scopes" {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func FuzzTokenHash(f *testing.F) {
	shown, token := NewToken(APIToken, noon)
	for _, s := range []string{shown, "", "rst_", "rst_" + strings.Repeat("0", 49), strings.Repeat("ą", 53), shown + " "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		hash, err := TokenHash(APIToken, s)
		if err == nil && (len(s) != len(shown) || !strings.HasPrefix(s, "rst_")) || hash == token.Hash && s != shown {
			t.Errorf("%q gave %q", s, hash)
		}
	})
}
