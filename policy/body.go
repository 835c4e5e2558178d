package policy

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Body is what a rule says beyond the keys that all rules share: the keys of its kind, with their places, not yet
// understood.
type Body struct {
	pairs  []pair
	at     Place
	scope  string
	index  *index
	common []string // the keys that all rules share
}

// Keys gives the names of the keys, in order.
func (b Body) Keys() []string {
	keys := make([]string, len(b.pairs))
	for i, p := range b.pairs {
		keys[i] = p.key.Value
	}
	return keys
}

// Place gives where a key stands, or the rule where the key is not given.
func (b Body) Place(key string) Place {
	for _, p := range b.pairs {
		if p.key.Value == key {
			return Place{b.at.File, p.key.Line, p.key.Column}
		}
	}
	return b.at
}

// Decode fills the struct that into points to, strictly: a key that it lacks, a wrong type, a missing required key
// and a name that the policy does not define are problems with their places. The tags of its fields are yaml, oneof,
// format and ref:
//
//	Terms []string `yaml:"terms,required" ref:"word list"`
//	Kinds []string `yaml:"kinds" oneof:"phone email"`
//
// It reads texts, numbers, true and false, Date, time.Duration, Text, Words, and lists, maps, structs and pointers of
// them. A field of another type is a mistake in the kind and panics. Where nothing is wrong it gives nil, which must be
// asked for before the problems are made an error.
func (b Body) Decode(into any) Problems {
	c := &collector{}
	if b.at.File == "" && len(b.pairs) == 0 {
		return nil
	}
	names := &index{defined: b.index.defined}
	d := newDecoder(b.at.File, b.scope, c, names)
	n := &yaml.Node{Kind: yaml.MappingNode, Line: b.at.Line, Column: b.at.Column}
	for _, p := range b.pairs {
		n.Content = append(n.Content, p.key, p.value)
	}
	d.common = b.common
	d.structure(n, reflect.ValueOf(into).Elem(), &field{})
	names.resolve(c)
	c.found.sort()
	return c.found
}

// lists gives the word lists that the keys called terms name, at any depth: in every kind such a key names word lists.
func (b Body) lists() []string {
	var found []string
	var walk func(key string, n *yaml.Node)
	walk = func(key string, n *yaml.Node) {
		switch n.Kind {
		case yaml.MappingNode:
			for i := 0; i < len(n.Content); i += 2 {
				walk(n.Content[i].Value, n.Content[i+1])
			}
		case yaml.SequenceNode:
			for _, child := range n.Content {
				walk(key, child)
			}
		case yaml.ScalarNode:
			if key == "terms" {
				found = append(found, n.Value)
			}
		}
	}
	for _, p := range b.pairs {
		walk(p.key.Value, p.value)
	}
	return found
}

// canonical writes the keys and values without places, styles and order, so that two bodies can be compared.
func (b Body) canonical() map[string]string {
	written := make(map[string]string, len(b.pairs))
	for _, p := range b.pairs {
		var s strings.Builder
		writeCanonical(&s, p.value)
		written[p.key.Value] = s.String()
	}
	return written
}

func writeCanonical(b *strings.Builder, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		var items []string
		for i := 0; i < len(n.Content); i += 2 {
			var item strings.Builder
			writeCanonical(&item, n.Content[i])
			item.WriteByte(':')
			writeCanonical(&item, n.Content[i+1])
			items = append(items, item.String())
		}
		slices.Sort(items)
		b.WriteString("{" + strings.Join(items, ",") + "}")
	case yaml.SequenceNode:
		b.WriteByte('[')
		for _, child := range n.Content {
			writeCanonical(b, child)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	default:
		fmt.Fprintf(b, "%q", n.Value)
	}
}
