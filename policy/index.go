package policy

import (
	"sort"
	"strings"
)

// index knows every name that the folder defines and every place that refers to one. Names are kept by what they
// name: "team", "word list" …; the names of rules and steps are written in full, with their clause or runbook.
type index struct {
	defined    map[string]map[string]Place
	references []reference
	unread     []string // files that could not be read: what they define is not known
}

type reference struct {
	kind, name string
	at         Place
}

func newIndex() *index { return &index{defined: map[string]map[string]Place{}} }

// define records a name; where it is taken already, it gives the earlier place.
func (x *index) define(kind, name string, at Place) (earlier Place, ok bool) {
	if x.defined[kind] == nil {
		x.defined[kind] = map[string]Place{}
	}
	if earlier, taken := x.defined[kind][name]; taken {
		return earlier, false
	}
	x.defined[kind][name] = at
	return Place{}, true
}

func (x *index) names(kind string) []string {
	names := make([]string, 0, len(x.defined[kind]))
	for name := range x.defined[kind] {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// homes says where a name of each kind is defined.
var homes = map[string]string{
	"team": "speakers.yaml", "training": "speakers.yaml", "account": "speakers.yaml", "topic": "speakers.yaml",
	"owner": "conflict.yaml", "route": "conflict.yaml", "quiet period": "policy.yaml", "word list": "terms/",
	"response": "responses/", "runbook": "runbooks/", "rule": "clauses/",
}

// resolve adds a problem for each reference to a name that nothing bears.
func (x *index) resolve(c *collector) {
	for _, r := range x.references {
		if !c.full() {
			x.check(r, c)
		}
	}
}

func (x *index) check(r reference, c *collector) {
	if _, ok := x.defined[r.kind][r.name]; ok {
		return
	}
	for _, file := range x.unread {
		if strings.HasPrefix(file, homes[r.kind]) {
			return
		}
	}
	names := x.names(r.kind)
	mend := both("Define it in %s, or correct the name.", "Apibrėžkite (%s) arba pataisykite pavadinimą.", homes[r.kind])
	if near := nearest(r.name, names); near != "" {
		mend = didYouMean(near)
	} else if r.kind == "word list" && isListName(r.name) {
		mend = both("Add terms/%s.yaml; it may be empty.", "Sukurkite terms/%s.yaml; jis gali būti tuščias.", r.name)
	} else if len(names) > 0 {
		mend = both("There are: %s.", "Yra: %s.", enumerate(names))
	}
	c.add(r.at, CodeReference, both("there is no %s %s", "nėra %s %s", nameOf(r.kind), quoted(r.name)), mend)
}

// fullName gives the name under which a rule or a step is known in the whole policy.
func (d *decoder) fullName(kind, name string) string {
	if d.scope != "" && (kind == "rule" || kind == "step") {
		return d.scope + "/" + name
	}
	return name
}

func (d *decoder) defines(kind, name string, at Place) {
	if kind != "owner" && !isID(name) {
		d.add(at, CodeValue, notAnID(name), useIDs)
		return
	}
	if earlier, ok := d.index.define(kind, d.fullName(kind, name), at); !ok {
		d.add(at, CodeDuplicate,
			both("the %s %s is defined already, at %s", "%s id %s jau užimtas: %s", nameOf(kind), quoted(name), earlier),
			both("Give one of them another id.", "Vienam iš jų duokite kitą id."))
	}
}

func notAnID(name string) Text { return both("%s is not an id", "%s nėra tinkamas id", quoted(name)) }

// refers notes a reference; the tag has the kind, then names that are always there.
func (d *decoder) refers(tag, name string, at Place) {
	for _, kind := range [...]string{"quiet period", "word list"} {
		if tag == kind {
			d.index.references = append(d.index.references, reference{kind, name, at})
			return
		}
	}
	words := strings.Fields(tag)
	for _, always := range words[1:] {
		if name == always {
			return
		}
	}
	d.index.references = append(d.index.references, reference{words[0], d.fullName(words[0], name), at})
}
