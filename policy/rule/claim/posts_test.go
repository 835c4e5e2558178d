package claim

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
)

// labelled is a post of the development set with the statements that it makes.
type labelled struct {
	Text string   `json:"text"`
	Lang string   `json:"lang"`
	Want []string `json:"want"`
}

func readPosts(t *testing.T, path string) []labelled {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var posts []labelled
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var p labelled
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatalf("%s: %v in %s", path, err, lines.Text())
		}
		posts = append(posts, p)
	}
	return posts
}

// idOf gives the statement that a match is of, by its message.
func idOf(m rule.Match) string {
	for _, st := range statements {
		if st.message.EN == m.Message.EN {
			return st.id
		}
	}
	return "own"
}

func everything(t testing.TB) *ruletest.Bench {
	return ruletest.New(t, New, ruletest.Given{})
}

// Of what the product finds, and of what it should find, this share at least.
const (
	leastPrecision = 0.97
	leastRecall    = 0.97
)

func TestPosts(t *testing.T) {
	b := everything(t)
	right, found, wanted := 0, 0, 0
	for _, p := range readPosts(t, "testdata/posts.jsonl") {
		var ids []string
		for _, m := range b.Find(p.Text) {
			ids = append(ids, idOf(m))
		}
		for _, id := range p.Want {
			if slices.Contains(ids, id) {
				right++
			} else {
				t.Logf("missed %s: %s (found %v)", id, p.Text, ids)
			}
		}
		if len(p.Want) == 0 && len(ids) > 0 {
			found++
			t.Logf("false alarm %v: %s", ids, p.Text)
		}
		wanted += len(p.Want)
	}
	found += right
	precision, recall := float64(right)/float64(found), float64(right)/float64(wanted)
	t.Logf("precision %.3f recall %.3f of %d statements", precision, recall, wanted)
	if precision < leastPrecision || recall < leastRecall {
		t.Errorf("precision %.3f recall %.3f, want at least %.2f and %.2f", precision, recall, leastPrecision, leastRecall)
	}
}
