package tone

import "testing"

func TestLevelsFallAndRiseAsTheyShould(t *testing.T) {
	for _, a := range Levels() {
		for _, b := range Levels() {
			if a.Lang == b.Lang && a.Of == b.Of && a.Strictness == Strict && b.Strictness == Lenient && a.Recall < b.Recall {
				t.Errorf("%s %s finds more when lenient", a.Lang, a.Of)
			}
		}
	}
}
