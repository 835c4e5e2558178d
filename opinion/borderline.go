package opinion

import (
	"rostrum/check"
	"rostrum/policy/rule"
	"rostrum/tone"
)

// Between which scores asking is worth it. Words of abuse that are aimed at nobody, or of friends, are borderline, and so is
// what weights alone are half sure of: about 3 in 100 ordinary posts.
const (
	hinted  = 0.2 // by words and rules
	doubted = 0.6 // by learned weights beside them
)

// borderline tells whether asking is worth it: no rule wants a person to look already, and neither words nor weights are
// as sure as the most lenient policy wants them.
func (o *Opinion) borderline(text string, found []check.Finding) bool {
	for i := range found {
		if found[i].Waived == nil && found[i].Verdict >= rule.Review {
			return false
		}
	}
	o.mu.Lock()
	said, all := o.listener.ByRules(text, ""), o.listener.Listen(text, "").Scores
	o.mu.Unlock()
	for _, of := range []tone.Of{tone.Hate, tone.Offensive, tone.Threat, tone.Defamation} {
		if between(said.Of(of), hinted) || between(all.Of(of), doubted) {
			return true
		}
	}
	return false
}

func between(score, from float32) bool { return score >= from && score < tone.Lenient.Threshold() }
