package signin

import (
	"slices"
	"strings"
	"testing"

	"rostrum/fault"
)

func TestRecoveryCodesWorkOnceHoweverTyped(t *testing.T) {
	r := NewRecovery()
	if len(r.Codes) != 10 || len(r.Codes[0]) != len("x7kdm2-pq9rtv-4hbnw8-c3fgsy") {
		t.Fatalf("%d codes, such as %s", len(r.Codes), r.Codes[0])
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

// TestEarlierRecoveryCodesStillWork: those of 80 bits that people have on paper.
func TestEarlierRecoveryCodesStillWork(t *testing.T) {
	kept := []string{"c79d4a4e3b3ee97a4cbd5d98b9f0e1ed6b2f2b8b0e3d8d3c8cf95b0a7e1a1c3f", recoveryHash("x7kdm2pq9rtv4hbn")}
	if rest, err := UseRecovery(kept, "X7KD-M2PQ-9RTV-4HBN"); err != nil || len(rest) != 1 {
		t.Errorf("%v, %v", rest, err)
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
