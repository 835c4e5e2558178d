package check

import (
	"io"
	"io/fs"
	"slices"

	"go.yaml.in/yaml/v3"

	"rostrum/policy"
	"rostrum/text/phrase"
)

// Bundle is what a browser needs of a policy to check posts by itself, and nothing more: the rules and their sentences.
// Confidential lists are in it sealed; people, examples, texts and plans are not in it at all.
type Bundle struct {
	Files    map[string]string `json:"files"` // a policy folder
	Sealed   *phrase.Sealed    `json:"sealed"`
	Withheld []string          `json:"withheld"` // the rules, by full name, that only the server can check
}

// Seal makes the bundle of a policy. The files are those that the policy was loaded from; random gives the key.
//
// The browser finds what the server finds, except: rules of the kind speaker, and rules that spell a confidential term
// out, are withheld; a list that a rule needs as written goes without the terms that are confidential as well; and a
// rule's own sentence that names such a term gives way to its kind's.
func Seal(p *policy.Policy, files fs.FS, random io.Reader) (*Bundle, error) {
	s, err := newSealer(p)
	if err != nil {
		return nil, err
	}
	b := &bundler{s, &Bundle{Files: map[string]string{}, Withheld: []string{}}, files, map[string]string{}}
	for _, c := range p.Clauses {
		if err := b.sealWords(c); err != nil {
			return nil, err
		}
	}
	for _, write := range []func() error{b.policyFile, b.speakersFile, b.clauseFiles, b.termFiles, b.waiversFile} {
		if err := write(); err != nil {
			return nil, err
		}
	}
	b.Sealed, err = s.lists.builder.Seal(random)
	return b.Bundle, err
}

type bundler struct {
	*sealer
	*Bundle
	from     fs.FS
	ownLists map[string]string // clause/rule:key → the sealed list of the words that stood there
}

func (b *bundler) write(path string, value any) error {
	content, err := yaml.Marshal(value)
	b.Files[path] = string(content)
	return err
}

func (b *bundler) policyFile() error {
	p := b.policy
	var quiet []map[string]any
	for _, q := range p.QuietPeriods {
		quiet = append(quiet, map[string]any{"id": q.ID, "name": named(q.ID), "from": q.From.String(), "to": q.To.String()})
	}
	return b.write("policy.yaml", map[string]any{
		"company": p.Company, "languages": p.Languages, "sectors": p.Sectors, "version": p.Version,
		"effective": p.Effective.String(), "review": p.Review.String(), "approver": map[string]any{"name": "-"}, "quiet_periods": quiet,
	})
}

// named is the name of something whose name is nobody's business but whose id is needed.
func named(id string) map[string]string { return map[string]string{"en": id} }

// speakersFile keeps the teams, which clauses and conditions name.
func (b *bundler) speakersFile() error {
	var teams []map[string]any
	for _, t := range b.policy.Speakers.Teams {
		teams = append(teams, map[string]any{"id": t.ID, "name": named(t.ID)})
	}
	b.Files["conflict.yaml"] = "owners: {}\n"
	return b.write("speakers.yaml", map[string]any{"teams": teams})
}

// termFiles writes open lists without what is confidential, and leaves sealed ones empty.
func (b *bundler) termFiles() error {
	for _, list := range b.policy.Terms {
		path := "terms/" + list.Name + ".yaml"
		switch {
		case !b.asked.all[list.Name]:
		case b.isSealed(list.Name):
			b.Files[path] = "[]\n"
		default:
			if err := b.write(path, b.openTerms(list)); err != nil {
				return err
			}
		}
	}
	for _, list := range b.ownLists {
		b.Files["terms/"+list+".yaml"] = "[]\n"
	}
	return nil
}

func (b *bundler) openTerms(list *policy.TermList) []map[string]any {
	terms := []map[string]any{}
	for i := range list.Terms {
		t := &list.Terms[i]
		if slices.ContainsFunc(append([]string{t.Text}, t.Forms...), b.tells) {
			continue
		}
		entry := map[string]any{"term": t.Text}
		for key, values := range map[string][]string{"languages": t.Languages, "forms": t.Forms, "not": t.Not} {
			if len(values) > 0 && !(key == "not" && slices.ContainsFunc(values, b.tells)) {
				entry[key] = values
			}
		}
		if t.Case != "" {
			entry["case"] = t.Case
		}
		terms = append(terms, entry)
	}
	return terms
}

// waiversFile keeps which rule is waived, where and until when; who agreed to it and why stays on the server.
func (b *bundler) waiversFile() error {
	var waivers []map[string]any
	for _, w := range b.policy.Waivers {
		if slices.Contains(b.Withheld, w.Rule) {
			continue
		}
		waivers = append(waivers, map[string]any{"rule": w.Rule, "by": "-", "why": "-", "until": w.Until.String(), "scope": scopeOf(&w.Scope)})
	}
	if len(waivers) == 0 {
		return nil
	}
	return b.write("waivers.yaml", waivers)
}

func scopeOf(c *policy.Conditions) map[string]any {
	scope := map[string]any{}
	for key, values := range map[string][]string{"network": c.Network, "sector": c.Sector, "lang": c.Lang, "during": c.During, "team": c.Team} {
		if len(values) > 0 {
			scope[key] = values
		}
	}
	if len(c.Channel) > 0 {
		scope["channel"] = c.Channel
	}
	return scope
}
