package inflect

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// lines reads a test file as "left: right" pairs, comments left out.
func lines(t *testing.T, name string) [][2]string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var list [][2]string
	for line := range strings.Lines(string(text)) {
		if left, right, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && line[0] != '#' {
			list = append(list, [2]string{left, right})
		}
	}
	return list
}

func TestParadigms(t *testing.T) {
	for _, line := range lines(t, "testdata/paradigms.txt") {
		word, not := strings.CutSuffix(line[0], " !")
		word, singular := strings.CutPrefix(word, "=")
		got := Lithuanian(word, Options{Singular: singular})
		for form := range strings.FieldsSeq(line[1]) {
			if slices.Contains(got, form) == not {
				t.Errorf("Lithuanian(%q): form %q: found %v, want %v", word, form, not, !not)
			}
		}
	}
}

// The sample is of the dictionary that the tables come from; it shows that the paradigms are right and the tables
// are read, not how unknown words fare.
func TestDictionarySample(t *testing.T) {
	least := map[string]float64{"noun": 0.995, "name": 0.995, "adjective": 0.97, "third declension": 0.97, "verb": 0.93}
	wanted, found := map[string]int{}, map[string]int{}
	for _, line := range lines(t, "testdata/sample.txt") {
		word, forms, _ := strings.Cut(line[1], ": ")
		got := Lithuanian(word, Options{})
		for form := range strings.FieldsSeq(forms) {
			wanted[line[0]]++
			if slices.Contains(got, form) {
				found[line[0]]++
			}
		}
	}
	for kind, share := range least {
		recall := float64(found[kind]) / float64(wanted[kind])
		t.Logf("%s: %.4f of %d forms", kind, recall, wanted[kind])
		if !(recall >= share) {
			t.Errorf("%s: recall %.4f, want %.4f", kind, recall, share)
		}
	}
}

func TestOnlyItself(t *testing.T) {
	for _, word := range []string{"2.0", "&", "5G", "", "a", "b2b", "labai", "dabar", "banko", "bankų", "Vilniaus", "bankais", "gerai", "kad", "tik", "O'Neill"} {
		if got := Lithuanian(word, Options{}); len(got) != 1 || got[0] != strings.ToLower(word) {
			t.Errorf("Lithuanian(%q) = %q, want only itself", word, got)
		}
	}
}

func TestAbbreviationsInflectBehindAnApostrophe(t *testing.T) {
	for _, word := range []string{"VMI", "ING", "AB", "SEB"} {
		lower := strings.ToLower(word)
		for i, form := range Lithuanian(word, Options{}) {
			if i > 0 && !strings.HasPrefix(form, lower+"'") {
				t.Errorf("Lithuanian(%q) has %q", word, form)
			}
		}
		if !slices.Contains(Lithuanian(word, Options{}), lower+"'o") {
			t.Errorf("Lithuanian(%q) lacks %q", word, lower+"'o")
		}
	}
}

// No form of one of these words may be a form of the word beside it.
func TestFormsStayApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"bankas", "bankelis"}, {"anglis", "anglas"}, {"naktis", "naktinis"}, {"vaistas", "vaistinė"},
		{"mokytojas", "mokykla"}, {"pardavėja", "pardavimas"}, {"gydytojas", "gydykla"}, {"kaina", "kainuoti"},
	} {
		theirs := Lithuanian(pair[1], Options{})
		for _, form := range Lithuanian(pair[0], Options{}) {
			if slices.Contains(theirs, form) {
				t.Errorf("%q is given for %s and for %s", form, pair[0], pair[1])
			}
		}
	}
}
