package entity

import (
	"strings"
	"testing"
	"time"

	"rostrum/policy/rule/ruletest"
)

// floods are what a hostile post may be full of: beginnings of numbers, streets, names, states of health, addresses.
var floods = []string{
	"1 ", "12 34 ", "612 34 567 ", "4111 1111 1111 1111 ", "1.2.3.4.", "1:2:", "a1 b2 lt 12 ", "tel 12 p 34 ", "1\n2 ",
	"12 Oak x ", "g. 1-2 Oak ", "5 Elm Street, ", "Jonas g. 5, ", "5 Elm apt ", "serga ", "vėžys ", "Jonas serga, ", "a (at) b ", "a at gmail dot ", "a.b dot ",
}

// TestFloodsTakeTimeInProportion holds a post eight times as long against eight times the time, with room for a busy
// machine; a search that looks at everything again for each number would take sixty-four times as long.
func TestFloodsTakeTimeInProportion(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{})
	const size, times, room = 8 << 10, 8, 4
	for _, part := range floods {
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

func BenchmarkFloods(b *testing.B) {
	bench := ruletest.New(b, New, ruletest.Given{})
	for _, part := range floods {
		b.Run(strings.TrimSpace(part), func(b *testing.B) {
			post := strings.Repeat(part, 1<<20/len(part))
			b.SetBytes(int64(len(post)))
			for b.Loop() {
				bench.Find(post)
			}
		})
	}
}
