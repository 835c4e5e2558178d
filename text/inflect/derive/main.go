// Command derive writes the tables of text/inflect from the Lithuanian Hunspell dictionary (ispell-lt, BSD-3) and
// measures the package against that dictionary. Run it in text/inflect:
//
//	go run ./derive -data FOLDER          # writes classes.txt, verb_endings.txt, uninflected.txt, testdata/sample.txt
//	go run ./derive -data FOLDER -measure # prints recall and over-generation
//
// FOLDER holds hunspell_lt.aff, hunspell_lt.dic and freq_lt_50k.txt, a list of "form count" lines that only decides
// which exceptions are common enough to list.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	data := flag.String("data", "", "folder of the dictionary")
	measureOnly := flag.Bool("measure", false, "measure instead of writing the tables")
	flag.Parse()
	if err := run(*data, *measureOnly); err != nil {
		fmt.Fprintln(os.Stderr, "derive:", err)
		os.Exit(1)
	}
}

func run(folder string, measureOnly bool) error {
	d, err := readDictionary(folder)
	if err != nil {
		return err
	}
	verbs, err := readVerbs("verbs.txt")
	if err != nil {
		return err
	}
	paired := pairVerbs(d, verbs)
	if measureOnly {
		measure(d, paired)
		return nil
	}
	for _, file := range []struct {
		name string
		text string
	}{
		{"classes.txt", classes(d, verbs)},
		{"verb_endings.txt", verbEndings(paired, verbs)},
		{"uninflected.txt", uninflected(d, verbs)},
	} {
		if err := os.WriteFile(file.name, []byte(file.text), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join("testdata", "sample.txt"), []byte(sample(d, paired)), 0o644)
}

// uninflected lists the common words that the dictionary gives without any forms.
func uninflected(d *dictionary, verbs map[string][2]string) string {
	const common = 100
	var b strings.Builder
	for _, e := range d.entries {
		bare := strings.Trim(e.flags, "Nabcdefghijklmnopqrstuvwx") == ""
		if bare && e.word == strings.ToLower(e.word) && d.frequency[e.word] >= common && len(e.word) > 2 && !partOf(verbs, e.word) && !d.inflected[e.word] {
			fmt.Fprintln(&b, e.word)
		}
	}
	return b.String()
}

func partOf(verbs map[string][2]string, form string) bool {
	for infinitive, parts := range verbs {
		if form == infinitive || form == parts[0] || form == parts[1] {
			return true
		}
	}
	return false
}

func readVerbs(name string) (map[string][2]string, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	verbs := map[string][2]string{}
	for line := range strings.Lines(string(text)) {
		parts := strings.Fields(line)
		verbs[parts[0]] = [2]string{parts[1], parts[2]}
	}
	return verbs, nil
}
