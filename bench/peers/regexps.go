package main

import (
	"regexp"
	"slices"
	"strings"
)

// oneByOne is Go's regexp as one would write it without an engine: each expression in turn. The text is put in lower
// case once, since expressions that do not tell case are slower.
func oneByOne(all []expression) contestant {
	var compiled []*regexp.Regexp
	for _, e := range all {
		compiled = append(compiled, regexp.MustCompile(e.source()))
	}
	return inProcess("Go’s regexp, one by one", func(text string) []string {
		text = strings.ToLower(text)
		var found []string
		for i, re := range compiled {
			if re.MatchString(text) {
				found = append(found, all[i].name)
			}
		}
		return found
	})
}

// with adds a name unless it is there.
func with(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}
