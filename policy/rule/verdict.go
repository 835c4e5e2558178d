package rule

import "fmt"

// Verdict is what may happen to a post. The order is total: a post's verdict is the highest of its findings'.
type Verdict uint8

// The verdicts, mildest first.
const (
	Allow  Verdict = iota
	Advise         // go ahead, but consider
	Review         // the clause's owner must approve
	Block
)

var verdictNames = [...]string{"allow", "advise", "review", "block"}

func (v Verdict) String() string { return verdictNames[v] }

// MarshalText gives the verdict's name.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads a verdict's name.
func (v *Verdict) UnmarshalText(b []byte) error {
	parsed, ok := ParseVerdict(string(b))
	if !ok {
		return fmt.Errorf("%q is not a verdict: use allow, advise, review or block", b)
	}
	*v = parsed
	return nil
}

// ParseVerdict reads a verdict's name.
func ParseVerdict(s string) (Verdict, bool) {
	for i, name := range verdictNames {
		if s == name {
			return Verdict(i), true
		}
	}
	return Allow, false
}
