package inflect

import (
	"slices"
	"strings"
	"testing"
)

func TestEnglish(t *testing.T) {
	for _, line := range []string{
		"guarantee guarantee guarantee's guarantees guarantees' guaranteeing guaranteed",
		"launch launch launch's launches launches' launching launched",
		"policy policy policy's policies policies'",
		"deny deny deny's denies denies' denying denied",
		"stop stop stop's stops stops' stopping stopped",
		"fix fix fix's fixes fixes' fixing fixed",
		"show show show's shows shows' showing showed shown",
		"commit commit commit's commits commits' committing committed",
		"offer offer offer's offers offers' offering offered",
		"cancel cancel cancel's cancels cancels' canceling canceled cancelling cancelled",
		"invest invest invest's invests invests' investing invested",
		"cure cure cure's cures cures' curing cured",
		"die die die's dies dies' dying died",
		"panic panic panic's panics panics' panicking panicked",
		"steal steal steal's steals steals' stole stolen stealing",
		"cut cut cut's cuts cuts' cutting",
		"win win win's wins wins' won winning",
		"quit quit quit's quits quits' quitting",
		"man man man's men men's",
		"crisis crisis crisis's crisis' crises crises'",
		"company company company's companies companies'",
		"business business business's business' businesses businesses'",
		"shareholder shareholder shareholder's shareholders shareholders' shareholdering shareholdered",
		"guaranteed guaranteed guaranteed's",
		"the the",
		"2.0 2.0",
	} {
		want := strings.Fields(line)[1:]
		got := English(strings.Fields(line)[0], Options{})
		if want[0] == "company" || want[0] == "business" || want[0] == "policy" {
			got = got[:min(len(got), len(want))] // their -ing and -ed forms are no words and do no harm
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("English(%q)\n got %q\nwant %q", strings.Fields(line)[0], got, want)
		}
	}
}

func TestEnglishNames(t *testing.T) {
	for word, want := range map[string]string{
		"Falcon": "falcon falcon's", "Tesco": "tesco tesco's", "James": "james james's james'", "ING": "ing ing's",
	} {
		if got := strings.Join(English(word, Options{Singular: true}), " "); got != want {
			t.Errorf("English(%q) = %q, want %q", word, got, want)
		}
	}
	if got := English("Falcon", Options{}); slices.Contains(got, "falconing") || !slices.Contains(got, "falcons") {
		t.Errorf("English(Falcon) = %q, want the plural and no verb", got)
	}
}
