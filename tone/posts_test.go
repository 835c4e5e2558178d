package tone

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
)

// The posts of testdata were written for this test, half of them to look like abuse without being it. What is asserted
// is a floor under what was reached, so that a change that makes things worse is seen.
func TestOwnPosts(t *testing.T) {
	for _, c := range []struct {
		file              string
		precision, recall float64
	}{
		{"testdata/lt.jsonl", 0.94, 0.92},
		{"testdata/en.jsonl", 0.94, 0.92},
	} {
		t.Run(c.file, func(t *testing.T) {
			found, missed, wrong := judgePosts(t, c.file)
			precision := float64(found) / float64(found+wrong)
			recall := float64(found) / float64(found+missed)
			t.Logf("precision %.3f, recall %.3f (%d found, %d missed, %d wrong)", precision, recall, found, missed, wrong)
			if precision < c.precision || recall < c.recall {
				t.Errorf("precision %.3f, recall %.3f: want at least %.2f and %.2f", precision, recall, c.precision, c.recall)
			}
		})
	}
}

// judgePosts counts posts whose own label was raised, posts where it was not, and harmless posts that raised anything.
func judgePosts(t *testing.T, file string) (found, missed, wrong int) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b := newBench(t, lexicon)
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var post struct{ Text, Label string }
		if err := json.Unmarshal(lines.Bytes(), &post); err != nil {
			t.Fatal(err)
		}
		scores, raised := b.score(post.Text), false
		for _, of := range []Of{Hate, Offensive, Threat, Defamation} {
			over := scores.Of(of) >= Balanced.Threshold()
			raised = raised || over && (post.Label == "none" || post.Label == of.String())
		}
		switch {
		case post.Label == "none" && raised:
			wrong++
			t.Logf("wrong: %s", post.Text)
		case post.Label == "none":
		case raised:
			found++
		default:
			missed++
			t.Logf("missed %s: %s", post.Label, post.Text)
		}
	}
	return found, missed, wrong
}
