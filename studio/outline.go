package studio

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rostrum/folder"
	"rostrum/policy"
)

// Heading is a clause as a list shows it; it can be had of a folder that does not load yet.
type Heading struct {
	ID, Number string
	Title      policy.Text
}

var numberLine = regexp.MustCompile(`(?m)^number:\s*["']?([0-9.]+)`)

// Outline gives the clauses of a folder in the order of their numbers; those without one come last.
func Outline(files folder.Files) []Heading {
	var all []Heading
	for name, content := range files {
		id, inside := strings.CutPrefix(name, "clauses/")
		id, isClause := strings.CutSuffix(id, "/clause.yaml")
		if !inside || !isClause {
			continue
		}
		h := Heading{ID: id, Title: policy.Text{EN: title(files["clauses/"+id+"/en.md"]), LT: title(files["clauses/"+id+"/lt.md"])}}
		if found := numberLine.FindSubmatch(content); found != nil {
			h.Number = string(found[1])
		}
		all = append(all, h)
	}
	slices.SortFunc(all, func(a, b Heading) int { return cmp.Or(byNumber(a.Number, b.Number), cmp.Compare(a.ID, b.ID)) })
	return all
}

func title(text []byte) string {
	first, _, _ := bytes.Cut(bytes.TrimPrefix(text, []byte("\uFEFF")), []byte("\n"))
	said, _ := strings.CutPrefix(strings.TrimSpace(string(first)), "#")
	return strings.TrimSpace(said)
}

// byNumber compares 2.9 and 2.10 as readers count.
func byNumber(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
	})
}
