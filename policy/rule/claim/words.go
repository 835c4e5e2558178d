package claim

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// words is a list in both languages.
type words struct {
	en, lt []string // dictionary forms, which inflect
	as     []string // matched as written
}

//go:embed words/*.txt
var wordFiles embed.FS

// vocabulary gives every list by its name. The files are part of the program, so a mistake in one is a mistake in it.
var vocabulary = sync.OnceValue(func() map[string]*words {
	all := map[string]*words{}
	files, err := fs.Glob(wordFiles, "words/*.txt")
	if err != nil {
		panic(err)
	}
	for _, name := range files {
		b, err := wordFiles.ReadFile(name)
		if err == nil {
			err = readWords(all, string(b))
		}
		if err != nil {
			panic(fmt.Sprintf("%s: %v", name, err))
		}
	}
	return all
})

// readWords reads lists. A list begins with its [name]; then a line with en, lt or as, and the words, separated by
// commas; a line that begins with a space goes on with the one before.
func readWords(all map[string]*words, file string) error {
	var into *[]string
	var current *words
	for i, line := range strings.Split(file, "\n") {
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			name := strings.Trim(line, "[]")
			if all[name] != nil {
				return fmt.Errorf("line %d: the list %q is there twice", i+1, name)
			}
			current, into = &words{}, nil
			all[name] = current
			continue
		case line[0] != ' ':
			key, rest, _ := strings.Cut(line, " ")
			if into = current.column(key); into == nil {
				return fmt.Errorf("line %d: %q is not en, lt or as under a [name]", i+1, key)
			}
			line = rest
		case into == nil:
			return fmt.Errorf("line %d: there is nothing before it that it could go on with", i+1)
		}
		for _, w := range strings.Split(line, ",") {
			if w = strings.TrimSpace(w); w != "" {
				*into = append(*into, w)
			}
		}
	}
	return nil
}

func (w *words) column(key string) *[]string {
	switch {
	case w == nil:
		return nil
	case key == "en":
		return &w.en
	case key == "lt":
		return &w.lt
	case key == "as":
		return &w.as
	}
	return nil
}
