package policy

import (
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"
)

// TermList is a word list: terms/<name>.yaml.
type TermList struct {
	Place Place
	Name  string
	Terms []Term
}

// Term is one entry of a word list. Line and Column say where it stands in the list's file, or in its clause's.
type Term struct {
	Text         string   `yaml:"term,required"`
	Languages    []string `yaml:"languages" oneof:"en lt"` // in which it inflects; none: all of the policy's
	Forms        []string `yaml:"forms"`                   // further words for the same thing
	Not          []string `yaml:"not"`                     // phrases inside which it is no match
	Case         string   `yaml:"case" oneof:"exact any"`
	Line, Column int      `yaml:"-"`
}

// Exact says whether upper and lower case must be as written.
func (t *Term) Exact() bool { return t.Case == "exact" }

// term reads an entry that is a plain string.
func (d *decoder) term(n *yaml.Node, t *Term) {
	if !d.isWord(n, &field{}) {
		return
	}
	if strings.TrimSpace(n.Value) == "" {
		d.add(d.at(n), CodeMissing, both("the term is empty", "terminas tuščias"),
			both("Write the term, or remove the line.", "Įrašykite terminą arba eilutę pašalinkite."))
	}
	*t = Term{Text: n.Value, Line: n.Line, Column: n.Column}
}

// termList reads a list, quickly where it is nothing but strings.
func (l *loader) termList(name string) *TermList {
	file := "terms/" + name + ".yaml"
	list := &TermList{Place: Place{file, 1, 1}, Name: name}
	terms, plain := plainTerms(l.content[file])
	if !plain {
		terms = nil
		if n := l.parse(file); n != nil && n.Kind != 0 {
			l.decoder(file, "").value(n, reflect.ValueOf(&terms).Elem(), &field{})
		}
	}
	list.Terms = terms
	if l.terms += len(terms); l.terms > maxTerms {
		l.add(list.Place, CodeLimit, both("the word lists have more than %d terms together",
			"visuose žodžių sąrašuose terminų yra daugiau nei %d", maxTerms), takeOut)
	}
	return list
}

// plainTerms reads a list of which every line is "- text", without YAML's further means, far faster than a YAML reader
// does. It gives false where anything else is in it; where it gives true, it agrees with YAML.
func plainTerms(content string) ([]Term, bool) {
	terms := make([]Term, 0, strings.Count(content, "\n")+1)
	for number := 1; content != ""; number++ {
		line, rest, _ := strings.Cut(content, "\n")
		content = rest
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' && isPlain(line) {
			continue
		}
		if !strings.HasPrefix(line, "- ") {
			return nil, false
		}
		text := strings.TrimLeft(line[2:], " ")
		column := len(line) - len(text) + 1
		text = strings.TrimRight(text, " ")
		text, ok := plainScalar(text)
		if !ok {
			return nil, false
		}
		terms = append(terms, Term{Text: text, Line: number, Column: column})
	}
	return terms, true
}

// plainScalar reads a text with or without quotation marks that YAML reads as it stands.
func plainScalar(s string) (string, bool) {
	if strings.TrimSpace(s) == "" || !isPlain(s) {
		return "", false
	}
	if quote := s[0]; quote == '"' || quote == '\'' {
		if len(s) < 3 || s[len(s)-1] != quote || strings.IndexByte(s[1:len(s)-1], quote) >= 0 || strings.Contains(s, `\`) {
			return "", false
		}
		inner := s[1 : len(s)-1]
		return inner, strings.TrimSpace(inner) != ""
	}
	if strings.IndexByte("-?:,[]{}#&*!|>%@`~", s[0]) >= 0 || s[len(s)-1] == ':' || strings.Contains(s, ": ") || strings.Contains(s, " #") {
		return "", false
	}
	return s, !strings.EqualFold(s, "null") && s != "<<"
}

// isPlain says whether a text has only characters that YAML takes as they are: no controls, no tabs, none of the line
// breaks beyond ASCII, no byte order mark.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x20 || c == 0x7F:
			return false
		case c == 0xC2 && s[i+1] < 0xA0:
			return false
		case c == 0xE2 && s[i+1] == 0x80 && (s[i+2] == 0xA8 || s[i+2] == 0xA9):
			return false
		case c == 0xEF && s[i+1] >= 0xBB:
			return false
		}
	}
	return true
}
