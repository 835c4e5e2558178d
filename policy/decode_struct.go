package policy

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// pair is a key and its value.
type pair struct{ key, value *yaml.Node }

// pairs gives a mapping's keys and values, and reports keys that are no words or come twice.
func (d *decoder) pairs(n *yaml.Node, f *field) (pairs []pair, ok bool) {
	if n.Kind != yaml.MappingNode {
		mend := both("Write its keys on lines of their own, or in curly brackets.",
			"Raktus rašykite atskirose eilutėse arba riestiniuose skliaustuose.")
		if f.texts {
			mend = writeText
		}
		d.add(d.at(n), CodeType, both("%s must have keys, and this is %s", "%s turi susidėti iš raktų, o čia %s", f.title(), kindOf(n)),
			mend)
		return nil, false
	}
	first := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			d.add(d.at(key), CodeType, both("a key must be a word, and this is %s", "raktas turi būti žodis, o čia %s", kindOf(key)),
				both("Put texts with brackets in quotes.", "Tekstą su skliaustais rašykite kabutėse."))
		} else if earlier := first[key.Value]; earlier != nil {
			d.add(d.at(key), CodeDuplicate, both("the key %s is here twice, first at %d:%d", "raktas %s čia kartojasi, pirmą kartą – %d:%d",
				quoted(key.Value), earlier.Line, earlier.Column), removeOne)
		} else {
			first[key.Value] = key
			pairs = append(pairs, pair{key, n.Content[i+1]})
		}
	}
	return pairs, true
}

func (d *decoder) table(n *yaml.Node, v reflect.Value, f *field) {
	if isNull(n) {
		return
	}
	pairs, ok := d.pairs(n, f)
	if !ok {
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(pairs)))
	for _, p := range pairs {
		name, item := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		d.scalar(p.key, name, f)
		d.value(p.value, item, &field{key: p.key.Value})
		v.SetMapIndex(name, item)
	}
}

func (d *decoder) structure(n *yaml.Node, v reflect.Value, f *field) {
	if isNull(n) && !isText(v.Type()) && !f.required {
		d.add(d.at(n), CodeMissing, both("%s is empty", "%s neturi reikšmės", f.title()),
			both("Write its keys, or remove the line.", "Parašykite jo raktus arba eilutę pašalinkite."))
		return
	}
	pairs, ok := d.pairs(n, f)
	if !ok {
		return
	}
	shape := d.planOf(v.Type())
	if shape.place >= 0 {
		v.Field(shape.place).Set(reflect.ValueOf(d.at(n)))
	}
	var rest []pair
	state := map[string]keyState{}
	for _, p := range pairs {
		g := shape.fields[p.key.Value]
		switch {
		case g != nil:
			before := len(d.found)
			d.value(p.value, v.Field(g.position), g)
			state[p.key.Value] = keyGood
			if len(d.found) > before {
				state[p.key.Value] = keyFaulty
			}
		case shape.body >= 0:
			rest = append(rest, p)
		default:
			d.unknownKey(p.key, shape)
		}
	}
	d.required(n, v, shape, state, rest)
	if shape.body >= 0 {
		v.Field(shape.body).Set(reflect.ValueOf(Body{pairs: rest, at: d.at(n), scope: d.scope, index: d.index, common: shape.keys}))
	}
	if term, is := v.Addr().Interface().(*Term); is {
		term.Line, term.Column = n.Line, n.Column
	}
}

func (d *decoder) unknownKey(key *yaml.Node, shape *plan) {
	mend := both("Remove it: there are no keys here.", "Pašalinkite jį: čia raktų nebūna.")
	if near := nearest(key.Value, append(slices.Clone(shape.keys), d.common...)); near != "" {
		mend = didYouMean(near)
	} else if len(shape.keys) > 0 {
		mend = both("Known keys: %s.", "Žinomi raktai: %s.", enumerate(shape.keys))
	}
	d.add(d.at(key), CodeKey, unknownKey(key), mend)
}

func unknownKey(key *yaml.Node) Text {
	return both("unknown key %s", "raktas %s nežinomas", quoted(key.Value))
}

type keyState int

const (
	keyAbsent keyState = iota
	keyGood
	keyFaulty
)

// required reports the keys that are missing or blank. Where a key that nothing reads looks like the missing one, it
// is that key that is named.
func (d *decoder) required(n *yaml.Node, v reflect.Value, shape *plan, state map[string]keyState, rest []pair) {
	for _, key := range shape.keys {
		f := shape.fields[key]
		if !f.required || state[key] == keyFaulty {
			continue
		}
		if state[key] == keyGood {
			if isBlank(v.Field(f.position)) {
				d.add(d.at(n), CodeMissing, both("%s is empty", "%s neturi reikšmės", quoted(key)),
					both("Write a value.", "Įrašykite reikšmę."))
			}
		} else if misspelt := keyLike(key, rest); misspelt != nil {
			d.add(d.at(misspelt), CodeKey, unknownKey(misspelt), didYouMean(key))
		} else {
			d.add(d.at(n), CodeMissing, both("%s is missing", "trūksta %s", quoted(key)),
				both("Add %s.", "Pridėkite %s.", quoted(key+": …")))
		}
	}
	if isText(v.Type()) && state["en"] == keyAbsent && state["lt"] == keyAbsent {
		d.add(d.at(n), CodeMissing, both("the text is there in no language", "teksto nėra nė viena kalba"), writeText)
	}
}

func keyLike(key string, rest []pair) *yaml.Node {
	for _, p := range rest {
		if nearest(p.key.Value, []string{key}) != "" {
			return p.key
		}
	}
	return nil
}

// isBlank says whether a required value says nothing.
func isBlank(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.TrimSpace(v.String()) == ""
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}
