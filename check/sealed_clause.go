package check

import (
	"fmt"
	"io/fs"
	"slices"

	"go.yaml.in/yaml/v3"

	"rostrum/policy"
	"rostrum/policy/rule"
)

// sealWords makes sealed lists of the words that a clause's rules about confidential matters have in themselves.
func (b *bundler) sealWords(c *policy.Clause) error {
	for _, r := range c.Rules {
		if !isConfidential(r.Category) {
			continue
		}
		if r.Kind == "terms" {
			var own struct {
				Terms []string     `yaml:"terms"`
				Words policy.Words `yaml:"words"`
			}
			r.Body.Decode(&own) // its faults would have stopped the compiling
			if err := b.sealOwn(r, "words", own.Words); err != nil {
				return err
			}
		}
		for key, v := range map[string]*policy.Vicinity{"near": r.Near, "unless": r.Unless} {
			if v == nil {
				continue
			}
			if err := b.sealOwn(r, key, v.Words); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *bundler) sealOwn(r *policy.Rule, key string, words policy.Words) error {
	if len(words.EN)+len(words.LT) == 0 {
		return nil
	}
	name, err := b.seal(words, key == "words" && names(r.Category))
	b.ownLists[r.FullName()+":"+key] = name
	return err
}

// clauseFiles writes the clauses that have rules a browser can check.
func (b *bundler) clauseFiles() error {
	for _, c := range b.policy.Clauses {
		path := "clauses/" + c.ID + "/clause.yaml"
		content, err := fs.ReadFile(b.from, path)
		if err != nil {
			return err
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(content, &doc); err != nil {
			return err
		}
		rules, err := b.rules(c, under(doc.Content[0], "rules"))
		if err != nil {
			return err
		}
		if len(rules) == 0 {
			continue
		}
		if err := b.write(path, map[string]any{
			"number": c.Number, "owner": c.Owner, "applies_to": c.AppliesTo, "rules": rules,
		}); err != nil {
			return err
		}
		for lang, title := range map[string]string{"en": c.Title.EN, "lt": c.Title.LT} {
			if b.tells(title) {
				title = c.Number
			}
			if title != "" {
				b.Files["clauses/"+c.ID+"/"+lang+".md"] = "# " + title + "\n"
			}
		}
	}
	return nil
}

// rules gives the rules of a clause as a browser may have them.
func (b *bundler) rules(c *policy.Clause, list *yaml.Node) ([]*yaml.Node, error) {
	var kept []*yaml.Node
	if list == nil {
		return nil, nil
	}
	if len(list.Content) != len(c.Rules) {
		return nil, fmt.Errorf("clauses/%s: its file does not have the rules that were loaded", c.ID)
	}
	for i, r := range c.Rules {
		n := list.Content[i]
		for _, key := range []string{"message", "suggestion"} {
			if said := under(n, key); said != nil && b.tellsAny(said) {
				drop(n, key)
			}
		}
		b.replaceWords(r, n)
		if r.Kind == "speaker" || b.tells(c.ID) || b.tellsAny(n) {
			b.Withheld = append(b.Withheld, r.FullName())
			continue
		}
		kept = append(kept, n)
	}
	return kept, nil
}

// replaceWords puts sealed lists in the place of a rule's own words.
func (b *bundler) replaceWords(r *policy.Rule, n *yaml.Node) {
	for key, in := range map[string]*yaml.Node{"words": n, "near": under(n, "near"), "unless": under(n, "unless")} {
		name, sealed := b.ownLists[r.FullName()+":"+key]
		if !sealed {
			continue
		}
		drop(in, "words")
		terms := under(in, "terms")
		if terms == nil {
			terms = &yaml.Node{Kind: yaml.SequenceNode}
			in.Content = append(in.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: "terms"}, terms)
		}
		terms.Content = append(terms.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: name})
	}
}

// names tells whether the words of a rule are names of things, and not words that anybody may use of anything.
func names(category string) bool {
	return category == string(rule.ConfidentialCodename) || category == string(rule.ConfidentialClient)
}

// tellsAny says whether any value in a part of a file would give away something confidential. What comes from a closed
// list does not.
func (b *bundler) tellsAny(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return b.tells(n.Value)
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if closed := slices.Contains([]string{"kind", "category", "verdict"}, n.Content[i].Value); !closed && b.tellsAny(n.Content[i+1]) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(n.Content, b.tellsAny)
}

func under(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func drop(n *yaml.Node, key string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content = slices.Delete(n.Content, i, i+2)
			return
		}
	}
}
