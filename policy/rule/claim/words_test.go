package claim

import (
	"strings"
	"testing"
)

func TestReadWords(t *testing.T) {
	all := map[string]*words{}
	err := readWords(all, "# note\n[risk]\nen risk, danger\nas no risk at all,\n   zero risk\nlt rizika\n")
	if err != nil {
		t.Fatal(err)
	}
	w := all["risk"]
	if w == nil || strings.Join(w.en, "|") != "risk|danger" || strings.Join(w.as, "|") != "no risk at all|zero risk" || strings.Join(w.lt, "|") != "rizika" {
		t.Errorf("got %+v", w)
	}
}

func TestReadWordsFaults(t *testing.T) {
	for file, say := range map[string]string{
		"en risk":            "line 1",
		"[a]\nfr risque":     "line 2",
		"[a]\nen x\n[a]":     "line 3",
		"[a]\n   goes on":    "line 2",
		"[a]\nen x\n[b]\n y": "line 4",
	} {
		if err := readWords(map[string]*words{}, file); err == nil || !strings.Contains(err.Error(), say) {
			t.Errorf("%q: got %v, want an error that says %q", file, err, say)
		}
	}
}

func FuzzReadWords(f *testing.F) {
	f.Add("[risk]\nen risk, danger\n   hazard\nlt rizika\n")
	f.Add("[]\nen ,,\n[")
	f.Add(" x")
	f.Fuzz(func(t *testing.T, file string) {
		all := map[string]*words{}
		if readWords(all, file) != nil {
			return
		}
		for name, w := range all {
			for _, list := range [][]string{w.en, w.lt, w.as} {
				for _, word := range list {
					if word == "" || strings.TrimSpace(word) != word || strings.Contains(word, ",") {
						t.Errorf("list %q has the word %q", name, word)
					}
				}
			}
		}
	})
}
