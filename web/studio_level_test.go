package web

import (
	"slices"
	"testing"
	"time"

	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/sense"
	"rostrum/text"
)

// TestEachRuleThatJudgesShowsWhatItsLevelsFind goes through the policy that companies start with.
func TestEachRuleThatJudgesShowsWhatItsLevelsFind(t *testing.T) {
	files, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"en", "lt"}, Today: time.Unix(0, 0)})
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	for clause, want := range map[string][]string{
		"claims":          {"studio.sense_finance", "studio.sense_health", "studio.sense_boast"},
		"disclosure":      {"studio.sense_paid", "studio.sense_praise"},
		"credit":          {"studio.sense_borrowed"},
		"privacy":         {"studio.sense_illness"},
		"fair-statements": {"studio.tone_defamation", "studio.sense_accusation"},
		"respect":         {"studio.tone_hate", "studio.tone_offensive", "studio.tone_threat", "studio.sense_threat"},
		"passwords":       nil,
	} {
		all := levelsOf(p.Clause(clause))
		var got []string
		for _, one := range all {
			got = append(got, one.Key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", clause, got, want)
		}
		for _, one := range all {
			if in := one.In[1]; len(in.Levels) != 3 || in.Lang != string(text.Lithuanian) || !in.Levels[1].Chosen {
				t.Errorf("%s: %s in Lithuanian: %+v, want three levels, balanced chosen", clause, one.Key, in)
			}
		}
	}
	threat := levelsOf(p.Clause("respect"))[3]
	for _, l := range sense.Levels() {
		if l.Of == sense.Threat && l.Lang == text.English {
			row := threat.In[0].Levels[0]
			if row.Level != l.Strictness.String() || row.Right != percent(l.Precision) || row.Found != percent(l.Recall) || threat.In[0].Posts != l.Posts {
				t.Errorf("shown is %+v of %d posts, and measured %+v", row, threat.In[0].Posts, l)
			}
			return
		}
	}
	t.Error("threats are not measured")
}
