package policy

import (
	"reflect"
	"strings"
)

func (d *differ) clauses(older, newer *Policy) {
	for _, c := range older.Clauses {
		if newer.Clause(c.ID) == nil {
			d.add(Change{Action: Removed, Subject: SubjectClause, Clause: c.ID, Number: c.Number})
		}
	}
	for _, c := range newer.Clauses {
		before := older.Clause(c.ID)
		if before == nil {
			d.add(Change{Action: Added, Subject: SubjectClause, Clause: c.ID, Number: c.Number})
			continue
		}
		d.clause(before, c)
	}
}

func (d *differ) clause(older, newer *Clause) {
	about := Change{Clause: newer.ID, Number: newer.Number}
	with := func(action Action, subject Subject) Change {
		c := about
		c.Action, c.Subject = action, subject
		return c
	}
	var fields []Field
	for _, f := range fieldsChanged(older, newer) {
		switch f.Name {
		case "number":
			c := with(Renumbered, SubjectClause)
			c.Fields = []Field{f}
			d.add(c)
		case "rules", "examples":
		default:
			fields = append(fields, f)
		}
	}
	if len(fields) > 0 {
		c := with(Changed, SubjectClause)
		c.Fields = fields
		d.add(c)
	}
	d.text(Change{Of: SubjectClause, Clause: newer.ID, Number: newer.Number}, joined(older.Title, older.Text),
		joined(newer.Title, newer.Text))
	d.rules(about, older, newer)
	c := with(Changed, SubjectExamples)
	if c.More, c.Fewer = countChanged(older.Examples, newer.Examples); c.More+c.Fewer > 0 {
		d.add(c)
	}
}

func joined(title, text Text) Text {
	return Text{EN: title.EN + "\n" + text.EN, LT: title.LT + "\n" + text.LT}
}

// text compares a text in each language.
func (d *differ) text(about Change, older, newer Text) {
	for _, lang := range [...]string{English, Lithuanian} {
		a, b := older.Only(lang), newer.Only(lang)
		if a == b {
			continue
		}
		c := about
		c.Subject, c.Lang, c.Action = SubjectText, lang, Changed
		if strings.TrimSpace(a) == "" {
			c.Action = Added
		} else if strings.TrimSpace(b) == "" {
			c.Action = Removed
		}
		d.add(c)
	}
}

func (d *differ) rules(about Change, older, newer *Clause) {
	before := map[string]*Rule{}
	for _, r := range older.Rules {
		before[r.ID] = r
	}
	about.Subject = SubjectRule
	for _, r := range newer.Rules {
		c := about
		c.Name = r.FullName()
		if was := before[r.ID]; was == nil {
			c.Action = Added
			d.add(c)
		} else if c.Fields = fieldsChanged(was, r); len(c.Fields) > 0 {
			c.Action = Changed
			d.add(c)
		}
		delete(before, r.ID)
	}
	for _, r := range older.Rules {
		if before[r.ID] != nil {
			c := about
			c.Name, c.Action = r.FullName(), Removed
			d.add(c)
		}
	}
}

// countChanged counts the items that only the newer and only the older list has.
func countChanged[T any](older, newer []T) (more, fewer int) {
	count := map[string]int{}
	for i := range older {
		count[canonicalOf(reflect.ValueOf(&older[i]))]--
	}
	for i := range newer {
		count[canonicalOf(reflect.ValueOf(&newer[i]))]++
	}
	for _, n := range count {
		if n > 0 {
			more += n
		} else {
			fewer -= n
		}
	}
	return more, fewer
}

func (d *differ) terms(older, newer *Policy) {
	each(older.Terms, newer.Terms, func(t *TermList) string { return t.Name }, func(name string, a, b *TermList) {
		c := Change{Subject: SubjectTerms, Name: name}
		switch {
		case a == nil:
			c.Action, c.More = Added, len(b.Terms)
		case b == nil:
			c.Action, c.Fewer = Removed, len(a.Terms)
		default:
			c.Action = Changed
			if c.More, c.Fewer = countChanged(a.Terms, b.Terms); c.More+c.Fewer == 0 {
				return
			}
		}
		d.add(c)
	})
}

func (d *differ) responses(older, newer *Policy) {
	each(older.Responses, newer.Responses, func(r *Response) string { return r.ID }, func(id string, a, b *Response) {
		d.item(Change{Subject: SubjectResponse, Name: id}, a, b, a == nil, b == nil)
		if a != nil && b != nil {
			d.text(Change{Of: SubjectResponse, Name: id}, a.Text, b.Text)
		}
	})
}

func (d *differ) runbooks(older, newer *Policy) {
	each(older.Runbooks, newer.Runbooks, func(r *Runbook) string { return r.ID }, func(id string, a, b *Runbook) {
		d.item(Change{Subject: SubjectRunbook, Name: id}, a, b, a == nil, b == nil)
		if a != nil && b != nil {
			d.text(Change{Of: SubjectRunbook, Name: id}, a.Text, b.Text)
		}
	})
}

func (d *differ) waivers(older, newer *Policy) {
	scoped := func(w *Waiver) string { return w.Rule + " " + canonicalOf(reflect.ValueOf(w.Scope)) }
	each(older.Waivers, newer.Waivers, scoped, func(name string, a, b *Waiver) {
		rule, _, _ := strings.Cut(name, " ")
		d.item(Change{Subject: SubjectWaiver, Name: rule}, a, b, a == nil, b == nil)
	})
}

func (d *differ) item(c Change, older, newer any, added, removed bool) {
	switch {
	case added:
		c.Action = Added
	case removed:
		c.Action = Removed
	default:
		if c.Action, c.Fields = Changed, fieldsChanged(older, newer); len(c.Fields) == 0 {
			return
		}
	}
	d.add(c)
}

// each calls f for every name in either list, those of the newer list first, with nil where a list lacks it.
func each[T any](older, newer []*T, name func(*T) string, f func(name string, older, newer *T)) {
	before := map[string]*T{}
	for _, item := range older {
		before[name(item)] = item
	}
	seen := map[string]bool{}
	for _, item := range newer {
		if n := name(item); !seen[n] {
			seen[n] = true
			f(n, before[n], item)
		}
	}
	for _, item := range older {
		if n := name(item); !seen[n] {
			seen[n] = true
			f(n, item, nil)
		}
	}
}
