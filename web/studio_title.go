package web

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"rostrum/folder"
)

// listCalled is what people call a word list: words of its own for those that the starter policy brings.
func listCalled(lang string, words *Words, name string) string {
	if key := "studio.called_" + name; words.Has(key) {
		return words.T(lang, key)
	}
	return name
}

// planCalled is what people call the answer or runbook in a folder: the title of its text, or else the first words that
// an answer fits, as in the handbook; empty where it has neither.
func planCalled(lang string, files folder.Files, at string) string {
	if title := titleOf(string(files[at+"/"+lang+".md"])); title != "" {
		return title
	}
	var answer struct{ Fits map[string][]string }
	if err := yaml.Unmarshal(files[at+"/response.yaml"], &answer); err != nil || len(answer.Fits[lang]) == 0 {
		return ""
	}
	return answer.Fits[lang][0]
}

// titleOf is the title with which a text begins; empty where it has none.
func titleOf(text string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	title, ok := strings.CutPrefix(first, "# ")
	if !ok {
		return ""
	}
	return strings.TrimSpace(title)
}
