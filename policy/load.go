package policy

import (
	"reflect"
	"strings"
)

// loader turns the files of a folder into a policy.
type loader struct {
	*folder
	index *index
	nodes int // of all YAML files, at most
	terms int
}

func (l *loader) decoder(file, scope string) *decoder {
	return newDecoder(file, scope, &l.collector, l.index)
}

func (l *loader) load() *Policy {
	p := &Policy{}
	l.file("policy.yaml", "", p)
	l.file("speakers.yaml", "", &p.Speakers)
	l.file("conflict.yaml", "", &p.Conflict)
	for _, file := range l.paths {
		if l.full() {
			return p
		}
		parts := strings.Split(file, "/")
		switch {
		case parts[0] == "terms":
			name := strings.TrimSuffix(parts[1], ".yaml")
			l.index.define("word list", name, Place{file, 1, 1})
			p.Terms = append(p.Terms, l.termList(name))
		case strings.HasSuffix(file, "/clause.yaml"):
			p.Clauses = append(p.Clauses, l.clause(file, parts[1]))
		case strings.HasSuffix(file, "/response.yaml"):
			r := &Response{ID: parts[1], Text: l.texts("responses/" + parts[1])}
			l.index.define("response", parts[1], Place{file, 1, 1})
			l.file(file, "", r)
			p.Responses = append(p.Responses, r)
		case strings.HasSuffix(file, "/runbook.yaml"):
			r := &Runbook{ID: parts[1], Text: l.texts("runbooks/" + parts[1])}
			l.index.define("runbook", parts[1], Place{file, 1, 1})
			l.file(file, parts[1], r)
			p.Runbooks = append(p.Runbooks, r)
		}
	}
	l.waivers(p)
	l.index.resolve(&l.collector)
	l.validate(p)
	p.Digest = l.digest()
	return p
}

// file fills a struct from a file that must not be empty.
func (l *loader) file(file, scope string, into any) {
	if _, there := l.content[file]; !there {
		l.index.unread = append(l.index.unread, file)
		if !l.reported(file) {
			l.add(Place{File: file}, CodeLayout, fileMissing,
				both("Write it; docs/policy-folder.md has an example.", "Sukurkite jį; pavyzdys – docs/policy-folder.md."))
		}
		return
	}
	n := l.parse(file)
	if n == nil {
		return
	}
	if n.Kind == 0 {
		l.index.unread = append(l.index.unread, file)
		l.add(Place{file, 1, 1}, CodeMissing, both("the file is empty", "failas tuščias"),
			both("Write its keys; docs/policy-folder.md has an example.", "Parašykite jo raktus; pavyzdys – docs/policy-folder.md."))
		return
	}
	l.decoder(file, scope).value(n, reflect.ValueOf(into).Elem(), &field{})
}

// reported says whether a problem with the file itself is known already.
func (l *loader) reported(file string) bool {
	for _, p := range l.found {
		if p.File == file {
			return true
		}
	}
	return false
}

func (l *loader) clause(file, id string) *Clause {
	c := &Clause{ID: id}
	l.file(file, id, c)
	for _, r := range c.Rules {
		if r != nil {
			r.Clause = id
		}
	}
	for _, e := range c.Examples {
		if e != nil && e.Channel == "" && len(c.AppliesTo) > 0 {
			e.Channel = c.AppliesTo[0]
		}
	}
	read := l.texts("clauses/" + id)
	c.Title.EN, c.Text.EN = l.title("clauses/"+id+"/en.md", read.EN)
	c.Title.LT, c.Text.LT = l.title("clauses/"+id+"/lt.md", read.LT)
	c.textLine = map[string]int{}
	for _, lang := range [...]string{English, Lithuanian} {
		before := strings.Index(read.Only(lang), c.Text.Only(lang))
		c.textLine[lang], _ = position(read.Only(lang), max(0, before))
	}
	return c
}

// texts reads en.md and lt.md, of which one must be there.
func (l *loader) texts(dir string) Text {
	t := Text{EN: l.content[dir+"/en.md"], LT: l.content[dir+"/lt.md"]}
	_, en := l.content[dir+"/en.md"]
	_, lt := l.content[dir+"/lt.md"]
	if !en && !lt && !l.reported(dir+"/en.md") && !l.reported(dir+"/lt.md") {
		l.add(Place{File: dir}, CodeLayout, both("there is no text that people can read", "nėra teksto, kurį skaitytų žmonės"),
			both("Write en.md or lt.md, better both.", "Parašykite en.md arba lt.md, o geriausia – abu."))
	}
	return t
}

// title divides a clause's text into its title and the rest.
func (l *loader) title(file, text string) (title, body string) {
	if _, there := l.content[file]; !there {
		return "", ""
	}
	first, body, _ := strings.Cut(text, "\n")
	title, ok := strings.CutPrefix(strings.TrimSpace(first), "# ")
	if title = strings.TrimSpace(title); !ok || title == "" {
		l.add(Place{file, 1, 1}, CodeMissing, both("the first line is not a title", "pirmoji eilutė nėra antraštė"),
			both("Begin the file with a line such as: # Confidential information",
				"Failą pradėkite, pavyzdžiui, taip: # Konfidenciali informacija"))
	}
	return title, strings.TrimSpace(body)
}

func (l *loader) waivers(p *Policy) {
	const file = "waivers.yaml"
	if _, there := l.content[file]; !there {
		return
	}
	if n := l.parse(file); n != nil && n.Kind != 0 {
		l.decoder(file, "").value(n, reflect.ValueOf(&p.Waivers).Elem(), &field{})
	}
}
