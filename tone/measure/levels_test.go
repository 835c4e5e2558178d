package main

import (
	"math"
	"testing"

	"rostrum/text"
	"rostrum/tone"
)

// TestLevelsAreWhatIsMeasured fails when the Lithuanian numbers that people are shown are no longer those of the posts that
// are held out. Write the new numbers into tone.Levels and docs/judgement.md; tuning on these posts would make them lies.
func TestLevelsAreWhatIsMeasured(t *testing.T) {
	t.Chdir("../..")
	posts, err := readLithuanian(true)
	if err != nil {
		t.Fatal(err)
	}
	m, err := newMeter(brands(posts)...)
	if err != nil {
		t.Fatal(err)
	}
	for _, level := range tone.Levels() {
		if level.Lang != text.Lithuanian {
			continue
		}
		c := m.ruleCounts(posts, asTyped, level.Strictness)[level.Of]
		precision, recall := ratio(c.truePos, c.falsePos), ratio(c.truePos, c.falseNeg)
		if math.Abs(precision-level.Precision) > 0.011 || math.Abs(recall-level.Recall) > 0.011 || c.truePos+c.falseNeg != level.Posts {
			t.Errorf("%s at %s: precision %.3f, recall %.3f of %d posts, and people are shown %+v", level.Of, level.Strictness, precision, recall, c.truePos+c.falseNeg, level)
		}
	}
}

func asTyped(s string) string { return s }
