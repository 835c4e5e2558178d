package receiver

import (
	"slices"
	"testing"
)

// TestWhoIsToldOfWhat: who asked about one thing is told of that and of nothing else, from the entry on that came after they
// were added; who asked about everything is told of what belongs to no group as well.
func TestWhoIsToldOfWhat(t *testing.T) {
	for group, kinds := range map[string][]string{
		"policy":   {"policy.published", "handbook.opened"},
		"signing":  {"clause.signed", "speaker.granted"},
		"people":   {"person.left", "role.given", "team.added"},
		"signin":   {"signin.failed", "token.revoked"},
		"posts":    {"post.submitted", "post.voted", "guest.voted", "delegation.set", "publication.sent", "publication.failed", "publish.paused"},
		"accounts": {"account.connected", "account.ailing", "account.well", "account.changed", "account.disconnected"},
		"settings": {"company.changed", "ledger.exported"},
		"":         {"something.new"},
	} {
		for _, kind := range kinds {
			for _, other := range Groups() {
				if told := (Receiver{About: []string{other}}).Wants(kind, 7); told != (other == group) {
					t.Errorf("who asked about %s is told of %s: %t", other, kind, told)
				}
			}
			everything := Receiver{About: []string{Everything}, Since: 7}
			if !everything.Wants(kind, 7) || everything.Wants(kind, 6) {
				t.Errorf("who asked about everything, from entry 7 on, is not told of %s from there on", kind)
			}
		}
		if group != "" && !slices.Contains(Groups(), group) {
			t.Errorf("nobody can ask about %s", group)
		}
	}
}
