package policy

import (
	"reflect"
	"slices"
)

// Action is what happened to a part of the policy between two versions.
type Action string

// The actions.
const (
	Added      Action = "added"
	Removed    Action = "removed"
	Changed    Action = "changed"
	Renumbered Action = "renumbered"
)

// Subject is which part of the policy it happened to.
type Subject string

// The subjects.
const (
	SubjectPolicy   Subject = "policy"
	SubjectClause   Subject = "clause"
	SubjectText     Subject = "text" // of a clause, a response or a runbook
	SubjectRule     Subject = "rule"
	SubjectExamples Subject = "examples"
	SubjectTerms    Subject = "word list"
	SubjectSpeakers Subject = "speakers"
	SubjectConflict Subject = "conflict plan"
	SubjectResponse Subject = "response"
	SubjectRunbook  Subject = "runbook"
	SubjectWaiver   Subject = "waiver"
)

// Change is one difference between two versions of a policy.
type Change struct {
	Action  Action
	Subject Subject
	Of      Subject // of a text: the clause, response or runbook that it belongs to
	Clause  string  // the clause's id, where it is about one
	Number  string  // the clause's number: the new one, or the old one of a clause that is gone
	Name    string  // of the rule, word list, response, runbook or waived rule
	Lang    string  // of a text
	Fields  []Field // what is changed inside
	More    int     // examples or terms that are new
	Fewer   int     // examples or terms that are gone
}

// Field is one key whose value is changed. From and To are empty where the value is not a single word.
type Field struct{ Name, From, To string }

// Diff tells what is different in a newer version of a policy, clause by clause in the order of the newer one.
func Diff(older, newer *Policy) []Change {
	d := &differ{}
	d.whole(SubjectPolicy, older, newer)
	d.clauses(older, newer)
	d.terms(older, newer)
	d.whole(SubjectSpeakers, &older.Speakers, &newer.Speakers)
	d.whole(SubjectConflict, &older.Conflict, &newer.Conflict)
	d.responses(older, newer)
	d.runbooks(older, newer)
	d.waivers(older, newer)
	return d.changes
}

type differ struct{ changes []Change }

func (d *differ) add(c Change) { d.changes = append(d.changes, c) }

// whole compares two structs of which there is one in every policy.
func (d *differ) whole(subject Subject, older, newer any) {
	if fields := fieldsChanged(older, newer); len(fields) > 0 {
		d.add(Change{Action: Changed, Subject: subject, Fields: fields})
	}
}

// fieldsChanged gives the keys that two structs of one type differ in. The keys of a rule's kind count as keys.
func fieldsChanged(older, newer any) []Field {
	a, b := reflect.ValueOf(older).Elem(), reflect.ValueOf(newer).Elem()
	var fields []Field
	for i := range a.NumField() {
		key := keyOf(a.Type().Field(i))
		switch {
		case key == "":
		case a.Field(i).Type() == bodyType:
			fields = append(fields, bodyChanged(a.Field(i).Interface().(Body), b.Field(i).Interface().(Body))...)
		case canonicalOf(a.Field(i)) != canonicalOf(b.Field(i)):
			fields = append(fields, Field{key, single(a.Field(i)), single(b.Field(i))})
		}
	}
	return fields
}

func bodyChanged(older, newer Body) []Field {
	a, b := older.canonical(), newer.canonical()
	var fields []Field
	for _, key := range append(older.Keys(), newer.Keys()...) {
		if a[key] != b[key] && !slices.ContainsFunc(fields, func(f Field) bool { return f.Name == key }) {
			fields = append(fields, Field{Name: key})
		}
	}
	return fields
}

// single writes a value that is a single word or date, and nothing for any other.
func single(v reflect.Value) string {
	switch {
	case v.Kind() == reflect.String && len(v.String()) <= 60:
		return v.String()
	case v.Type() == dateType:
		return v.Interface().(Date).String()
	}
	return ""
}
