package policy

import (
	"slices"

	"go.yaml.in/yaml/v3"
)

// With gives the body with another text for a key, to try what it would change. The folder is as it was.
func (b Body) With(key, value string) Body {
	b.pairs = slices.DeleteFunc(slices.Clone(b.pairs), func(p pair) bool { return p.key.Value == key })
	node := func(text string) *yaml.Node {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: b.at.Line, Column: b.at.Column}
	}
	b.pairs = append(b.pairs, pair{node(key), node(value)})
	return b
}
