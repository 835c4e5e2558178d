package check

import (
	"runtime"
	"runtime/debug"
	"testing"

	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/post"
)

// TestCleanPostAllocatesNothingOfTheCorpus counts what all posts of the corpus in which nothing is found allocate
// together, once each has been seen: with ROSTRUM_DATA, forty-five thousand real ones.
func TestCleanPostAllocatesNothingOfTheCorpus(t *testing.T) {
	p, err := policy.Load(starter.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	var clean []*post.Post
	for _, x := range corpus(t, p) {
		if c.Check(&x).Findings == nil {
			clean = append(clean, &x)
		}
	}
	if len(clean) < 200 {
		t.Fatalf("only %d clean posts", len(clean))
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // on another processor, pools begin anew
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	all := func() {
		for _, x := range clean {
			c.Check(x)
		}
	}
	all()
	if n := testing.AllocsPerRun(1, all); n == 0 {
		return
	}
	for _, x := range clean {
		if n := testing.AllocsPerRun(1, func() { c.Check(x) }); n > 0 {
			t.Errorf("%.0f allocations: %q", n, x.Text)
		}
	}
}
