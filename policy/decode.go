package policy

import (
	"reflect"
	"time"

	"go.yaml.in/yaml/v3"
)

// decoder fills typed values from YAML nodes and refuses what does not fit, each fault with its place. Struct fields
// say what they take in their tags:
//
//	yaml:"key,required"   the key; required: it must be there and not be blank
//	oneof:"a b"           the only values that a text, each of a list, or each key of a map can have
//	format:"id"           id, number (of a clause), url, count (zero or more), field (of a response)
//	defines:"team"        the value, or each key of a map, is the name of a new team
//	ref:"team all"        the value names a team that must be defined somewhere in the folder, or is the word "all"
//
// A field called Place receives where the value stands, a field of type Body the keys that no other field takes.
type decoder struct {
	*collector
	index  *index
	file   string
	scope  string // the clause or runbook that ids of rules and steps belong to
	plans  map[reflect.Type]*plan
	common []string // keys that are read elsewhere, worth suggesting for a misspelt one
}

func newDecoder(file, scope string, c *collector, x *index) *decoder {
	return &decoder{collector: c, index: x, file: file, scope: scope, plans: map[reflect.Type]*plan{}}
}

func (d *decoder) at(n *yaml.Node) Place { return Place{d.file, n.Line, n.Column} }

var (
	dateType     = reflect.TypeFor[Date]()
	durationType = reflect.TypeFor[time.Duration]()
	placeType    = reflect.TypeFor[Place]()
	bodyType     = reflect.TypeFor[Body]()
	textType     = reflect.TypeFor[Text]()
	wordsType    = reflect.TypeFor[Words]()
	termType     = reflect.TypeFor[Term]()
)

// value fills v, which must be settable, from n.
func (d *decoder) value(n *yaml.Node, v reflect.Value, f *field) {
	if d.full() {
		return
	}
	switch v.Type() {
	case dateType, durationType:
		d.moment(n, v, f)
		return
	case termType:
		if n.Kind == yaml.ScalarNode {
			d.term(n, v.Addr().Interface().(*Term))
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), f)
	case reflect.Struct:
		d.structure(n, v, f)
	case reflect.Slice:
		d.list(n, v, f)
	case reflect.Map:
		d.table(n, v, f)
	default:
		d.scalar(n, v, f)
	}
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, f *field) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		mend := both("Write one line that begins with \"- \" for each.", "Kiekvieną rašykite atskiroje eilutėje, kuri prasideda „- “.")
		if n.Kind == yaml.ScalarNode {
			mend = both("Write it in square brackets: [%s].", "Rašykite laužtiniuose skliaustuose: [%s].", shorten(n.Value))
		}
		d.add(d.at(n), CodeType, both("%s must be a list, and this is %s", "%s turi būti sąrašas, o čia %s", f.title(), kindOf(n)), mend)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	item := f.element()
	for i, child := range n.Content {
		d.value(child, v.Index(i), item)
	}
}
