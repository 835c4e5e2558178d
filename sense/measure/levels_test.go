package main

import (
	"math"
	"testing"

	"rostrum/bench/corpus"
	"rostrum/sense"
	"rostrum/sense/labelled"
)

// TestLevelsAreWhatIsMeasured fails when the numbers that people are shown are no longer those of the exam. Write the new
// ones into sense.Levels and docs/judgement.md; tuning on the exam would make them lies.
func TestLevelsAreWhatIsMeasured(t *testing.T) {
	t.Chdir("../..")
	s, err := labelled.NewScribe()
	if err != nil {
		t.Fatal(err)
	}
	file := map[sense.Of]string{}
	for _, e := range exams {
		file[e.of] = e.file
	}
	levels := sense.Levels()
	if want := 2 * 3 * int(sense.Count); len(levels) != want {
		t.Errorf("%d levels are shown, want %d", len(levels), want)
	}
	for _, level := range levels {
		lines, err := corpus.Objects[labelled.Line]("sense/exam/" + file[level.Of] + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		tallies, posts, err := count(s, level.Of, lines, level.Lang, false)
		if err != nil {
			t.Fatal(err)
		}
		is := tallies[level.Strictness]
		if math.Abs(is.precision()-level.Precision) > 0.0051 || math.Abs(is.recall()-level.Recall) > 0.0051 || posts != level.Posts {
			t.Errorf("%s at %s: precision %.3f, recall %.3f of %d posts, and people are shown %+v", level.Of, level.Strictness, is.precision(), is.recall(), posts, level)
		}
	}
}
