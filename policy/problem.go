package policy

import (
	"fmt"
	"sort"
	"strings"
)

// Place is where something stands in the policy folder. Line and Column count from one, Column in characters;
// both are zero where a whole file or folder is meant.
type Place struct {
	File         string
	Line, Column int
}

// String gives the place as editors read it: file:line:column.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Problem is one fault that keeps a policy from being used.
type Problem struct {
	File         string
	Line, Column int
	Code         string // what sort of fault, see the Code constants
	Message      Text   // what is wrong, without a full stop
	Mend         Text   // what to do about it, one or more sentences; may be empty
}

// The codes of problems.
const (
	CodeLayout    = "layout"      // a file or folder that is missing, unknown or not what it should be
	CodeLimit     = "limit"       // more than a policy may hold
	CodeEncoding  = "encoding"    // bytes that are not UTF-8
	CodeYAML      = "yaml"        // not YAML, or YAML that a policy does not use
	CodeKey       = "unknown-key" // a key that nothing reads
	CodeDuplicate = "duplicate"   // the same name twice
	CodeMissing   = "missing"     // something required is not there
	CodeType      = "type"        // a list where a word is wanted, and the like
	CodeValue     = "value"       // the right type, but not a value that is allowed
	CodeReference = "reference"   // a name that nothing in the folder bears
	CodeCycle     = "cycle"       // an escalation that comes back to where it began
)

// Error gives the problem in English.
func (p Problem) Error() string { return p.In(English) }

// In gives the problem in one line that names the place and the mend, in a language.
func (p Problem) In(lang string) string {
	s := Place{p.File, p.Line, p.Column}.String() + ": " + p.Message.In(lang)
	if p.Mend.Empty() {
		return s
	}
	return s + ". " + p.Mend.In(lang)
}

// Problems are all the faults that were found in one go, in the order of their places.
type Problems []Problem

// Error gives the problems in English.
func (ps Problems) Error() string { return ps.In(English) }

// In gives one problem a line, in a language.
func (ps Problems) In(lang string) string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.In(lang)
	}
	return strings.Join(lines, "\n")
}

// placed leaves out what follows from a part that could not be read: that it could not is told at its place.
func (ps Problems) placed() Problems {
	var kept Problems
	for _, p := range ps {
		if p.File != "" {
			kept = append(kept, p)
		}
	}
	if kept == nil {
		return ps
	}
	return kept
}

func (ps Problems) sort() {
	sort.SliceStable(ps, func(i, j int) bool {
		a, b := ps[i], ps[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
}

// collector gathers problems until there are enough for one reading.
type collector struct{ found Problems }

func (c *collector) add(at Place, code string, message, mend Text) {
	c.report(Problem{at.File, at.Line, at.Column, code, message, mend})
}

func (c *collector) report(p Problem) {
	if !c.full() {
		c.found = append(c.found, p)
	}
}

func (c *collector) full() bool { return len(c.found) >= maxProblems }
