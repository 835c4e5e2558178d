package secret

import (
	"strings"
	"testing"
	"time"

	"rostrum/policy/rule/ruletest"
)

// TestFloodsTakeTimeInProportion holds a post eight times as long against eight times the time, with room for a busy
// machine; looking at every other word for each word would take sixty-four times as long.
func TestFloodsTakeTimeInProportion(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{})
	const size, times, room = 8 << 10, 8, 4
	for _, part := range []string{"code ", "door code ", "password is ", "pw:", "pw=a;", "login a / ", "PIN 1234 is my ", "password: Kepure77 ", "the pin "} {
		short, long := strings.Repeat(part, size/len(part)), strings.Repeat(part, times*size/len(part))
		if fast, slow := fastest(b, short), fastest(b, long); slow > times*room*fast {
			t.Errorf("%q: %v for %d bytes, %v for %d bytes", part, fast, len(short), slow, len(long))
		}
	}
}

func fastest(b *ruletest.Bench, post string) time.Duration {
	best := time.Hour
	for range 7 {
		start := time.Now()
		b.Find(post)
		best = min(best, time.Since(start))
	}
	return best
}
