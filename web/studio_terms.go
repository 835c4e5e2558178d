package web

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// asLines shows a word list with one term a line where nothing would be lost by it: terms that are plain texts, and
// comments at the head of the file only.
func (p *editPage) asLines() {
	head, lines, ok := termLines(p.Data.Text)
	if ok {
		p.Lines, p.Head, p.Data.Text = true, head, strings.Join(lines, "\n")
	}
}

// termLines takes a word list's file apart into the comments at its head and its terms.
func termLines(file string) (head string, terms []string, ok bool) {
	rest := file
	for strings.HasPrefix(rest, "#") || strings.HasPrefix(rest, "\n") {
		line, after, _ := strings.Cut(rest, "\n")
		head, rest = head+line+"\n", after
	}
	if strings.Contains("\n"+rest, "\n#") || strings.Contains(rest, " #") {
		return "", nil, false
	}
	if strings.TrimSpace(rest) == "" {
		return head, nil, true
	}
	var nodes []yaml.Node
	if yaml.Unmarshal([]byte(rest), &nodes) != nil {
		return "", nil, false
	}
	for _, n := range nodes {
		if n.Kind != yaml.ScalarNode || strings.Contains(n.Value, "\n") {
			return "", nil, false
		}
		terms = append(terms, n.Value)
	}
	return head, terms, true
}

// termFile makes the file of a word list from its head and lines.
func termFile(head, lines string) []byte {
	var file strings.Builder
	file.WriteString(unixLines(head))
	for line := range strings.Lines(unixLines(lines)) {
		term := strings.TrimSpace(line)
		if term == "" {
			continue
		}
		// A sequence of one text: whatever quotation marks it needs are the library's to know.
		item, err := yaml.Marshal([]string{term})
		if err != nil {
			continue
		}
		file.Write(item)
	}
	return []byte(file.String())
}
