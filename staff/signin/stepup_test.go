package signin

import (
	"testing"
	"time"

	"rostrum/fault"
)

func TestStepUp(t *testing.T) {
	for _, c := range []struct {
		action string
		ago    time.Duration
		ok     bool
	}{
		{"role.give", 0, true},
		{"role.give", 10 * time.Minute, true},
		{"role.give", 10*time.Minute + time.Second, false},
		{"person.remove", time.Hour, false},
		{"person.erase", time.Hour, false},
		{"signin.change", time.Hour, false},
		{"setting.change", time.Hour, false},
		{"ledger.export", time.Hour, false},
		{"policy.publish", time.Hour, false},
		{"token.make", time.Hour, false},
		{"account.open", time.Hour, false},
		{"post.take_down", time.Hour, false},
		{"key.rotate", time.Hour, false},
		{"key.rotate", -time.Hour, false},
		{"clause.sign", time.Hour, true},
	} {
		err := StepUp(c.action, noon.Add(-c.ago), noon)
		if (err == nil) != c.ok || err != nil && !fault.Is(err, fault.StepUp) {
			t.Errorf("%s, proved %v ago: %v", c.action, c.ago, err)
		}
	}
	if StepUp("role.give", time.Time{}, noon) == nil {
		t.Error("who never proved anything may give roles")
	}
}
