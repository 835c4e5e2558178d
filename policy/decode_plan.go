package policy

import (
	"reflect"
	"strings"
)

// plan is what a struct takes from YAML.
type plan struct {
	fields      map[string]*field
	keys        []string // in the order of the fields
	place, body int      // positions of the fields for these, or -1
}

// field is one key of a struct and what its value can be.
type field struct {
	key      string
	position int
	required bool
	texts    bool // a Text, Words or another map from language
	oneOf    []string
	format   string
	defines  string
	ref      string
	of       bool // an item of a list under this key
}

// isText says whether a type is Text, or one that a kind of rule keeps the same two texts in.
func isText(t reflect.Type) bool { return t.Kind() == reflect.Struct && t.ConvertibleTo(textType) }

// title names the field in a message.
func (f *field) title() Text {
	switch {
	case f.key == "":
		return Text{"this", "šis elementas"}
	case f.of:
		return both("an item of %s", "sąrašo %s elementas", quoted(f.key))
	}
	return quoted(f.key)
}

// element gives what holds for each item of a list.
func (f *field) element() *field {
	item := *f
	item.of, item.required = true, false
	return &item
}

func (d *decoder) planOf(t reflect.Type) *plan {
	if p := d.plans[t]; p != nil {
		return p
	}
	p := &plan{fields: map[string]*field{}, place: -1, body: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case f.Type == placeType && f.Name == "Place":
			p.place = i
			continue
		case f.Type == bodyType:
			p.body = i
			continue
		case f.Tag.Get("yaml") == "-" || !f.IsExported():
			continue
		}
		key, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if key == "" {
			key = strings.ToLower(f.Name)
		}
		p.keys = append(p.keys, key)
		p.fields[key] = &field{
			key: key, position: i, required: option == "required",
			texts:  isText(f.Type) || f.Type == wordsType,
			oneOf:  allowedValues(f.Tag.Get("oneof")),
			format: f.Tag.Get("format"), defines: f.Tag.Get("defines"), ref: f.Tag.Get("ref"),
		}
	}
	d.plans[t] = p
	return p
}
