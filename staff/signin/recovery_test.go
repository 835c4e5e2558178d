package signin

import (
	"slices"
	"strings"
	"testing"

	"rostrum/fault"
)

func TestRecoveryCodesWorkOnceHoweverTyped(t *testing.T) {
	r := NewRecovery()
	if len(r.Codes) != 10 {
		t.Fatalf("%d codes", len(r.Codes))
	}
	left, stored := r.Hashes, slices.Clone(r.Hashes)
	for i, typed := range []string{
		r.Codes[0], strings.ToUpper(r.Codes[1]), strings.ReplaceAll(r.Codes[2], "-", ""), " " + strings.ReplaceAll(r.Codes[3], "-", " ") + "\t",
		strings.NewReplacer("1", "l", "0", "O").Replace(r.Codes[4]),
	} {
		rest, err := UseRecovery(left, typed)
		if err != nil || len(rest) != len(left)-1 {
			t.Fatalf("code %d typed %q: %v", i, typed, err)
		}
		left = rest
		if _, err := UseRecovery(left, typed); !fault.Is(err, fault.SignIn) {
			t.Errorf("%q worked twice", typed)
		}
	}
	if !slices.Equal(r.Hashes, stored) {
		t.Error("the caller's hashes were changed")
	}
}

func FuzzUseRecovery(f *testing.F) {
	r := NewRecovery()
	for _, c := range []string{"", "----", r.Codes[0][:18], "0000-0000-0000-0000", strings.Repeat("a", 1000), "\xff"} {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if _, err := UseRecovery(r.Hashes, typed); err == nil {
			t.Errorf("%q was accepted", typed)
		}
	})
}
